using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Happenings;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Happenings;

/// <summary>Articles about the same event, outlets side by side.</summary>
internal static class HappeningPages
{
    private const int UsualDays = 7, MostDays = 31, OfPage = 50;

    public static void MapHappenings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/happenings", List);
        routes.MapGet("/happenings/{article:long}", One);
    }

    private static IResult List(NewsArchive archive, Remembered remembered, string? from, string? to, int? page, string? format)
    {
        if (Range(archive, from, to) is not { } range) return HappeningListPage.Create(new HappeningListModel(from ?? "", to ?? "", null, [], 1));
        var found = remembered.Get($"{range.First} {range.Last}", () => HappeningFinder.Outline(archive, range.First, range.Last));
        var number = Math.Clamp(page ?? 1, 1, Math.Max(1, (found.Length + OfPage - 1) / OfPage));
        return format switch
        {
            null or "" => HappeningListPage.Create(new HappeningListModel(Shown.Iso(range.First), Shown.Iso(range.Last), range, found, number)),
            "csv" or "json" => File(format, remembered.Get($"{range.First} {range.Last}", () => HappeningFinder.Find(archive, range.First, range.Last).Take(OfPage).ToImmutableArray())),
            _ => ExportFile.None(),
        };
    }

    private static IResult One(NewsArchive archive, Remembered remembered, long article, string? format)
    {
        if (archive.Article(article) is not { } stored) return TypedResults.NotFound();
        var found = remembered.Get($"{article}", () => new Found(HappeningFinder.Around(archive, article))).Happening;
        return format switch
        {
            null or "" => HappeningPage.Create(new HappeningModel(stored, found)),
            "csv" or "json" => File(format, found is null ? [] : [found]),
            _ => ExportFile.None(),
        };
    }

    private static IResult File(string format, ImmutableArray<Happening> happenings) =>
        ExportFile.Of(format == "csv" ? HappeningTable.ToCsv(happenings) : HappeningTable.ToJson(happenings), format, "happenings");

    // Without days the last week that has articles; of a longer range than can be looked at, its last days.
    private static DateRange? Range(NewsArchive archive, string? from, string? to)
    {
        var last = Day(to) ?? (Day(from) is { } begin ? begin.AddDays(Math.Min(UsualDays - 1, DateOnly.MaxValue.DayNumber - begin.DayNumber)) : HappeningFinder.LastDay(archive));
        if (last is not { } end) return null;
        var first = Day(from) ?? DateOnly.FromDayNumber(Math.Max(0, end.DayNumber - UsualDays + 1));
        var earliest = DateOnly.FromDayNumber(Math.Max(0, end.DayNumber - MostDays + 1));
        if (first > end) first = end;
        return first < earliest ? new DateRange(earliest, end, true) : new DateRange(first, end, false);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record Found(Happening? Happening);
}
