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
/// <param name="Name">The reviewer, outlet, month (<c>2024-05</c>) or reader; null where it is not known: an article without outlet, a statement that no reader found.</param>
/// <param name="Agreement">How far reader and reviewers agree.</param>
public sealed record AgreementGroup(string? Name, Agreement Agreement);

/// <summary>How far reader and reviewers agree.</summary>
/// <param name="All">Over all reviews.</param>
/// <param name="Groups">Over those of each reviewer, outlet, month or reader, in the order of their names; empty where they are not told apart.</param>
public sealed record AgreementReport(Agreement All, ImmutableArray<AgreementGroup> Groups)
{
    /// <summary>Counts reviews that stand.</summary>
    internal static AgreementReport Of(IEnumerable<ListedReview> standing, AgreementBy by)
    {
        var all = Agreement.None;
        var groups = new SortedDictionary<string, Agreement>(StringComparer.Ordinal);
        foreach (var listed in standing)
        {
            all = all.With(listed.Review);
            if (by == AgreementBy.All) continue;
            var name = Name(listed, by) ?? "";
            groups[name] = groups.GetValueOrDefault(name, Agreement.None).With(listed.Review);
        }

        return new AgreementReport(all, [.. groups.Select(group => new AgreementGroup(group.Key.Length > 0 ? group.Key : null, group.Value))]);
    }

    private static string? Name(ListedReview listed, AgreementBy by) => by switch
    {
        AgreementBy.Reviewer => listed.Review.Reviewer,
        AgreementBy.Outlet => listed.Outlet,
        AgreementBy.Month => listed.Review.At.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => listed.Review.Body.Reader is { } reader ? $"{reader.Name} {reader.Version}, {reader.Model}" : null,
    };
}
