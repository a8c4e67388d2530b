using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Rapporteur.Archive.Reviews;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Api.Reviews;

/// <summary>What people say of statements.</summary>
internal static class ReviewRoutes
{
    private const string Json = "application/json";

    public static void MapReviews(this RouteGroupBuilder api)
    {
        var reviews = api.MapGroup("").WithTags("Reviews").InTurns();
        reviews.MapGet("/reviews", List).WithName("listReviews").Produces<Page<ReviewAnswer>>().Refuses(400).AddEndpointFilter(EntityTags.Gathered);
        reviews.MapGet("/reviews/agreement", Agreement).WithName("getAgreement").Produces<AgreementReport>().Refuses(400).AddEndpointFilter(EntityTags.Gathered);
        reviews.MapGet("/articles/{id:long}/reviews", OfArticle).WithName("listArticleReviews").Produces<Page<ReviewedStatementAnswer>>().Refuses(404)
            .AddEndpointFilter(EntityTags.Gathered);
        reviews.MapPost("/articles/{id:long}/reviews", Add).WithName("addMissedStatement").Accepts<ReviewRequest>(Json)
            .Produces<ReviewAnswer>(StatusCodes.Status201Created).Refuses(400, 404, 408, 409, 413, 415, 422)
            .AddEndpointFilter(IdempotencyKeys.Filter).RequireAuthorization(Permission.Edit).Audit("review.add");
        reviews.MapGet("/articles/{id:long}/statements/{statement}/reviews", OfStatement).WithName("getStatementReviews").Produces<ReviewedStatementAnswer>().Refuses(404);
        reviews.MapPost("/articles/{id:long}/statements/{statement}/reviews", Write).WithName("reviewStatement").Accepts<ReviewRequest>(Json)
            .Produces<ReviewAnswer>(StatusCodes.Status201Created).Refuses(400, 404, 408, 409, 412, 413, 415, 422)
            .AddEndpointFilter(IdempotencyKeys.Filter).RequireAuthorization(Permission.Edit).Audit("review.write");
        reviews.MapDelete("/articles/{id:long}/statements/{statement}/reviews/{review:long}", TakeBack).WithName("takeBackReview").Produces<ReviewAnswer>()
            .Refuses(404, 412, 422).RequireAuthorization(Permission.Edit).Audit("review.take-back");
    }

