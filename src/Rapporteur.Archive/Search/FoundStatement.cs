using System.Collections.Immutable;
using Rapporteur.Archive.Store;
using Rapporteur.Text;

namespace Rapporteur.Archive.Search;

/// <summary>A statement that a query found.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Article">The article that holds it.</param>
/// <param name="Matches">The words of its content that were looked for, in UTF-16 units of the content.</param>
public sealed record FoundStatement(StoredStatement Statement, StoredArticle Article, ImmutableArray<Span> Matches);

/// <summary>A page of what a query found.</summary>
/// <param name="Statements">The statements of the page.</param>
/// <param name="Count">How many there are in all, counted up to <see cref="StatementSearch.MostCounted"/>.</param>
/// <param name="HasMore">Whether there are more than <paramref name="Count"/>.</param>
public sealed record FoundPage(ImmutableArray<FoundStatement> Statements, int Count, bool HasMore)
{
    /// <summary>Where the page ends, for the page after it; null where nothing comes after it.</summary>
    public SearchPlace? End { get; init; }

    /// <summary>The page as CSV (RFC 4180): a heading, then one row a statement.</summary>
    public byte[] ToCsv() => FoundCsv.Of(this);

    /// <summary>The page as indented JSON; docs/archive.md describes its keys.</summary>
    /// <param name="query">The query that found it.</param>
    public byte[] ToJson(StatementQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return FoundPageJson.Of(query, this).ToJson();
    }
}

/// <summary>Where a page of found statements ends.</summary>
/// <param name="Last">The page's last statement.</param>
/// <param name="Number">Its place in the order of time.</param>
/// <param name="Before">How many statements came up to it.</param>
public sealed record SearchPlace(StatementName Last, long Number, int Before);

/// <summary>What comes first.</summary>
public enum SearchOrder
{
    /// <summary>What fits best (see <see cref="StatementSearch.MostRanked"/>).</summary>
    Relevance,

    /// <summary>The latest.</summary>
    Newest,

    /// <summary>The earliest; what has no day before that.</summary>
    Oldest,
}
