using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rapporteur.Archive.Reviews;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>
/// Ranges of a text as people type them, a line each: <c>120-185: the words</c>, the words alone, or the place alone. Places count code
/// points. Where both are given the words decide, and the place says which of them is meant: so words can be made longer or shorter.
/// </summary>
internal sealed partial class MarkedWords
{
    private readonly string _text;
    private readonly CodePoints _points;

    // The text with each run of white space as one blank, and where each of its characters stands in the text.
    private readonly string _plain;
    private readonly int[] _places;

    /// <summary>Of a text, within which words are looked for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="points">Its code points.</param>
    /// <param name="within">Where words are looked for.</param>
    public MarkedWords(string text, CodePoints points, Span within)
    {
        _text = text;
        _points = points;
        var plain = new StringBuilder(within.Length);
        var places = new List<int>(within.Length + 1);
        for (var i = within.Start; i < within.End; i++)
        {
            var isBlank = char.IsWhiteSpace(text[i]);
            if (isBlank && plain.Length > 0 && plain[^1] == ' ') continue;
            plain.Append(isBlank ? ' ' : text[i]);
            places.Add(i);
        }

        places.Add(within.End);
        _plain = plain.ToString();
        _places = [.. places];
    }

    /// <summary>Ranges as they are typed.</summary>
    public string Written(ImmutableArray<CodePointRange> ranges) => string.Join('\n', ranges.Select(range =>
        string.Create(CultureInfo.InvariantCulture, $"{range.Start}-{range.End}: {Plain(_points.ToUtf16(range.Start, range.End).In(_text).ToString())}")));

    /// <summary>Reads ranges.</summary>
    /// <param name="lines">What was typed.</param>
    /// <param name="ranges">The ranges, where it can be read.</param>
    /// <param name="problem">What is wrong, where it cannot.</param>
    public bool TryRead(string lines, out ImmutableArray<CodePointRange> ranges, out string? problem)
    {
        var read = ImmutableArray.CreateBuilder<CodePointRange>();
        problem = null;
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(ReviewRules.MostRanges + 1))
        {
            var place = Place().Match(line);
            var words = Plain(place.Success ? place.Groups[3].Value : line);
            int? start = place.Success ? int.Parse(place.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
            if (words.Length > 0) problem = Find(words, start, read);
            else read.Add(new CodePointRange(start!.Value, int.Parse(place.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)));
            if (problem is not null) break;
        }

        ranges = problem is null ? read.ToImmutable() : [];
        return problem is null;
    }

    private string? Find(string words, int? near, ImmutableArray<CodePointRange>.Builder read)
    {
        var found = Occurrences.Of(words, _plain).ToList();
        if (found.Count == 0) return $"“{Printed.Line(words, 80)}” does not stand here.";
        if (found.Count > 1 && near is null)
            return string.Create(CultureInfo.InvariantCulture, $"“{Printed.Line(words, 80)}” stands here {found.Count} times: put a place before the words, as in “120-185: words”.");
        var place = near is null ? 0 : _points.ToUtf16(Math.Min(near.Value, _points.Count));
        var at = found.MinBy(start => Math.Abs((long)_places[start] - place));
        var (from, to) = _points.FromUtf16(Span.FromBounds(_places[at], _places[at + words.Length - 1] + 1));
        read.Add(new CodePointRange(from, to));
        return null;
    }

    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd(' ');
    }

    [GeneratedRegex(@"^(\d{1,9})\s*[-–]\s*(\d{1,9})\s*(?::(.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Place();
}
