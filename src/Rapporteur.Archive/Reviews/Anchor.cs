using System.Collections.Immutable;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Reviews;

/// <summary>
/// Where a review stands in the text of its version, by place and by words, as a W3C text position and text quote selector together:
/// the words find the place again in a later version.
/// </summary>
/// <param name="Start">The code point at which the words begin.</param>
/// <param name="Quote">The words from the first character that is marked to the last.</param>
public sealed record Anchor(int Start, string Quote)
{
    /// <summary>The words of ranges of the review that stands here, dots between them.</summary>
    public string Words(ImmutableArray<CodePointRange> ranges)
    {
        var points = new CodePoints(Quote);
        return string.Join(" … ", ranges.Select(range => points.ToUtf16(Within(range.Start), Math.Max(Within(range.Start), Within(range.End))).In(Quote).ToString()));

        int Within(int place) => Math.Clamp(place - Start, 0, points.Count);
    }

    /// <summary>How far the words have moved in another text; null where they do not stand there exactly once.</summary>
    internal int? MovedIn(string text, CodePoints points) =>
        Occurrences.Of(Quote, text).Take(2).ToArray() is [var only] ? points.FromUtf16(only) - Start : null;

    /// <summary>The anchor of a range of a text.</summary>
    internal static Anchor Of(CodePointRange range, string text, CodePoints points) =>
        new(range.Start, points.ToUtf16(range.Start, range.End).In(text).ToString());
}
