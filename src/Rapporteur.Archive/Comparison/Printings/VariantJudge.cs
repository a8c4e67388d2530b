using System.Collections.Immutable;

namespace Rapporteur.Archive.Comparison;

/// <summary>Judges whether two printings are of the same words, and lays them side by side.</summary>
internal static class VariantJudge
{
    // Tuned on the training part of PolNeAR and on planted variants.
    private const int FewestSame = 5, DaysOfOccasion = 7, SameOfOther = 8;
    private const double CoverOfChanged = 0.7;

    // What words in common tell: one for each that carries meaning, a fifth for each other. Stock phrases are said by many, and the same
    // ones by one speaker on other occasions, so that these take more.
    private const double LittleWord = 0.2, TellingOfOccasion = 2, Telling = 3.2, TellingOfOther = 5;

    // Two articles may print overlapping parts of one passage: what lies in both must be long enough to tell it.
    private const int SameOfOverlap = 10, ContentOfOverlap = 5;

    private const int ContentOfParaphrase = 4, DaysOfParaphrase = 10;
    private const double CoverOfParaphrase = 0.35, SharedContent = 0.5;

    /// <summary>Those of some printings in other articles that are variants of an original, by the day of publication, those without one last.</summary>
    public static ImmutableArray<Variant> Judge(PrintedStatement original, IEnumerable<PrintedStatement> others) =>
        [.. others.Where(other => other.Printing.Article != original.Printing.Article).Select(other => (other.Day, Variant: Judge(original, other)))
            .Where(judged => judged.Variant is not null).OrderBy(judged => judged.Day ?? DateOnly.MaxValue)
            .ThenBy(judged => judged.Variant!.Printing.Statement, StringComparer.Ordinal).Select(judged => judged.Variant!)];

    /// <summary>The printing as a variant of an original; null where it is none.</summary>
    public static Variant? Judge(PrintedStatement original, PrintedStatement printed)
    {
        var (first, second) = (WordRun.All(printed.Quoted.Words), WordRun.All(original.Quoted.Words));
        var steps = Alignment.Local(first, second, WordForms.English);
        if (steps.IsEmpty) return null;
        var agreement = SpeakerNames.Compare(original.Printing.Speaker, printed.Printing.Speaker);
        var shared = SharedWords.Of(steps, first.Words, WordForms.English);
        if (!IsTelling(shared, agreement, Days(original, printed))) return null;

        var described = new VariantSteps(original, printed, steps);
        return KindOf(original, printed, steps, shared, described, agreement) is { } kind ? new Variant(printed.Printing, kind, agreement, described.All()) : null;
    }

    private static bool IsTelling(SharedWords shared, SpeakerAgreement agreement, int? days)
    {
        var told = shared.Content + LittleWord * (shared.Same - shared.Content);
        return agreement == SpeakerAgreement.Differs ? shared.Same >= SameOfOther && told >= TellingOfOther
            : shared.Same >= FewestSame && told >= (agreement == SpeakerAgreement.Agrees && days <= DaysOfOccasion ? TellingOfOccasion : Telling);
    }

    private static int? Days(PrintedStatement original, PrintedStatement printed) =>
        original.Day is { } day && printed.Day is { } other ? Math.Abs(day.DayNumber - other.DayNumber) : null;

    private static VariantKind? KindOf(
        PrintedStatement original, PrintedStatement printed, ImmutableArray<Step> steps, SharedWords shared, VariantSteps described, SpeakerAgreement agreement)
    {
        var (ours, theirs) = (printed.Quoted.Words.Count, original.Quoted.Words.Count);
        var (covered, coveredTheirs) = (steps[^1].First.End - steps[0].First.First, steps[^1].Second.End - steps[0].Second.First);
        var shorter = Math.Min(ours, theirs);
        var isWhole = covered == ours || coveredTheirs == theirs;
        var overlaps = shared.Same >= SameOfOverlap && shared.Content >= ContentOfOverlap;
        if (!described.HasUnmarked && described.ChangedAtEnds == 0 && (isWhole || overlaps))
        {
            if (covered != ours || coveredTheirs != theirs) return VariantKind.Cut;
            return described.HasMarked ? VariantKind.Altered : VariantKind.Exact;
        }

        var common = overlaps ? Math.Min(shorter, Math.Max(covered, coveredTheirs) + described.ChangedAtEnds) : shorter;
        if (shared.Same >= common * CoverOfChanged && (overlaps || agreement != SpeakerAgreement.Differs)) return VariantKind.Changed;
        return IsParaphrase(original, printed, shared, agreement) ? VariantKind.Paraphrase : null;
    }

    private static bool IsParaphrase(PrintedStatement original, PrintedStatement printed, SharedWords shared, SpeakerAgreement agreement)
    {
        if (agreement != SpeakerAgreement.Agrees || !(Days(original, printed) <= DaysOfParaphrase)) return false;
        var (ours, theirs) = (ContentWords(printed.Quoted), ContentWords(original.Quoted));
        var common = ours.Count(theirs.Contains);
        var shorter = Math.Min(printed.Quoted.Words.Count, original.Quoted.Words.Count);
        return common >= ContentOfParaphrase && common >= Math.Min(ours.Count, theirs.Count) * SharedContent && shared.Same >= shorter * CoverOfParaphrase;
    }

    private static HashSet<string> ContentWords(QuotedWords quoted) =>
        quoted.Words.Forms.Where(form => !WordForms.English.IsFunction(form)).ToHashSet(StringComparer.Ordinal);
}
