using System.Diagnostics;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>
/// Texts made to be slow: one eight times as long may take at most about eight times as long. The bound is generous, since the
/// machine is shared; quadratic time, which takes 64 times as long, still breaks it.
/// </summary>
public sealed class LinearTimeTests
{
    private const int Growth = 8;

    public static TheoryData<string, int> Texts => new()
    {
        { "“", 12_500 },
        { "“a ", 6_000 },
        { "‘a", 6_000 },
        { "„a", 6_000 },
        { "\"", 12_500 },
        { "'a ", 6_000 },
        { "«‹“‘", 3_000 },
        { "s’ a ", 6_000 },
        { "“a\n", 6_000 },
        { "(", 12_500 },
        { "said ", 2_500 },
        { "he said that ", 1_500 },
        { "“We go,” he said. ", 1_000 },
        { "a", 50_000 },
        { "A.", 12_500 },
        { "Ana ", 6_000 },
        { "Ana Ruiz said a.\n", 1_000 },
        { "according to Ana Ruiz, ", 1_000 },
        { "x:\n“a b c d e f”\n", 1_000 },
        { "http://", 6_000 },
        { "\uD83D", 12_500 },
        { "\n", 50_000 },
        { "a\nb c", 8_000 },
        { "1,", 12_500 },
        { "-", 12_500 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Time_grows_with_the_text(string piece, int times)
    {
        var small = string.Concat(Enumerable.Repeat(piece, times));
        var large = string.Concat(Enumerable.Repeat(piece, times * Growth));
        Read(small);

        // The best of some runs each, until the ratio is good: a busy machine slows single runs, never all.
        double ratio = double.MaxValue, least = double.MaxValue, most = double.MaxValue;
        for (var attempt = 0; attempt < 4 && ratio > 2.5 * Growth; attempt++)
        {
            least = Math.Min(least, Read(small));
            most = Math.Min(most, Read(large));

            // Under two milliseconds the clock, and what a call costs at least, count for more than the text.
            ratio = most / Math.Max(least, 2);
        }

        Assert.True(ratio <= 2.5 * Growth, $"{Growth} times the text took {ratio:F0} times as long ({least:F1} and {most:F1} ms)");
    }

    [Fact]
    public void Fifty_thousand_opening_marks_are_read_in_a_moment() =>
        Assert.InRange(Math.Min(Read(new string('“', 50_000)), Read(new string('“', 50_000))), 0, 5_000);

    private static double Read(string text)
    {
        var clock = Stopwatch.StartNew();
        Reader.English.Read(new Article(text));
        return clock.Elapsed.TotalMilliseconds;
    }
}