    /// <summary>List reviews</summary>
    /// <remarks>Those made last first.</remarks>
    /// <param name="reviewer">Only by this person.</param>
    /// <param name="outlet">Only of articles of this outlet.</param>
    /// <param name="from">Only made on this day, UTC, or later: 2024-05-02.</param>
    /// <param name="to">Only made on this day or earlier.</param>
    /// <param name="kind">Only those that say this: confirmed, corrected, rejected, added, remarked or takenBack.</param>
    /// <param name="holds">Only those that are what was said of their statement last and not taken back.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult List(
        HttpContext context, StatementReviews reviews, string? reviewer, string? outlet, DateOnly? from, DateOnly? to, string? kind, bool? holds, string? cursor, int? limit)
    {
        var filter = Filter(reviewer, outlet, from, to) with { Kind = KindOf(kind), OnlyStanding = holds ?? false };
        var take = Paging.Limit(limit);
        var list = $"reviews {filter}";
        long? before = Cursor.Read(list, cursor) is { } place ? long.Parse(place, CultureInfo.InvariantCulture) : null;
        var found = reviews.Latest(filter, before, take + 1);
        var end = found.Length > take ? found[take - 1].Review.Id.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(Paging.Of(context, list, [.. found.Take(take).Select(listed => ReviewAnswer.Of(listed.Review))], end));
    }

    /// <summary>Get the agreement between reader and reviewers</summary>
    /// <remarks>Counted is what holds of each statement, beside what the reader had found at the time; shares lie between 0 and 1.</remarks>
    /// <param name="reviewer">Only reviews by this person.</param>
    /// <param name="outlet">Only of articles of this outlet.</param>
    /// <param name="from">Only reviews made on this day, UTC, or later: 2024-05-02.</param>
    /// <param name="to">Only made on this day or earlier.</param>
    /// <param name="by">What they are told apart by: reviewer, outlet, month or reader.</param>
    internal static IResult Agreement(StatementReviews reviews, string? reviewer, string? outlet, DateOnly? from, DateOnly? to, string? by)
    {
        var filter = Filter(reviewer, outlet, from, to);
        var way = by is null or "" ? AgreementBy.All
            : Enum.TryParse<AgreementBy>(by, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsDigit(by[0]) ? known
            : throw RequestException.BadField("by", "Reviews are told apart by reviewer, outlet, month or reader.");
        return TypedResults.Ok(reviews.Agreement(filter, way));
    }

    /// <summary>List the statements of an article with what people say of them</summary>
    /// <remarks>All that the reader finds or people spoke of, in the order of the text; then those of other versions whose words do not stand in this one.</remarks>
    /// <param name="id">The article's number.</param>
    /// <param name="version">The version's number; without it, the newest.</param>
    internal static IResult OfArticle(StatementReviews reviews, long id, int? version)
    {
        var article = Existing(reviews, id, version);
        return TypedResults.Ok(new Page<ReviewedStatementAnswer>([.. article.Statements.Concat(article.Elsewhere).Select(ReviewedStatementAnswer.Of)], null));
    }

    /// <summary>Get what people say of a statement</summary>
    /// <remarks>The ETag is for If-Match of a review: so nobody writes over what they have not seen.</remarks>
    /// <param name="id">The article's number.</param>
    /// <param name="statement">The statement's name in it: s3, or r12.</param>
    /// <param name="version">The version's number; without it, the newest.</param>
    internal static IResult OfStatement(HttpContext context, StatementReviews reviews, long id, string statement, int? version)
    {
        var found = Existing(Existing(reviews, id, version), statement);
        return EntityTags.IsKnown(context, Tag(found)) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(ReviewedStatementAnswer.Of(found));
    }

    /// <summary>Add a statement that the reader missed</summary>
    /// <remarks>The kind is added.</remarks>
    /// <param name="id">The article's number.</param>
    internal static async Task<IResult> Add(HttpContext context, StatementReviews reviews, TimeProvider clock, long id) =>
        Created(Written(reviews, Draft(context, clock, id, await Body.Json<ReviewRequest>(context))));

    /// <summary>Review a statement</summary>
    /// <remarks>
    /// Reviews are only ever added; the last that says what the statement is holds. With If-Match it is written only where nothing was
    /// said, and nothing read anew, since the ETag was had.
    /// </remarks>
    /// <param name="id">The article's number.</param>
    /// <param name="statement">The statement's name in it: s3, or r12.</param>
    internal static async Task<IResult> Write(HttpContext context, StatementReviews reviews, TimeProvider clock, long id, string statement)
    {
        var request = await Body.Json<ReviewRequest>(context);
        if (request.Kind == ReviewKind.TakenBack) throw RequestException.BadField("kind", "A review is taken back with DELETE.");
        return Created(Written(reviews, Draft(context, clock, id, request) with { Statement = statement, Seen = Seen(context, reviews, id, statement, request.Version) }));
    }

    /// <summary>Take a review back</summary>
    /// <remarks>It stays in the history; what was said before it holds again. The answer is the review that takes it back.</remarks>
    /// <param name="id">The article's number.</param>
    /// <param name="statement">The statement's name in it: s3, or r12.</param>
    /// <param name="review">The review's number.</param>
    internal static IResult TakeBack(HttpContext context, StatementReviews reviews, TimeProvider clock, long id, string statement, long review) =>
        TypedResults.Ok(ReviewAnswer.Of(Written(reviews, Draft(context, clock, id, new ReviewRequest(ReviewKind.TakenBack)) with
        {
            Statement = statement, TakesBack = review, Seen = Seen(context, reviews, id, statement, null),
        })));

    private static ReviewDraft Draft(HttpContext context, TimeProvider clock, long id, ReviewRequest request) =>
        new(id, request.Kind, context.User.Identity?.Name ?? "", clock.GetUtcNow()) { Version = request.Version, Given = request.Given, Comment = request.Comment };

    private static Review Written(StatementReviews reviews, ReviewDraft draft)
    {
        try
        {
            return reviews.Write(draft) ?? throw RequestException.NotFound("such statement");
        }
        catch (ReviewRefusedException e)
        {
            throw new RequestException(Problem.Of(StatusCodes.Status422UnprocessableEntity, "bad-review", e.Message) with { Field = e.Field });
        }
        catch (ReviewOutrunException)
        {
            throw Changed();
        }
    }

    // The tag that the archive must find again within its transaction; null where the caller does not care.
    private static string? Seen(HttpContext context, StatementReviews reviews, long id, string name, int? version)
    {
        if (context.Request.GetTypedHeaders().IfMatch.Count == 0) return null;
        var statement = Existing(Existing(reviews, id, version), name);
        return EntityTags.IsAsExpected(context, Tag(statement)) ? statement.Tag : throw Changed();
    }

    private static RequestException Changed() =>
        new(Problem.Of(StatusCodes.Status412PreconditionFailed, "Somebody reviewed the statement, or it was read anew, since it was looked at."));

    private static EntityTagHeaderValue Tag(ReviewedStatement statement) => new($"\"{statement.Tag}\"");

    private static IResult Created(Review review)
    {
        var answer = ReviewAnswer.Of(review);
        return TypedResults.Created(string.Create(CultureInfo.InvariantCulture, $"{ApiRoutes.Root}/articles/{review.Article}/statements/{answer.Statement}/reviews"), answer);
    }

    private static ReviewedArticle Existing(StatementReviews reviews, long id, int? version) => reviews.Article(id, version) ?? throw RequestException.NotFound($"article {id}, or no such version of it");

    private static ReviewedStatement Existing(ReviewedArticle article, string name) => article.Statement(name) ?? throw RequestException.NotFound("such statement");

    private static ReviewFilter Filter(string? reviewer, string? outlet, DateOnly? from, DateOnly? to) => new(Some(reviewer), Some(outlet), from, to);

    private static ReviewKind? KindOf(string? name) => Some(name) is null ? null
        : Pages.Reviews.ReviewForm.NameOf(name) ?? throw RequestException.BadField("kind", "A review is confirmed, corrected, rejected, added, remarked or takenBack.");

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
