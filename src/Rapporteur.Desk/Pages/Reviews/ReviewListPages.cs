using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Reviews;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>The pages that list reviews: what is to do, what was done, and how far reader and reviewers agree.</summary>
internal static class ReviewListPages
{
    private const int MostBegun = 20, MostNotBegun = 30, ReviewsOfPage = 50;

    public static void MapReviewLists(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reviews", ToDo);
        routes.MapGet("/reviews/done", Done);
        routes.MapGet("/reviews/agreement", Agreement);
        routes.MapGet("/reviews/agreement.csv", AgreementTable);
    }

    private static IResult ToDo(NewsArchive archive, StatementReviews reviews, long? before)
    {
        var begun = before is null
            ? reviews.Begun(MostBegun).Select(article => reviews.Article(article)).OfType<ReviewedArticle>().Select(ArticleToDo.Of).Where(article => article.Next is not null).ToImmutableArray()
            : [];
        var latest = archive.Latest(before, MostNotBegun);
        var notBegun = reviews.NotBegun(latest).Select(article => new ArticleToDo(article, archive.Statements(article.Id).Length, 0, "s1")).Where(article => article.Statements > 0);
        return ToDoPage.Create(new ToDoModel(begun, [.. notBegun], latest.Length == MostNotBegun ? latest[^1].Id : null));
    }

    private static IResult Done(StatementReviews reviews, string? reviewer, string? outlet, string? from, string? to, string? kind, bool? all, long? before)
    {
        var chosen = new ReviewChoice(reviewer, outlet, from, to, kind, all ?? false);
        var page = reviews.Latest(chosen.Filter, before, ReviewsOfPage);
        return DonePage.Create(new DoneModel(chosen, page, page.Length == ReviewsOfPage ? page[^1].Review.Id : null));
    }

    private static IResult Agreement(StatementReviews reviews, string? reviewer, string? outlet, string? from, string? to, string? by)
    {
        var chosen = new ReviewChoice(reviewer, outlet, from, to, null, false);
        return AgreementPage.Create(new AgreementModel(chosen, ByOf(by), reviews.Agreement(chosen.Filter, ByOf(by))));
    }

    private static IResult AgreementTable(StatementReviews reviews, string? reviewer, string? outlet, string? from, string? to, string? by)
    {
        var chosen = new ReviewChoice(reviewer, outlet, from, to, null, false);
        return Results.Bytes(AgreementCsv.Of(reviews.Agreement(chosen.Filter, ByOf(by))), "text/csv; charset=utf-8", "agreement.csv");
    }

    private static AgreementBy ByOf(string? name) => Enum.TryParse<AgreementBy>(name, ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : AgreementBy.All;
}
