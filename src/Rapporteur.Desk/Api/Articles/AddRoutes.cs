using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;
using Rapporteur.Ingest;
using Rapporteur.Ingest.JsonLines;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api.Articles;

/// <summary>Adding articles, and reading them without keeping them.</summary>
internal static class AddRoutes
{
    /// <summary>What is taken as an article.</summary>
    private const string Json = "application/json", Text = "text/plain", Html = "text/html";

    /// <summary>What may be known of an article whose body is its text: parameters of the query.</summary>
    public static readonly string[] ArticleParameters = ["id", "title", "byline", "outlet", "url", "published", "modified", "language"];

    public static void MapAdding(this RouteGroupBuilder api)
    {
        var adding = api.MapGroup("").WithTags("Adding");
        adding.MapPost("/articles", Add).WithName("addArticle").Accepts<ArticleFields>(Json, Text, Html)
            .Produces<AddedArticle>().Produces<AddedArticle>(StatusCodes.Status201Created).Produces<AddedArticle>(StatusCodes.Status202Accepted).Refuses(400, 408, 409, 413, 415, 422, 503)
            .AddEndpointFilter(IdempotencyKeys.Filter).RequireAuthorization(Permission.Edit).Audit("article.add");
        adding.MapPost("/articles:fetch", Fetch).WithName("fetchArticle").Accepts<ArticleAddress>(Json)
            .Produces<AddedArticle>().Produces<AddedArticle>(StatusCodes.Status201Created).Produces<AddedArticle>(StatusCodes.Status202Accepted).Refuses(400, 408, 409, 413, 415, 422, 502, 503)
            .AddEndpointFilter(IdempotencyKeys.Filter).RequireAuthorization(Permission.Edit).Audit("article.add-fetched");
        adding.MapPost("/articles:batch", BatchRoute.Add).WithName("addArticles").Accepts<ArticleBatch>(Json, BatchRoute.Lines)
            .Produces<BatchResult>(StatusCodes.Status200OK, Json, BatchRoute.Lines).Refuses(400, 408, 409, 413, 415, 422)
            .AddEndpointFilter(IdempotencyKeys.Filter).RequireAuthorization(Permission.Edit).Audit("article.add-batch").DisableRequestTimeout();
        adding.MapPost("/read", Read).WithName("readArticle").Accepts<ArticleFields>(Json, Text, Html).Produces<Record>().Refuses(400, 408, 413, 415, 422, 503);
    }

    /// <summary>Add an article</summary>
    /// <remarks>
    /// As JSON, or its plain text or its web page as the body with what is known of it in the query. Adding the same again does
    /// nothing; an article of the same address that says something else is a new version. Where the desk adds through a queue that is
    /// long, the answer is 202 and the outcome "queued": ask again with the same article to learn its number.
    /// </remarks>
    internal static async Task<IResult> Add(HttpContext context, IIntake intake, CancellationToken cancellation) =>
        Added(context, await intake.Add(await Article(context), intake.Patience, cancellation));

    /// <summary>Fetch an article from the web and add it</summary>
    /// <remarks>Only from public addresses, and only what the site's robots.txt allows; one request a second to a site.</remarks>
    internal static async Task<IResult> Fetch(HttpContext context, IIntake intake, Addresses addresses, CancellationToken cancellation)
    {
        var address = await Body.Json<ArticleAddress>(context);
        return Added(context, await intake.Add(await addresses.Fetch(address.Url, cancellation), intake.Patience, cancellation));
    }

    /// <summary>Read an article without keeping it</summary>
    /// <remarks>Its record, as docs/record.md describes it.</remarks>
    internal static async Task<IResult> Read(HttpContext context, Readers readers, CancellationToken cancellation) =>
        TypedResults.Bytes(await readers.Read(await Article(context), record => record.ToJson(), cancellation), "application/json; charset=utf-8");

    private static IResult Added(HttpContext context, AddOutcome? outcome)
    {
        var added = AddedArticle.Of(outcome);
        if (outcome is null) return TypedResults.Accepted((string?)null, added);
        var location = $"{ApiRoutes.Root}/articles/{added.Article}";
        if (outcome.Value.As == AddedAs.New) return TypedResults.Created(location, added);
        context.Response.Headers.Location = location;
        return TypedResults.Ok(added);
    }

    private static async Task<Article> Article(HttpContext context)
    {
        if (context.Request.HasJsonContentType()) return (await Body.Json<ArticleFields>(context)).ToArticle();
        var type = context.Request.GetTypedHeaders().ContentType?.MediaType.Value;
        if (!string.Equals(type, Text, StringComparison.OrdinalIgnoreCase) && !string.Equals(type, Html, StringComparison.OrdinalIgnoreCase))
            throw Body.Unsupported($"{Json}, {Text} or {Html}");
        var bytes = await Body.Bytes(context);

        // Unpacking is for files: a small body must not become a large one here.
        if (bytes is [0x1F, 0x8B, ..]) throw Body.Unsupported("text or HTML as it is, not packed");
        var article = ArticleLoader.Load(new MemoryStream(bytes, writable: false), "");
        return Known(context.Request.Query).Over(article with { Id = null });
    }

    // Of a text or a page the query says what is known beside it.
    private static ArticleFields Known(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(name => !ArticleParameters.Contains(name)) is { } unknown)
            throw new RequestException(Problem.Of(StatusCodes.Status400BadRequest, "unknown-field", $"There is no parameter \"{unknown}\" here.") with { Field = unknown });
        string? Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return new ArticleFields
        {
            Id = Value("id"), Title = Value("title"), Byline = Value("byline"), Outlet = Value("outlet"), Url = Value("url"),
            Published = Value("published"), Modified = Value("modified"), Language = Value("language"),
        };
    }
}
