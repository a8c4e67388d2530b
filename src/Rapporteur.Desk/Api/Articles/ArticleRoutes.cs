using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Happenings;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api.Articles;

/// <summary>The articles of the archive, one by one and listed.</summary>
internal static class ArticleRoutes
{
    // An article list that is filtered looks at so many for one page; the page may then be short.
    private const int MostLookedAt = 5_000, AtATime = 250;

    public static void MapArticles(this RouteGroupBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles").InTurns();
        articles.MapGet("/", List).WithName("listArticles").Produces<Page<StoredArticle>>().Refuses(400).AddEndpointFilter(EntityTags.Gathered);
        articles.MapGet("/{id:long}", Get).WithName("getArticle").Produces<ArticleAnswer>().Refuses(404);
        articles.MapDelete("/{id:long}", Delete).WithName("deleteArticle").Produces(StatusCodes.Status204NoContent).Refuses(404, 412)
            .RequireAuthorization(Permission.Edit).Audit("article.delete");
        articles.MapGet("/{id:long}/versions", Versions).WithName("listArticleVersions").Produces<Page<StoredArticle>>().Refuses(404);
        articles.MapGet("/{id:long}/record", RecordAlone).WithName("getRecord").Produces<Record>().Refuses(404);
        articles.MapGet("/{id:long}/statements", Statements).WithName("listArticleStatements").Produces<Page<FoundStatementJson>>().Refuses(404);
        articles.MapGet("/{id:long}/comparison", Comparison).WithName("compareArticle").Produces<Page<StatementComparison>>().Refuses(404)
            .AddEndpointFilter(EntityTags.Gathered);
        articles.MapGet("/{id:long}/happening", HappeningAround).WithName("getArticleHappening").Produces<Happening>().Refuses(404)
            .AddEndpointFilter(EntityTags.Gathered);
    }

    /// <summary>List articles</summary>
    /// <remarks>
    /// The newest versions, those added last first. Where a filter finds little, a page may hold less than was asked for, and there
    /// is still a next one.
    /// </remarks>
    /// <param name="outlet">Only of this outlet: its name as it is written in the article.</param>
    /// <param name="from">Only published on this day or later: 2024-05-02.</param>
    /// <param name="to">Only published on this day or earlier.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult List(HttpContext context, NewsArchive archive, string? outlet, DateOnly? from, DateOnly? to, string? cursor, int? limit)
    {
        var list = string.Create(CultureInfo.InvariantCulture, $"articles {from:yyyy-MM-dd}..{to:yyyy-MM-dd} {outlet}");
        var take = Paging.Limit(limit);
        long? before = Cursor.Read(list, cursor) is { } place ? long.Parse(place, CultureInfo.InvariantCulture) : null;
        var found = ImmutableArray.CreateBuilder<StoredArticle>();
        for (var looked = 0; looked < MostLookedAt;)
        {
            var latest = archive.Latest(before, AtATime);
            foreach (var article in latest)
            {
                before = article.Id;
                looked++;
                if (IsWanted(article, outlet, from, to)) found.Add(article);
                if (found.Count == take) return Answer();
            }

            if (latest.Length < AtATime)
            {
                before = null;
                break;
            }
        }

        return Answer();

        IResult Answer()
        {
            var next = before is { } last && archive.Latest(last, 1).Length > 0 ? Cursor.Write(list, last.ToString(CultureInfo.InvariantCulture)) : null;
            Paging.Link(context, next);
            return TypedResults.Ok(new Page<StoredArticle>(found.ToImmutable(), next));
        }
    }

    private static bool IsWanted(StoredArticle article, string? outlet, DateOnly? from, DateOnly? to)
    {
        if (outlet is not null && article.Outlet != outlet) return false;
        if (from is null && to is null) return true;
        return PublicationDate.TryParse(article.Published, out var published) && !(published.Day < from) && !(published.Day > to);
    }

    /// <summary>Get an article</summary>
    /// <remarks>The article with its text and its record.</remarks>
    /// <param name="id">Its number.</param>
    /// <param name="version">The version's number; without it, the newest.</param>
    internal static IResult Get(HttpContext context, NewsArchive archive, long id, int? version)
    {
        var article = archive.Existing(id, version);
        return EntityTags.IsKnown(context, EntityTags.Of(article))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new ArticleAnswer(article, archive.RecordOf(article)));
    }

    /// <summary>Delete an article</summary>
    /// <remarks>With all its versions, records and statements. With If-Match it is deleted only where nothing has changed.</remarks>
    /// <param name="id">Its number.</param>
    internal static IResult Delete(HttpContext context, NewsArchive archive, long id)
    {
        if (!EntityTags.IsAsExpected(context, EntityTags.Of(archive.Existing(id))))
            throw new RequestException(Problem.Of(StatusCodes.Status412PreconditionFailed, "The article is no longer what it was."));
        return archive.Delete(id) ? TypedResults.NoContent() : throw RequestException.NotFound("such article");
    }

    /// <summary>List the versions of an article</summary>
    /// <param name="id">Its number.</param>
    internal static IResult Versions(NewsArchive archive, long id)
    {
        archive.Existing(id);
        return TypedResults.Ok(new Page<StoredArticle>(archive.Versions(id), null));
    }

    /// <summary>Get the record of an article</summary>
    /// <remarks>As docs/record.md describes it: the same bytes that the command writes.</remarks>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version's number; without it, the newest.</param>
    internal static IResult RecordAlone(HttpContext context, NewsArchive archive, long id, int? version)
    {
        var article = archive.Existing(id, version);
        return EntityTags.IsKnown(context, EntityTags.Of(article))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(archive.RecordOf(article).ToJson(), "application/json; charset=utf-8");
    }

    /// <summary>List the statements of an article</summary>
    /// <remarks>Those of its newest version, in the order of its text.</remarks>
    /// <param name="id">Its number.</param>
    internal static IResult Statements(HttpContext context, NewsArchive archive, long id)
    {
        var article = archive.Existing(id);
        return EntityTags.IsKnown(context, EntityTags.Of(article))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Page<FoundStatementJson>(
                [.. archive.Statements(id).Select(statement => FoundStatementJson.Of(new FoundStatement(statement, article, [])))], null));
    }

    /// <summary>Compare an article with the others</summary>
    /// <remarks>Its quotations, each with the other articles that print the same words.</remarks>
    /// <param name="id">Its number.</param>
    internal static IResult Comparison(NewsArchive archive, long id)
    {
        archive.Existing(id);
        return TypedResults.Ok(new Page<StatementComparison>([.. archive.Compare(id).Where(comparison => !comparison.Variants.IsEmpty)], null));
    }

    /// <summary>Get the happening that an article is about</summary>
    /// <remarks>Not found also where no other article is about the same.</remarks>
    /// <param name="id">Its number.</param>
    internal static IResult HappeningAround(NewsArchive archive, long id)
    {
        archive.Existing(id);
        return TypedResults.Ok(HappeningFinder.Around(archive, id) ?? throw RequestException.NotFound("other article about the same"));
    }
}
