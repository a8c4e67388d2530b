using System.Collections.Immutable;
using Rapporteur.Archive.Reviews;
using Rapporteur.Ledger;
using Rapporteur.Records;

namespace Rapporteur.Archive.Tests.Reviews;

/// <summary>Shorthand for reviewing in tests.</summary>
internal static class Reviewing
{
    public static readonly DateTimeOffset Noon = new(2024, 5, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An annotation whose parts are named by words that stand once in the text.</summary>
    public static Annotation Marked(string text, string source, string cue, string content, string? speaker = null, params SpeechAct[] acts) =>
        new(Range(text, source), Range(text, cue), Range(text, content), speaker, [.. acts]);

    public static ImmutableArray<CodePointRange> Range(string text, string words)
    {
        if (words.Length == 0) return [];
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return [new CodePointRange(text[..at].EnumerateRunes().Count(), text[..(at + words.Length)].EnumerateRunes().Count())];
    }

    public static Review Say(this StatementReviews reviews, long article, string? statement, ReviewKind kind, Annotation? given = null, string? comment = null, string who = "ada", int hours = 0, int? version = null, long? takesBack = null) =>
        reviews.Write(new ReviewDraft(article, kind, who, Noon.AddHours(hours)) { Statement = statement, Given = given, Comment = comment, Version = version, TakesBack = takesBack })!;
}
