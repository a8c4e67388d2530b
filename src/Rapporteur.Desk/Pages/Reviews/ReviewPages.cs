using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive.Reviews;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>The pages on which people review statements.</summary>
internal static class ReviewPages
{
    public static void AddReviews(this IServiceCollection services) => services.AddSingleton<StatementReviews>();

    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        routes.MapReviewLists();
        routes.MapGet("/articles/{id:long}/review", ShowMissed).RequireAuthorization(Permission.Edit);
        routes.MapPost("/articles/{id:long}/review", Add).RequireAuthorization(Permission.Edit).Audit("review.add");
        routes.MapGet("/articles/{id:long}/statements/{statement}/review", Show).RequireAuthorization(Permission.Edit);
        routes.MapPost("/articles/{id:long}/statements/{statement}/review", Say).RequireAuthorization(Permission.Edit).Audit("review.write");
    }

    private static IResult ShowMissed(StatementReviews reviews, long id, int? version, int? part) =>
        reviews.Article(id, version) is { } article ? ReviewPage.Create(new ReviewModel(article, null, part ?? 1)) : Results.NotFound();

    private static IResult Show(StatementReviews reviews, long id, string statement, int? version, string? said) =>
        reviews.Article(id, version) is { } article && article.Statement(statement) is { } found
            ? ReviewPage.Create(new ReviewModel(article, found) { Said = ReviewForm.NameOf(said) })
            : Results.NotFound();

    private static Task<IResult> Add(StatementReviews reviews, TimeProvider clock, HttpContext context, long id, int? version, int? part) =>
        Take(reviews, clock, context, id, null, version, part);

    private static Task<IResult> Say(StatementReviews reviews, TimeProvider clock, HttpContext context, long id, string statement, int? version) =>
        Take(reviews, clock, context, id, statement, version, null);

    private static async Task<IResult> Take(StatementReviews reviews, TimeProvider clock, HttpContext context, long id, string? name, int? version, int? part)
    {
        var form = ReviewForm.Of(await context.Form());
        if (form.Kind is not { } kind) return Results.BadRequest();
        if (reviews.Article(id, form.Version ?? version) is not { } article) return Results.NotFound();
        var statement = name is null ? null : article.Statement(name);
        if (name is not null && statement is null) return Results.NotFound();

        var (given, problem) = kind is ReviewKind.Corrected or ReviewKind.Added ? form.Read(new ReviewModel(article, statement, part ?? 1).Words) : (null, null);
        if (problem is not null) return Refused(article, statement, part, form, problem.Value);
        try
        {
            var written = reviews.Write(new ReviewDraft(id, kind, context.User.Identity?.Name ?? "", clock.GetUtcNow())
            {
                Version = article.Article.Version, Statement = statement?.Id, Given = given, Comment = form.Comment, Seen = form.Seen, TakesBack = form.TakesBack,
            });
            return written is null ? Results.NotFound() : TypedResults.LocalRedirect(string.Create(
                CultureInfo.InvariantCulture, $"/articles/{id}/statements/r{written.Thread}/review?said={ReviewForm.NameOf(written.Kind)}{(version is null ? "" : $"&version={version}")}"));
        }
        catch (ReviewRefusedException e)
        {
            return Refused(article, statement, part, form, (e.Field, e.Message));
        }
        catch (ReviewOutrunException)
        {
            return reviews.Article(id, article.Article.Version) is { } now && now.Statement(name!) is { } latest
                ? Page(new ReviewModel(now, latest) { Form = form, WasOutrun = true }, StatusCodes.Status409Conflict)
                : Results.NotFound();
        }
    }

    private static IResult Refused(ReviewedArticle article, ReviewedStatement? statement, int? part, ReviewForm form, (string Field, string Message) problem) =>
        Page(new ReviewModel(article, statement, part ?? 1) { Form = form, Problem = problem }, StatusCodes.Status422UnprocessableEntity);

    private static RazorSlices.RazorSlice<ReviewModel> Page(ReviewModel model, int status)
    {
        var page = ReviewPage.Create(model);
        page.StatusCode = status;
        return page;
    }
}
