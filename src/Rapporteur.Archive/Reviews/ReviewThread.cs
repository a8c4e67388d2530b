using System.Collections.Immutable;

namespace Rapporteur.Archive.Reviews;

/// <summary>All that was said of one statement.</summary>
public sealed class ReviewThread
{
    private readonly HashSet<long> _takenBack;

    internal ReviewThread(IEnumerable<Review> reviews)
    {
        Reviews = [.. reviews];
        _takenBack = [.. Reviews.Select(review => review.TakesBack).OfType<long>()];
        Standing = Reviews.LastOrDefault(review => Settles(review.Kind) && !IsTakenBack(review));
        Placing = Standing is { Body.Subject: not null } ? Standing : Reviews.Last(review => review.Body.Subject is not null);
    }

    /// <summary>The number of its first review.</summary>
    public long Id => Reviews[0].Thread;

    /// <summary>The reviews, the earliest first.</summary>
    public ImmutableArray<Review> Reviews { get; }

    /// <summary>What was said last.</summary>
    public Review Latest => Reviews[^1];

    /// <summary>What it comes to: the last that settles what the statement is and was not taken back; null where nothing does.</summary>
    public Review? Standing { get; }

    /// <summary>The review that says where the statement stands.</summary>
    internal Review Placing { get; }

    /// <summary>Whether a later review takes this one back.</summary>
    public bool IsTakenBack(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return _takenBack.Contains(review.Id);
    }

    /// <summary>Whether a review of this kind says what a statement is.</summary>
    internal static bool Settles(ReviewKind kind) => kind is ReviewKind.Confirmed or ReviewKind.Corrected or ReviewKind.Rejected or ReviewKind.Added;
}
