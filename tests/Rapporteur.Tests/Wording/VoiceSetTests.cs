using Rapporteur.Text;
using Rapporteur.Wording;
using Xunit;

namespace Rapporteur.Tests.Wording;

/// <summary>The author's voice on our own set of sentences: floors for the held-out half as docs/measurements.md states them.</summary>
public sealed class VoiceSetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", 0.8)]
    [InlineData("held-out", 0.75)]
    public void Assertions_are_told_from_what_is_reported_or_cited(string half, double floor)
    {
        var table = new ConfusionTable();
        var tally = new Tally();
        foreach (var (label, marked, voice) in Sentences(half))
        {
            var kind = voice.Sentences.Any(s => s.Kind == VoiceKind.Asserted) ? "a" : voice.Sentences.All(s => s.Kind == VoiceKind.Reported) ? "r" : "c";
            tally.Wanted += label == "a" ? 1 : 0;
            tally.Found += kind == "a" ? 1 : 0;
            tally.Right += label == "a" && kind == "a" ? 1 : 0;
            table.Add(label, kind);
            if (half == "development" && label != kind) output.WriteLine($"{label} as {kind}: {marked.Text}");
        }

        output.WriteLine($"assertions {tally}\n{table}");
        Assert.True(tally.F1 >= floor, $"assertions: {tally}");
    }

    [Theory]
    [InlineData("development", 0.8)]
    [InlineData("held-out", 0.75)]
    public void Loaded_words_are_found_with_a_plainer_term_and_whom_they_are_applied_to(string half, double floor)
    {
        Tally tally = new(), neutral = new(), bearers = new();
        foreach (var (_, marked, voice) in Sentences(half))
        {
            var found = voice.Loaded.Where(l => !l.Quoted).ToList();
            tally.Found += found.Count;
            foreach (var (label, span) in marked.Marks)
            {
                if (label != "l") continue;
                tally.Wanted++;
                var term = Term(marked, span);
                var hit = found.Find(l => l.Span.Overlaps(term.Span));
                if (hit is null)
                {
                    if (half == "development") output.WriteLine($"missed {term.Span.In(marked.Text)}: {marked.Text}");
                    continue;
                }

                tally.Right++;
                found.Remove(hit);
                if (term.Neutral is not null) Count(neutral, true, hit.Neutral is not null, hit.Neutral == term.Neutral);
                if (term.Bearer is null) continue;
                var named = hit.AppliedTo?.Name.Contains(term.Bearer, StringComparison.Ordinal) ?? false;
                Count(bearers, true, hit.AppliedTo is not null, named);
                if (!named && half == "development") output.WriteLine($"{term.Bearer} as {hit.AppliedTo?.Name}: {marked.Text}");
            }

            if (half == "development") foreach (var extra in found) output.WriteLine($"extra {extra.Span.In(marked.Text)}: {marked.Text}");
        }

        output.WriteLine($"loaded {tally}\nplainer term {neutral}\napplied to {bearers}");
        Assert.True(tally.F1 >= floor, $"loaded: {tally}");
        Assert.True(bearers.F1 >= 0.6, $"applied to: {bearers}");
    }

    [Theory]
    [InlineData("development", 0.8)]
    [InlineData("held-out", 0.7)]
    public void Cues_that_take_a_side_are_found(string half, double floor)
    {
        var tally = new Tally();
        foreach (var (_, marked, voice) in Sentences(half))
        {
            tally.Found += voice.Cues.Length;
            foreach (var (label, span) in marked.Marks)
            {
                if (label is not ("d" or "f")) continue;
                tally.Wanted++;
                if (voice.Cues.Any(c => c.Span.Overlaps(span) && c.Stance == (label == "d" ? CueStance.Doubt : CueStance.Fact))) tally.Right++;
                else if (half == "development") output.WriteLine($"missed {span.In(marked.Text)}: {marked.Text}");
            }
        }

        output.WriteLine($"stance cues {tally}");
        Assert.True(tally.F1 >= floor, $"stance cues: {tally}");
    }

    private static void Count(Tally tally, bool wanted, bool found, bool right)
    {
        tally.Wanted += wanted ? 1 : 0;
        tally.Found += found ? 1 : 0;
        tally.Right += right ? 1 : 0;
    }

    // A loaded word's mark holds its plainer term and bearer: the text is read without them.
    private static IEnumerable<(string Label, MarkedText Marked, Voice Voice)> Sentences(string half)
    {
        foreach (var line in MarkedText.Lines("Wording", $"voice.{half}.txt"))
        {
            var plain = System.Text.RegularExpressions.Regex.Replace(line[(line.IndexOf('|', StringComparison.Ordinal) + 2)..], @"\{l ([^{}=]*)=([^{}@]*)(@[^{}]*)?\}", "{l $1}{n $2$3}");
            var marked = Strip(MarkedText.Parse(plain));
            var reading = Reader.English.Read(new Article(marked.Text) { Body = [new Span(0, marked.Text.Length)] });
            yield return (line[..1], marked, reading.Voice);
        }
    }

    // Takes the notes ("n") out of the text and shifts what follows; a note's words stay as its label.
    private static MarkedText Strip(MarkedText marked)
    {
        var text = marked.Text;
        var marks = marked.Marks.OrderBy(m => m.Span.Start).ThenBy(m => m.Label == "n").ToList();
        var kept = new List<(string, Span)>();
        var shift = 0;
        foreach (var (label, span) in marks)
        {
            var moved = new Span(span.Start - shift, span.Length);
            if (label != "n") { kept.Add((label, moved)); continue; }
            kept.Add(($"n:{moved.In(text)}", new Span(moved.Start, 0)));
            text = text.Remove(moved.Start, moved.Length);
            shift += moved.Length;
        }

        return new MarkedText(text, kept);
    }

    private static (Span Span, string? Neutral, string? Bearer) Term(MarkedText marked, Span span)
    {
        var note = marked.Marks.FirstOrDefault(m => m.Label.StartsWith("n:", StringComparison.Ordinal) && m.Span.Start == span.End).Label;
        if (note is null) return (span, null, null);
        var parts = note[2..].Split('@');
        return (span, parts[0].Length > 0 ? parts[0] : null, parts.Length > 1 ? parts[1] : null);
    }
}
