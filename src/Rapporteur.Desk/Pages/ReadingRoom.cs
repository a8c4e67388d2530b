using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;

namespace Rapporteur.Desk.Pages;

/// <summary>The addresses of the reading room's pages.</summary>
internal static class ReadingRoom
{
    private const int ArticlesOfPage = 50;

    public static void MapReadingRoom(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Home);
    }

    private static IResult Home(NewsArchive archive) => HomePage.Create(new HomeModel([.. archive.Articles().Take(ArticlesOfPage)]));
}
