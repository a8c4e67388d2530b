using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Reviews;

namespace Rapporteur.Desk.Api.Reviews;

/// <summary>What somebody wants to say of a statement.</summary>
/// <param name="Kind">What is said: confirmed, corrected, rejected or remarked; of a statement that was missed, added.</param>
internal sealed record ReviewRequest(ReviewKind Kind)
{
    /// <summary>The statement as it should be, where it is corrected or added.</summary>
    public Annotation? Given { get; init; }

    /// <summary>Why, or the remark.</summary>
    public string? Comment { get; init; }

    /// <summary>The number of the version whose text the ranges count in; without it, the newest.</summary>
    public int? Version { get; init; }
}

/// <summary>A review: what one person said of one statement at one time.</summary>
/// <param name="Id">Its number; later ones have higher numbers.</param>
/// <param name="Article">The article's number.</param>
/// <param name="Version">The number of the version whose text its ranges count in.</param>
/// <param name="Statement">The statement, by its first review: r12. It goes by this name wherever the record holds it.</param>
/// <param name="Kind">What was said.</param>
/// <param name="TakesBack">The number of the review that it takes back, or null.</param>
/// <param name="Reviewer">Who said it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Start">The code point at which the statement begins.</param>
/// <param name="Quote">Its words, from the first that is marked to the last.</param>
/// <param name="Found">The statement as the reader had found it, or null.</param>
/// <param name="Given">The statement as the reviewer marks it, or null.</param>
/// <param name="Comment">Why, or null.</param>
internal sealed record ReviewAnswer(
    long Id, long Article, int Version, string Statement, ReviewKind Kind, long? TakesBack, string Reviewer, DateTimeOffset At, int Start, string Quote,
    Annotation? Found, Annotation? Given, string? Comment)
{
    public static ReviewAnswer Of(Review review) => new(
        review.Id, review.Article, review.Version, string.Create(CultureInfo.InvariantCulture, $"r{review.Thread}"), review.Kind, review.TakesBack, review.Reviewer,
        review.At, review.Body.Anchor.Start, review.Body.Anchor.Quote, review.Body.Found, review.Body.Given, review.Body.Comment);
}

/// <summary>A statement with all that was said of it. Its own ranges count in the version asked for, those of reviews in theirs.</summary>
/// <param name="Statement">Its name in the article: s3 as in the record; r12, by its first review, where the record does not hold it.</param>
/// <param name="Found">What the reader says it is; null where the reader does not find it.</param>
/// <param name="Holds">What it is, people's word before the reader's; null where people say that it is none.</param>
/// <param name="Standing">The number of the review that says so; null where none does.</param>
/// <param name="CarriedFrom">The number of the version that it was reviewed in, where that is another one; or null.</param>
/// <param name="Elsewhere">Whether its words do not stand in this version, or no longer only once.</param>
/// <param name="Reviews">What was said, the earliest first.</param>
internal sealed record ReviewedStatementAnswer(
    string Statement, Annotation? Found, Annotation? Holds, long? Standing, int? CarriedFrom, bool Elsewhere, ImmutableArray<ReviewAnswer> Reviews)
{
    public static ReviewedStatementAnswer Of(ReviewedStatement statement) => new(
        statement.Id, statement.Read, statement.Holds, statement.Thread?.Standing?.Id, statement.CarriedFrom, statement.IsOfAnotherVersion,
        [.. (statement.Thread?.Reviews ?? []).Select(ReviewAnswer.Of)]);
}
