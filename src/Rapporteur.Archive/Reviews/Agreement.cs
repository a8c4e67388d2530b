using System.Collections.Immutable;
using Rapporteur.Archive.Search;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>How far what the reader marks is what reviewers mark.</summary>
/// <param name="Found">How many the reader marked.</param>
/// <param name="Given">How many reviewers did.</param>
/// <param name="Exact">How many of both are the same.</param>
/// <param name="Overlapping">How many of both share a character, the same included.</param>
public readonly record struct SpanAgreement(int Found, int Given, int Exact, int Overlapping)
{
    /// <summary>The F1 of those that are the same, 0 to 1; null where neither marked any.</summary>
    public double? ExactF1 => F1(Exact);

    /// <summary>The F1 of those that overlap, 0 to 1; null where neither marked any.</summary>
    public double? OverlapF1 => F1(Overlapping);

    /// <summary>The agreement over the same part of a further statement.</summary>
    internal SpanAgreement With(ImmutableArray<CodePointRange> found, ImmutableArray<CodePointRange> given) =>
        new(Found + (found.IsEmpty ? 0 : 1), Given + (given.IsEmpty ? 0 : 1),
            Exact + (!found.IsEmpty && found.SequenceEqual(given) ? 1 : 0), Overlapping + (Ranges.Shared(found, given) > 0 ? 1 : 0));

    private double? F1(int right) => Found + Given == 0 ? null : 2.0 * right / (Found + Given);
}

/// <summary>
/// The agreement between the reader and reviewers over reviews that stand: what a reviewer confirmed, corrected, rejected or added
/// beside what the reader had found at the time.
/// </summary>
/// <param name="Confirmed">How many statements are right as found.</param>
/// <param name="Corrected">How many are statements, but other than found.</param>
/// <param name="Rejected">How many are none.</param>
/// <param name="Missed">How many the reader missed.</param>
/// <param name="Source">The words that name who said it.</param>
/// <param name="Cue">The words that say it was said.</param>
/// <param name="Content">The words that were said.</param>
/// <param name="SameSpeaker">Of the statements that both see, those given to the same speaker: names are compared without case and accents.</param>
/// <param name="SameActs">Of these, those with the same acts.</param>
/// <param name="Acts">Single acts, of all statements.</param>
public sealed record Agreement(
    int Confirmed, int Corrected, int Rejected, int Missed, SpanAgreement Source, SpanAgreement Cue, SpanAgreement Content, int SameSpeaker, int SameActs,
    SpanAgreement Acts)
{
    /// <summary>How many statements both see.</summary>
    public int Shared => Confirmed + Corrected;

    /// <summary>How many reviews are counted.</summary>
    public int Reviews => Shared + Rejected + Missed;

    /// <summary>Of the statements that the reader found, the share that are some; null where there are none.</summary>
    public double? Precision => Share(Shared, Shared + Rejected);

    /// <summary>Of the statements that reviewers see, the share that the reader found; null where there are none. It is only as good as their search for missed ones.</summary>
    public double? Recall => Share(Shared, Shared + Missed);

    /// <summary>The share of statements given to the same speaker; null where there are none.</summary>
    public double? SpeakerShare => Share(SameSpeaker, Shared);

    /// <summary>The share of statements with the same acts; null where there are none.</summary>
    public double? ActShare => Share(SameActs, Shared);

    /// <summary>The agreement over no reviews.</summary>
    internal static Agreement None { get; } = new(0, 0, 0, 0, default, default, default, 0, 0, default);

    /// <summary>The agreement over a further review that stands.</summary>
    internal Agreement With(Review review)
    {
        var found = review.Body.Found;
        var given = review.Kind switch { ReviewKind.Confirmed => found, ReviewKind.Rejected => null, _ => review.Body.Given };
        var (foundActs, givenActs) = ((found?.Acts ?? []).ToHashSet(), (given?.Acts ?? []).ToHashSet());
        var (both, areShared) = (foundActs.Count(givenActs.Contains), found is not null && given is not null);
        return new Agreement(
            Confirmed + One(review.Kind == ReviewKind.Confirmed), Corrected + One(review.Kind == ReviewKind.Corrected),
            Rejected + One(review.Kind == ReviewKind.Rejected), Missed + One(review.Kind == ReviewKind.Added),
            Source.With(found?.Source ?? [], given?.Source ?? []), Cue.With(found?.Cue ?? [], given?.Cue ?? []), Content.With(found?.Content ?? [], given?.Content ?? []),
            SameSpeaker + One(areShared && IsSameName(found!.Speaker, given!.Speaker)), SameActs + One(areShared && foundActs.SetEquals(givenActs)),
            new SpanAgreement(Acts.Found + foundActs.Count, Acts.Given + givenActs.Count, Acts.Exact + both, Acts.Overlapping + both));
    }

    private static int One(bool counts) => counts ? 1 : 0;

    private static bool IsSameName(string? one, string? other) => (one is null ? null : FoldedWords.Fold(one)) == (other is null ? null : FoldedWords.Fold(other));

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
