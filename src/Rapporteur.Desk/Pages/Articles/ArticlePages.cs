using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Reviews;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>The pages of one article.</summary>
internal static class ArticlePages
{
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/articles", () => Results.Redirect("/"));
        routes.MapGet("/articles/{id:long}", Show);
        routes.MapGet("/articles/{id:long}/statements/{statement}", ShowStatement);
        routes.MapGet("/articles/{id:long}/changes", ShowChanges);
        routes.MapGet("/articles/{id:long}/export/{format}", Export);
        routes.MapGet("/articles/{id:long}/delete", AskToDelete).RequireAuthorization(Permission.Edit);
        routes.MapPost("/articles/{id:long}/delete", Delete).RequireAuthorization(Permission.Edit).Audit("article.delete");
    }

    private static IResult Show(NewsArchive archive, StatementReviews reviews, HttpRequest request, long id, int? version, int? part)
    {
        if (archive.Article(id) is not { } newest || reviews.Article(id, version) is not { } reviewed) return Results.NotFound();
        var layers = LayerChoice.Parse(request.Query[LayerChoice.Key]);
        return ArticlePage.Create(new ArticleModel(reviewed, archive.Versions(id), newest.Version, layers, part ?? 1));
    }

    private static IResult ShowStatement(StatementReviews reviews, long id, string statement)
    {
        if (reviews.Article(id) is not { } reviewed) return Results.NotFound();
        var found = reviewed.Record.Statements.FirstOrDefault(each => each.Id == statement);
        return found is null ? Results.NotFound() : StatementPage.Create(new StatementModel(reviewed, new RecordText(reviewed.Record.Document.Text), found));
    }

    private static IResult ShowChanges(NewsArchive archive, long id, int from, int to)
    {
        var versions = archive.Versions(id);
        var earlier = versions.FirstOrDefault(each => each.Version == from);
        var later = versions.FirstOrDefault(each => each.Version == to);
        if (earlier is null || later is null || archive.Record(id, from) is not { } one || archive.Record(id, to) is not { } other) return Results.NotFound();
        return ChangesPage.Create(new ChangesModel(later, earlier.Version, Changes.Between(one.Document, other.Document)));
    }

    private static IResult Export(NewsArchive archive, long id, string format, int? version)
    {
        var export = ArticleExport.All.FirstOrDefault(each => each.Name == format);
        if (export is null || archive.Record(id, version) is not { } record) return Results.NotFound();
        return Results.Bytes(export.Write(record, id), export.Type, string.Create(CultureInfo.InvariantCulture, $"article-{id}.{export.Ending}"));
    }

    private static IResult AskToDelete(NewsArchive archive, long id) =>
        archive.Article(id) is { } article ? DeletePage.Create(new DeleteModel(article)) : Results.NotFound();

    private static IResult Delete(NewsArchive archive, long id) => archive.Delete(id) ? Results.LocalRedirect("/") : Results.NotFound();
}
