using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Pages.Adding;
using Rapporteur.Desk.Pages.Articles;
using Rapporteur.Desk.Pages.Queue;

namespace Rapporteur.Desk.Pages;

/// <summary>The addresses of the reading room's pages.</summary>
internal static class ReadingRoom
{
    private const int ArticlesOfPage = 50;

    public static void MapReadingRoom(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("").InTurns();
        articles.MapGet("/", Home);
        articles.MapArticles();
        routes.MapAdding();
        routes.MapQueue();
    }

    private static IResult Home(NewsArchive archive, long? before)
    {
        var articles = archive.Latest(before, ArticlesOfPage);
        long? next = articles.Length == ArticlesOfPage ? articles[^1].Id : null;
        return HomePage.Create(new HomeModel(articles, archive.ArticleCount, next));
    }
}
