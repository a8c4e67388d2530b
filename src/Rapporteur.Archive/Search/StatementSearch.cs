using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Search;

/// <summary>Finds statements of the newest versions of all articles.</summary>
public sealed class StatementSearch(NewsArchive archive)
{
    /// <summary>How many statements are counted; where there are more, a page says that there are.</summary>
    public const int MostCounted = 10_000;

    /// <summary>How many are ranked: where more fit, the latest of them. Words that so many statements hold tell little apart.</summary>
    public const int MostRanked = 2_000;

    /// <summary>A page of what a query finds.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="order">What comes first.</param>
    /// <param name="skip">How many come before the page.</param>
    /// <param name="take">How many the page holds at most.</param>
    public FoundPage Find(StatementQuery query, SearchOrder order, int skip = 0, int take = 20)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return archive.Read(database =>
        {
            var words = new WordQuery(database, query);
            var ranks = Ranks(query, order);
            var (first, most) = ranks ? (0, MostRanked) : (skip, take);
            var statements = words.Statements(descending: order != SearchOrder.Oldest, first, most);

            // Where they end before they must, they are counted already.
            var count = statements.Count < most && (statements.Count > 0 || first == 0) ? first + statements.Count : words.Count(MostCounted + 1);
            if (ranks) statements = [.. Relevance.Ranked(statements, query.ContentPhrases).Skip(skip).Take(take)];
            return Page(database, query, statements, count);
        });
    }

    /// <summary>How the statements that a query finds spread over speakers, outlets, acts, kinds and days.</summary>
    /// <param name="query">What is looked for.</param>
    public StatementFacets Facets(StatementQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return archive.Read(database => StatementFacets.Of(new WordQuery(database, query)));
    }

    /// <summary>The statements that a query finds over time.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="split">By what they are told apart.</param>
    public StatementTimeline Timeline(StatementQuery query, TimelineSplit split)
    {
        ArgumentNullException.ThrowIfNull(query);
        return archive.Read(database => StatementTimeline.Of(new WordQuery(database, query), split));
    }

    /// <summary>
    /// A page of what a query finds, and where it ends. Pages that follow each other hold no statement twice and leave none out,
    /// whatever is added in between.
    /// </summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="order">What comes first.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="take">How many the page holds at most.</param>
    public FoundPage FindAfter(StatementQuery query, SearchOrder order, SearchPlace? after, int take)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        return archive.Read(database =>
        {
            var words = new WordQuery(database, query);
            var following = Following(words, query, order, after, take + 1);
            var isWhole = after is null && following.Count <= take;
            var page = Page(database, query, [.. following.Take(take)], isWhole ? following.Count : words.Count(MostCounted + 1));
            if (following.Count <= take) return page;
            var last = page.Statements[^1].Statement.Name;
            var number = ArticleReader.NumberOf(database, last)!.Value;
            return page with { End = new SearchPlace(last, number, (after?.Before ?? 0) + take) };
        });
    }

    private static List<StoredStatement> Following(WordQuery words, StatementQuery query, SearchOrder order, SearchPlace? after, int take)
    {
        if (Ranks(query, order))
        {
            // Where the last one is gone meanwhile, so many as came before it.
            var ranked = Ranked(words, query);
            var place = after is null ? -1 : ranked.FindIndex(statement => statement.Name == after.Last);
            return [.. ranked.Skip(place >= 0 ? place + 1 : after?.Before ?? 0).Take(take)];
        }

        var descending = order != SearchOrder.Oldest;
        var rest = after is null ? words : descending ? words.Below(after.Number) : words.Above(after.Number);
        return rest.Statements(descending, 0, take);
    }

    private static bool Ranks(StatementQuery query, SearchOrder order) => order == SearchOrder.Relevance && query.ContentPhrases.Length > 0;

    private static List<StoredStatement> Ranked(WordQuery words, StatementQuery query) =>
        Relevance.Ranked(words.Statements(descending: true, 0, MostRanked), query.ContentPhrases);

    private static FoundPage Page(Database database, StatementQuery query, List<StoredStatement> statements, int count)
    {
        var articles = ArticleReader.Articles(database, statements.Select(statement => statement.Name.Article));
        return new FoundPage(
            [.. statements.Select(s => new FoundStatement(s, articles[s.Name.Article], Relevance.Matches(s.Content, query.ContentPhrases)))],
            Math.Min(count, MostCounted), count > MostCounted);
    }
}
