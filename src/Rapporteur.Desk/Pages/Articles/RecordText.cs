using System.Collections.Immutable;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>A record's text with its ranges, which count code points, as spans. Ranges that are none give empty spans.</summary>
internal sealed class RecordText(string text)
{
    private const int LongestWords = 1000;

    private readonly CodePoints _points = new(text);

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>Where a range stands, in UTF-16 units.</summary>
    public Span Span(CodePointRange range)
    {
        var start = Math.Clamp(range.Start, 0, _points.Count);
        return _points.ToUtf16(start, Math.Clamp(range.End, start, _points.Count));
    }

    /// <summary>Where ranges stand together: from the beginning of the first to the end of the last.</summary>
    public Span Whole(ImmutableArray<CodePointRange> ranges) => ranges.IsEmpty
        ? default
        : Rapporteur.Text.Span.FromBounds(Span(ranges[0]).Start, Math.Max(Span(ranges[0]).Start, Span(ranges[^1]).End));

    /// <summary>The words of ranges, fit to be shown, dots between them.</summary>
    public string Words(ImmutableArray<CodePointRange> ranges) => Printed.Line(string.Join(" … ", ranges.Select(range => Span(range).In(text).ToString())), LongestWords);

    /// <summary>The words of a range, fit to be shown.</summary>
    public string Words(CodePointRange range) => Printed.Line(Span(range).In(text).ToString(), LongestWords);

    /// <summary>The words with some of those around them.</summary>
    public (string Before, string Words, string After) InContext(Span span, int around = 60)
    {
        var start = Math.Max(0, span.Start - around);
        var end = Math.Min(text.Length, span.End + around);
        while (start > 0 && start < span.Start && !char.IsWhiteSpace(text[start - 1])) start++;
        while (end < text.Length && end > span.End && !char.IsWhiteSpace(text[end])) end--;
        return (Line(start, span.Start), Line(span.Start, span.End), Line(span.End, end));
    }

    private string Line(int start, int end) => Printed.Text(text.AsSpan(start, end - start)).ReplaceLineEndings(" ");
}
