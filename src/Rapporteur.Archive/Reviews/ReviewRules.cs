using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>What may be said of a statement, whoever says it: ranges in the text, in order and apart; lengths that a page can show.</summary>
public static class ReviewRules
{
    /// <summary>How many ranges the source, the cue or the content of a statement may have.</summary>
    public const int MostRanges = 50;

    /// <summary>How many code points a statement may reach over, from its first word to its last.</summary>
    public const int LongestStatement = 100_000;

    /// <summary>How many UTF-16 units a speaker's name may have.</summary>
    public const int LongestSpeaker = 300;

    /// <summary>How many UTF-16 units a comment may have.</summary>
    public const int LongestComment = 4_000;

    /// <summary>How many UTF-16 units a reviewer's name may have.</summary>
    public const int LongestReviewer = 300;

    /// <summary>How many reviews an article may have.</summary>
    public const int MostReviews = 10_000;

    /// <summary>An annotation as it is kept: ranges in order, each act once, the name in one line.</summary>
    /// <exception cref="ReviewRefusedException">It cannot be kept.</exception>
    internal static Annotation Checked(Annotation given, int textLength)
    {
        var acts = given.Acts.Distinct().ToImmutableArray();
        if (acts.Any(act => !Enum.IsDefined(act))) throw new ReviewRefusedException("acts", "There is no such act.");
        var annotation = new Annotation(
            Checked("source", given.Source, textLength), Checked("cue", given.Cue, textLength), Checked("content", given.Content, textLength),
            Speaker(given.Speaker), acts);
        if (annotation.Content.IsEmpty) throw new ReviewRefusedException("content", "A statement has words that are said to have been said: mark them as its content.");
        CheckLength(annotation.Extent);
        return annotation;
    }

    /// <summary>Refuses a statement that reaches too far.</summary>
    internal static void CheckLength(CodePointRange extent)
    {
        if (extent.End - extent.Start > LongestStatement)
            throw new ReviewRefusedException("content", string.Create(CultureInfo.InvariantCulture, $"A statement that is reviewed may reach over {LongestStatement:N0} characters."));
    }

    /// <summary>A comment as it is kept; null where it says nothing.</summary>
    /// <exception cref="ReviewRefusedException">It is too long.</exception>
    internal static string? Comment(string? comment)
    {
        var text = WellFormed.OrNull(comment)?.ReplaceLineEndings("\n").Trim();
        if (text?.Length > LongestComment)
            throw new ReviewRefusedException("comment", string.Create(CultureInfo.InvariantCulture, $"A comment may have {LongestComment:N0} characters; this one has {text.Length:N0}."));
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The name of a reviewer as it is kept.</summary>
    /// <exception cref="ReviewRefusedException">It is none.</exception>
    internal static string Reviewer(string name) =>
        OneLine(name) is { Length: > 0 and <= LongestReviewer } line ? line : throw new ReviewRefusedException("reviewer", "A review wants the name of who makes it.");

    private static string? Speaker(string? name)
    {
        var line = name is null ? "" : OneLine(name);
        if (line.Length > LongestSpeaker)
            throw new ReviewRefusedException("speaker", string.Create(CultureInfo.InvariantCulture, $"A speaker's name may have {LongestSpeaker} characters; this one has {line.Length:N0}."));
        return line.Length > 0 ? line : null;
    }

    private static ImmutableArray<CodePointRange> Checked(string field, ImmutableArray<CodePointRange> ranges, int textLength)
    {
        if (ranges.Length > MostRanges) throw new ReviewRefusedException(field, string.Create(CultureInfo.InvariantCulture, $"The {field} may have {MostRanges} parts."));
        var ordered = ranges.Sort((one, other) => one.Start.CompareTo(other.Start));
        for (var i = 0; i < ordered.Length; i++)
        {
            var (start, end) = (ordered[i].Start, ordered[i].End);
            if (start < 0 || end > textLength || start >= end)
                throw new ReviewRefusedException(field, string.Create(CultureInfo.InvariantCulture, $"The {field} has a part from {start} to {end}, which is no part of the text: that has {textLength:N0} characters."));
            if (i > 0 && start < ordered[i - 1].End)
                throw new ReviewRefusedException(field, string.Create(CultureInfo.InvariantCulture, $"Two parts of the {field} overlap: one ends at {ordered[i - 1].End}, the next begins at {start}."));
        }

        return ordered;
    }

    // White space and what steers a terminal or a page is a blank.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, 2 * LongestSpeaker));
        foreach (var rune in WellFormed.Of(text).EnumerateRunes())
        {
            var isBlank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (!isBlank) line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }
}
