using Rapporteur.Wording;
using Xunit;

namespace Rapporteur.Tests.Wording;

/// <summary>The reader on our own set of altered quotations: the held-out half has the floors that docs/measurements.md states.</summary>
public sealed class AlterationSetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", 0.97, 0.9)]
    [InlineData("held-out", 0.97, 0.88)]
    public void Alterations_are_found_and_their_kinds_told(string half, double found, double kinds)
    {
        var table = new ConfusionTable();
        var tally = new Tally();
        var right = 0;
        foreach (var line in MarkedText.Lines("Wording", $"alterations.{half}.txt"))
        {
            var marked = MarkedText.Parse(line.Split(" => ")[0]);
            var alterations = Reader.English.Read(new Article(marked.Text)).Passages.SelectMany(p => p.Alterations).ToDictionary(a => a.Span, a => a.Kind);
            tally.Found += alterations.Count;
            foreach (var (label, span) in marked.Marks)
            {
                tally.Wanted++;
                var kind = alterations.TryGetValue(span, out var k) ? k.ToString().ToLowerInvariant() : "-";
                if (kind != "-") tally.Right++;
                if (kind == label) right++;
                else if (half == "development") output.WriteLine($"{label} as {kind}: {span.In(marked.Text)} in {marked.Text}");
                table.Add(label, kind);
            }
        }

        output.WriteLine($"found: {tally}; kind right {(double)right / tally.Right:F3}");
        output.WriteLine(table.ToString());
        Assert.True(tally.Recall >= found && tally.Precision >= found, $"found: {tally}");
        Assert.True(right >= kinds * tally.Right, $"kinds right: {right} of {tally.Right}");
    }

    [Theory]
    [InlineData("development")]
    [InlineData("held-out")]
    public void What_was_said_is_read_without_what_the_outlet_put_in(string half)
    {
        int right = 0, all = 0;
        foreach (var line in MarkedText.Lines("Wording", $"alterations.{half}.txt"))
        {
            if (line.Split(" => ") is not [var text, var spoken]) continue;
            var passages = Reader.English.Read(new Article(MarkedText.Parse(text).Text)).Passages;
            all++;
            if (passages.Any(p => p.AsSpoken.Trim().TrimEnd('.', ',') == spoken.TrimEnd('.', ','))) right++;
            else if (half == "development") output.WriteLine($"{spoken} <> {string.Join(" / ", passages.Select(p => p.AsSpoken))}");
        }

        output.WriteLine($"{right} of {all}");
        Assert.True(right >= 0.85 * all, $"{right} of {all}");
    }

    [Theory]
    [InlineData("development", 0.8)]
    [InlineData("held-out", 0.8)]
    public void Quotations_are_told_from_names_and_words_at_arms_length(string half, double floor)
    {
        var table = new ConfusionTable();
        int right = 0, all = 0;
        foreach (var line in MarkedText.Lines("Wording", $"uses.{half}.txt"))
        {
            var marked = MarkedText.Parse(line);
            var passages = Reader.English.Read(new Article(marked.Text)).Passages.ToDictionary(p => p.Span, p => p.Use);
            foreach (var (label, span) in marked.Marks)
            {
                var use = passages.TryGetValue(span, out var u) ? u.ToString().ToLowerInvariant() : "-";
                all++;
                if (use == label) right++;
                else if (half == "development") output.WriteLine($"{label} as {use}: {marked.Text}");
                table.Add(label, use);
            }
        }

        output.WriteLine(table.ToString());
        Assert.True(right >= floor * all, $"{right} of {all}");
    }
}
