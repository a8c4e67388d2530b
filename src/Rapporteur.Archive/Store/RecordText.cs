using System.Collections.Immutable;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Store;

/// <summary>The words that a record's ranges stand for.</summary>
public sealed class RecordText
{
    private readonly string _text;
    private readonly CodePoints _points;

    /// <summary>Of <paramref name="text"/>, the record's <c>document.text</c>.</summary>
    public RecordText(string text)
    {
        _text = text;
        _points = new CodePoints(text);
    }

    /// <summary>The words of a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the text.</exception>
    public string this[CodePointRange range] => _points.ToUtf16(range.Start, range.End).In(_text).ToString();

    /// <summary>The words of several ranges, a blank between each two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One lies outside the text.</exception>
    public string this[ImmutableArray<CodePointRange> ranges] =>
        ranges is [var only] ? this[only] : string.Join(' ', ranges.Select(range => this[range]));
}
