using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Statements;

/// <summary>The statements of the archive: found by queries, and one by one.</summary>
internal static class StatementRoutes
{
    public static void MapStatements(this RouteGroupBuilder api)
    {
        var statements = api.MapGroup("/statements").WithTags("Statements").InTurns();
        statements.MapGet("/", Find).WithName("findStatements").Produces<FoundStatements>().Refuses(400).AddEndpointFilter(EntityTags.Gathered);
        statements.MapGet("/{name}", Get).WithName("getStatement").Produces<StatementAnswer>().Refuses(404);
        statements.MapGet("/{name}/printings", Printings).WithName("listPrintings").Produces<StatementComparison>().Refuses(404).AddEndpointFilter(EntityTags.Gathered);
    }

    /// <summary>Find statements</summary>
    /// <remarks>Pages that follow each other hold no statement twice, whatever is added in between.</remarks>
    /// <param name="q">A query as docs/archive.md describes it: <c>speaker:"Ilse Marten" act:threaten day:2024</c>. Without it, all statements.</param>
    /// <param name="sort">What comes first: relevance, newest or oldest.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult Find(HttpContext context, NewsArchive archive, string? q, string? sort, string? cursor, int? limit)
    {
        var found = Page(context, archive, StatementQuery.Parse(q ?? ""), sort, cursor, limit);
        return TypedResults.Ok(found);
    }

    /// <summary>A page of what a query finds.</summary>
    internal static FoundStatements Page(HttpContext context, NewsArchive archive, StatementQuery query, string? sort, string? cursor, int? limit)
    {
        var order = Order(sort);
        var list = $"{context.Request.Path} {order} {query.Text}";
        var take = Paging.Limit(limit);
        var page = new StatementSearch(archive).FindAfter(query, order, Cursor.Read(list, cursor) is { } place ? Place(place) : null, take);
        var next = page.End is { } end ? Cursor.Write(list, string.Create(CultureInfo.InvariantCulture, $"{end.Last} {end.Number} {end.Before}")) : null;
        Paging.Link(context, next);
        return new FoundStatements([.. page.Statements.Select(FoundStatementJson.Of)], next, page.Count, page.HasMore);
    }

    /// <summary>Get a statement</summary>
    /// <remarks>With what its record says of it, and the evidence for each value.</remarks>
    /// <param name="name">Its name, 17-s3 (or 17#s3, the sign # written %23).</param>
    internal static IResult Get(HttpContext context, NewsArchive archive, string name)
    {
        var (statement, article) = Existing(archive, name);
        if (EntityTags.IsKnown(context, EntityTags.Of(article))) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var record = archive.RecordOf(article).Statements.FirstOrDefault(said => said.Id == statement.Name.Id);
        return TypedResults.Ok(new StatementAnswer(FoundStatementJson.Of(new FoundStatement(statement, article, [])), record));
    }

    /// <summary>List the printings of a statement</summary>
    /// <remarks>How other articles print the same quoted words, laid beside this one word by word.</remarks>
    /// <param name="name">Its name, 17-s3.</param>
    internal static IResult Printings(NewsArchive archive, string name) =>
        TypedResults.Ok(archive.Compare(Existing(archive, name).Statement.Name) ?? throw RequestException.NotFound("quoted word in this statement that could be compared"));

    private static (StoredStatement Statement, StoredArticle Article) Existing(NewsArchive archive, string name) =>
        StatementName.TryParse(name.Replace("-s", "#s", StringComparison.Ordinal), out var parsed) && archive.Statement(parsed) is { } statement
            && archive.Article(parsed.Article) is { } article
            ? (statement, article)
            : throw RequestException.NotFound("such statement");

    private static SearchOrder Order(string? sort) => sort switch
    {
        null or "relevance" => SearchOrder.Relevance,
        "newest" => SearchOrder.Newest,
        "oldest" => SearchOrder.Oldest,
        _ => throw RequestException.BadField("sort", "Statements are sorted by relevance, newest or oldest."),
    };

    private static SearchPlace Place(string place)
    {
        var parts = place.Split(' ');
        return new SearchPlace(StatementName.TryParse(parts[0], out var last) ? last : default, long.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
