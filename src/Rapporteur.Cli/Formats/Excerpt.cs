using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Cli.Formats;

/// <summary>The words of a statement as the article has them, in its order, each with what it does in the statement.</summary>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Paragraph">The paragraph it starts in, counted from 1.</param>
/// <param name="Parts">The words, fit to print; what stands between is context, shortened where long.</param>
internal sealed record Excerpt(int Start, int Paragraph, IReadOnlyList<(string Text, Role Role)> Parts)
{
    private const int LongestContext = 120, KeptOfContext = 40;

    /// <summary>The excerpt of a document that shows <paramref name="statement"/>.</summary>
    public static Excerpt Of(Document document, Statement statement)
    {
        var spans = new List<(Span Span, Role Role)>();
        spans.AddRange(statement.Source.Select(span => (span, Roles.Source)));
        spans.AddRange(statement.Cue.Select(span => (span, Roles.Cue)));
        foreach (var content in statement.Content) spans.AddRange(Divided(document, content));
        spans.Sort((a, b) => a.Span.CompareTo(b.Span));

        var parts = new List<(string Text, Role Role)>();
        var end = spans[0].Span.Start;
        foreach (var (span, role) in spans)
        {
            // Where two overlap, the characters go to the one that starts first.
            if (span.Start > end) parts.Add((Printable.OneLine(Shortened(document.Text.AsSpan(end, span.Start - end))), Roles.Context));
            if (span.End > end) parts.Add((Printable.OneLine(document.Text.AsSpan(Math.Max(end, span.Start)..span.End)), role));
            end = Math.Max(end, span.End);
        }

        return new Excerpt(spans[0].Span.Start, ParagraphOf(document, spans[0].Span), parts);
    }

    // A content's quoted words, with their marks, and its reported ones.
    private static IEnumerable<(Span Span, Role Role)> Divided(Document document, Span content)
    {
        var position = content.Start;
        foreach (var quotation in OutermostTouching(document, content))
        {
            var start = Math.Max(position, quotation.Start);
            var end = Math.Min(content.End, quotation.End);
            if (end <= start) continue;
            if (start > position && Reported(position, start) is { } reported) yield return reported;
            yield return (Span.FromBounds(start, end), Roles.Quoted);
            position = end;
        }

        if (position < content.End && Reported(position, content.End) is { } rest) yield return rest;

        (Span Span, Role Role)? Reported(int start, int end)
        {
            while (start < end && char.IsWhiteSpace(document.Text[start])) start++;
            while (end > start && char.IsWhiteSpace(document.Text[end - 1])) end--;
            return start < end ? (Span.FromBounds(start, end), Roles.Reported) : null;
        }
    }

    private static IEnumerable<Span> OutermostTouching(Document document, Span content)
    {
        var quotations = document.Quotations;
        int low = 0, high = quotations.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Whole.Start < content.Start) low = middle + 1; else high = middle;
        }

        // The one before may reach into the content; those inside another follow it.
        while (low > 0 && quotations[low - 1].Depth > 0) low--;
        for (var k = Math.Max(0, low - 1); k < quotations.Length && quotations[k].Whole.Start < content.End; k++)
            if (quotations[k].Depth == 0 && quotations[k].Whole.Overlaps(content)) yield return quotations[k].Whole;
    }

    private static ReadOnlySpan<char> Shortened(ReadOnlySpan<char> context)
    {
        if (context.Length <= LongestContext) return context;
        var head = context[..KeptOfContext];
        var tail = context[^KeptOfContext..];
        return $"{head[..Math.Max(0, head.LastIndexOf(' '))]} ... {tail[(tail.IndexOf(' ') + 1)..]}";
    }

    private static int ParagraphOf(Document document, Span span)
    {
        var token = document.Tokens.Touching(span).First;
        int low = 0, high = document.Paragraphs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Paragraphs[middle].End <= token) low = middle + 1; else high = middle;
        }

        return low + 1;
    }
}
