using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Happenings;
using Rapporteur.Desk.Api.Requests;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api;

/// <summary>What articles are about: happenings, with who covers them and who is cited where.</summary>
internal static class HappeningRoutes
{
    private const int UsualDays = 30, MostDays = 366;

    public static void MapHappenings(this RouteGroupBuilder api)
    {
        var happenings = api.MapGroup("/happenings").WithTags("Happenings").InTurns().AddEndpointFilter(EntityTags.Gathered);
        happenings.MapGet("/", List).WithName("listHappenings").Produces<Page<Happening>>().Refuses(400);
        happenings.MapGet("/{id:long}", Get).WithName("getHappening").Produces<Happening>().Refuses(404);
    }

    /// <summary>List happenings</summary>
    /// <remarks>Those with most articles first.</remarks>
    /// <param name="from">The first day of publication; without it, 30 days before the last.</param>
    /// <param name="to">The last day of publication; without it, the latest of the archive. A year lies between them at most.</param>
    /// <param name="outlets">Only what at least so many outlets cover.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="limit">How many at most, 1 to 500.</param>
    internal static IResult List(HttpContext context, NewsArchive archive, DateOnly? from, DateOnly? to, int? outlets, string? cursor, int? limit)
    {
        if ((to ?? HappeningFinder.LastDay(archive)) is not { } last) return TypedResults.Ok(new Page<Happening>([], null));
        var first = from ?? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - UsualDays));
        if (first > last) throw RequestException.BadField("from", "The first day comes after the last.");
        if (last.DayNumber - first.DayNumber > MostDays) throw RequestException.BadField("from", "More than a year lies between the first day and the last.");
        var list = string.Create(CultureInfo.InvariantCulture, $"happenings {from:yyyy-MM-dd}..{to:yyyy-MM-dd} {outlets}");
        var found = HappeningFinder.Find(archive, first, last).Where(happening => happening.Outlets.Length >= (outlets ?? 0)).ToList();
        return TypedResults.Ok(Paging.Of(context, list, found, happening => happening.Id.ToString(CultureInfo.InvariantCulture), cursor, limit));
    }

    /// <summary>Get a happening</summary>
    /// <param name="id">The number of any of its articles.</param>
    internal static IResult Get(NewsArchive archive, long id)
    {
        archive.Existing(id);
        return TypedResults.Ok(HappeningFinder.Around(archive, id) ?? throw RequestException.NotFound("other article about the same"));
    }
}
