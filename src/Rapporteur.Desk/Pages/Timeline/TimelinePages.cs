using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Timeline;

/// <summary>Statements over time, for any query.</summary>
internal static class TimelinePages
{
    public static void MapTimeline(this IEndpointRouteBuilder routes) => routes.MapGet("/timeline", Show);

    private static IResult Show(StatementSearch search, VoiceDirectory directory, Remembered remembered, string? q, string? from, string? to, string? by, string? format)
    {
        var asked = new TimelineQuery(q ?? "", from ?? "", to ?? "", Enum.TryParse<TimelineSplit>(by, ignoreCase: true, out var split) ? split : TimelineSplit.None);
        try
        {
            var query = StatementQuery.Parse(asked.Text);
            var timeline = remembered.Get($"{asked.Split} {asked.Text}", () => Read(search, directory, query, asked.Split));
            return format switch
            {
                null or "" => TimelinePage.Create(new TimelineModel(asked, timeline, Charts(asked, timeline), null)),
                "csv" => ExportFile.Of(Csv(timeline), format, "timeline"),
                _ => ExportFile.None(),
            };
        }
        catch (QueryException e)
        {
            var refused = TimelinePage.Create(new TimelineModel(asked, null, [], e));
            refused.StatusCode = StatusCodes.Status400BadRequest;
            return refused;
        }
    }

    // What is asked of everything is kept in a table.
    private static StatementTimeline Read(StatementSearch search, VoiceDirectory directory, StatementQuery query, TimelineSplit split)
    {
        if (split != TimelineSplit.None || !query.IsOfDaysAlone) return search.Timeline(query, split);
        var days = directory.Days().Where(count => !(count.Day < query.Days?.First) && !(count.Day > query.Days?.Last)).ToImmutableArray();
        return new StatementTimeline([new TimelineSeries(null, days)], days.Sum(count => count.Statements), true);
    }

    private static ImmutableArray<TimeChart> Charts(TimelineQuery asked, StatementTimeline timeline) => TimeChart.Of([.. timeline.Series.Where(series => series.Days.Length > 0).Select(series => (
        asked.Title(series.Value), series.Days,
        (Func<string, string>)(days => Addresses.Search(string.Join(' ', new[] { asked.Text, series.Value is { } value ? asked.Term(value) : null, days }.Where(part => !string.IsNullOrEmpty(part)))))))]);

    private static byte[] Csv(StatementTimeline timeline)
    {
        var rows = new StringBuilder("of,day,statements\r\n");
        foreach (var series in timeline.Series)
            foreach (var (day, statements) in series.Days)
                rows.AppendJoin(',', CsvField.Of(series.Value ?? ""), Shown.Iso(day), statements.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }
}
