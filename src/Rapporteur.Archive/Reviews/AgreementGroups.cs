using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Archive.Reviews;

/// <summary>What agreement is told apart by.</summary>
public enum AgreementBy
{
    /// <summary>By nothing: one figure over all.</summary>
    All,

    /// <summary>By who made the review.</summary>
    Reviewer,

    /// <summary>By who published the article.</summary>
    Outlet,

    /// <summary>By the month in which the review was made, UTC.</summary>
    Month,

    /// <summary>By the version of the reader that was reviewed.</summary>
    Reader,
}

/// <summary>The agreement over some of the reviews.</summary>
/// <param name="Name">The reviewer, outlet, month (<c>2024-05</c>) or reader; null for all of them, or for an article whose outlet is not known.</param>
/// <param name="Agreement">How far reader and reviewers agree.</param>
public sealed record AgreementGroup(string? Name, Agreement Agreement);

internal static class AgreementGroups
{
    /// <summary>The agreement of each group, in the order of their names; one group, which may be of no reviews, where all are one.</summary>
    public static ImmutableArray<AgreementGroup> Of(IEnumerable<ListedReview> standing, AgreementBy by) => by == AgreementBy.All
        ? [new AgreementGroup(null, Agreement.Of(standing.Select(listed => listed.Review)))]
        : [.. standing.GroupBy(listed => Name(listed, by)).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new AgreementGroup(group.Key, Agreement.Of(group.Select(listed => listed.Review))))];

    private static string? Name(ListedReview listed, AgreementBy by) => by switch
    {
        AgreementBy.Reviewer => listed.Review.Reviewer,
        AgreementBy.Outlet => listed.Outlet,
        AgreementBy.Month => listed.Review.At.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => listed.Review.Body.Reader is { } reader ? $"{reader.Name} {reader.Version}, {reader.Model}" : null,
    };
}
