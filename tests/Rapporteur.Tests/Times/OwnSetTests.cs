using System.Text.Json;
using Rapporteur.Times;
using Xunit;

namespace Rapporteur.Tests.Times;

/// <summary>The project's own set of time expressions, written before the grammar: one half developed on, one kept aside.</summary>
public sealed class OwnSetTests
{
    [Fact]
    public void The_set_has_150_expressions_in_halves()
    {
        var open = MarkedSentence.ReadFile("times.txt").Sum(s => s.Expected.Count);
        var heldOut = MarkedSentence.ReadFile("times.held-out.txt").Sum(s => s.Expected.Count);
        Assert.True(open + heldOut >= 150 && heldOut >= 70, $"{open} and {heldOut}");
    }

    [Theory]
    [InlineData("times.txt", 0.95)]
    [InlineData("times.held-out.txt", 0.92)]
    public void Dates_are_right(string half, double least)
    {
        int right = 0, all = 0, extra = 0;
        foreach (var sentence in MarkedSentence.ReadFile(half))
        {
            var found = Reader.English.Read(new Article(sentence.Text) { Published = sentence.Published }).Times;
            foreach (var expected in sentence.Expected)
            {
                all++;
                if (found.Any(time => IsRight(expected, time))) right++;
                else TestContext.Current.TestOutputHelper?.WriteLine($"{sentence.Text}\n  expected {expected}\n  found {string.Join(", ", found)}");
            }

            foreach (var time in found.Where(time => !sentence.Expected.Any(e => e.Span.Overlaps(time.Span))))
            {
                extra++;
                TestContext.Current.TestOutputHelper?.WriteLine($"{sentence.Text}\n  extra {time}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{half}: {right} of {all} right, {extra} extra");
        Assert.True(right >= least * all, $"{right} of {all}");
        Assert.True(extra <= (1 - least) * all, $"{extra} extra");
    }

    // The same words, or words that overlap, with the same type, value and mod.
    private static bool IsRight(MarkedExpression expected, TimeExpression found) =>
        expected.Span.Overlaps(found.Span) && expected.Type == JsonNamingPolicy.SnakeCaseUpper.ConvertName(found.Type.ToString())
        && expected.Value == found.Value && expected.Mod == (found.Mod is { } mod ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(mod.ToString()) : null);
}
