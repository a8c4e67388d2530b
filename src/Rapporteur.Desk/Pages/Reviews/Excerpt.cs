using System.Collections.Immutable;
using System.Text;
using Rapporteur.Archive.Reviews;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>A piece of an article's text with one mark throughout.</summary>
/// <param name="At">The code point at which it begins.</param>
/// <param name="Text">Its characters, fit to be shown.</param>
/// <param name="Role">What it is marked as: <c>source</c>, <c>cue</c>, <c>content</c>; or null.</param>
/// <param name="IsNamed">Whether it stands for one character that cannot be seen.</param>
internal sealed record ExcerptPiece(int At, string Text, string? Role, bool IsNamed);

/// <summary>A part of an article's text, in paragraphs, with the words of one statement marked.</summary>
internal static class Excerpt
{
    private const int MostAround = 2_000;

    /// <summary>The paragraphs of a part of a text; empty lines are none.</summary>
    public static ImmutableArray<ImmutableArray<ExcerptPiece>> Of(string text, CodePoints points, Span part, Annotation? marked)
    {
        var marks = Marks(points, marked).Where(mark => mark.Span.Overlaps(part)).OrderBy(mark => mark.Span.Start).ToList();
        var paragraphs = ImmutableArray.CreateBuilder<ImmutableArray<ExcerptPiece>>();
        for (var start = part.Start; start < part.End;)
        {
            var length = text.AsSpan(start, part.End - start).IndexOf('\n');
            var end = length < 0 ? part.End : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) paragraphs.Add(Pieces(text, points, Span.FromBounds(start, end), marks));
            start = end + 1;
        }

        return paragraphs.ToImmutable();
    }

    /// <summary>The paragraphs that words stand in, and one before and after; where these are long, what is nearest.</summary>
    public static Span Around(string text, Span words)
    {
        int start = words.Start, end = words.End;
        for (int least = Math.Max(0, start - MostAround), lines = 0; start > least && (text[start - 1] != '\n' || ++lines < 3); start--) { }
        for (int most = Math.Min(text.Length, end + MostAround), lines = 0; end < most && (text[end] != '\n' || ++lines < 3); end++) { }
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return Span.FromBounds(start, end);
    }

    private static IEnumerable<(Span Span, string Role)> Marks(CodePoints points, Annotation? marked) => marked is null ? [] :
        Named(marked.Source, "source").Concat(Named(marked.Cue, "cue")).Concat(Named(marked.Content, "content"))
            .Select(mark => (points.ToUtf16(mark.Range.Start, mark.Range.End), mark.Role));

    private static IEnumerable<(CodePointRange Range, string Role)> Named(ImmutableArray<CodePointRange> ranges, string role) => ranges.Select(range => (range, role));

    private static ImmutableArray<ExcerptPiece> Pieces(string text, CodePoints points, Span line, List<(Span Span, string Role)> marks)
    {
        var pieces = ImmutableArray.CreateBuilder<ExcerptPiece>();
        var at = line.Start;
        foreach (var (span, role) in marks)
        {
            int from = Math.Max(span.Start, at), to = Math.Min(span.End, line.End);
            if (from >= to) continue;
            Add(at, from, null);
            Add(from, to, role);
            at = to;
        }

        Add(at, line.End, null);
        return pieces.ToImmutable();

        // What cannot be seen is named, in a piece of its own, so that places can be counted on the page.
        void Add(int from, int to, string? role)
        {
            if (from >= to) return;
            var shown = Printed.Text(text.AsSpan(from, to - from));
            if (shown.Length == to - from) pieces.Add(new ExcerptPiece(points.FromUtf16(from), shown, role, false));
            else foreach (var rune in text[from..to].EnumerateRunes()) from = AddRune(rune, from, role);
        }

        int AddRune(Rune rune, int from, string? role)
        {
            var shown = Printed.Text(rune.ToString());
            pieces.Add(new ExcerptPiece(points.FromUtf16(from), shown, role, shown.Length != rune.Utf16SequenceLength));
            return from + rune.Utf16SequenceLength;
        }
    }
}
