namespace Rapporteur.Archive.Reviews;

/// <summary>Which reviews are looked at; what is null does not matter.</summary>
/// <param name="Reviewer">Who made them.</param>
/// <param name="Outlet">Who published the article, in the version that was reviewed.</param>
/// <param name="From">The first day, UTC, that they were made on.</param>
/// <param name="To">The last.</param>
/// <param name="Kind">What they say.</param>
public sealed record ReviewFilter(string? Reviewer = null, string? Outlet = null, DateOnly? From = null, DateOnly? To = null, ReviewKind? Kind = null)
{
    /// <summary>Whether only reviews count that are what their thread comes to.</summary>
    public bool OnlyStanding { get; init; }
}

/// <summary>A review in a list, with its article.</summary>
/// <param name="Review">The review.</param>
/// <param name="Title">The article's headline in the version that was reviewed.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Stands">Whether it is what its thread comes to.</param>
public sealed record ListedReview(Review Review, string? Title, string? Outlet, bool Stands);
