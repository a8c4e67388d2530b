using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Pages.Team;

namespace Rapporteur.Desk.Team;

/// <summary>Where admins see what was done, and take it away as a file.</summary>
internal static class AuditPages
{
    private const int EntriesOfPage = 100, EntriesAtATime = 1000;

    public static void MapAudit(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/audit", Show);
        admin.MapGet("/audit.csv", Export).Audit("audit.export");
    }

    private static IResult Show(AuditLog log, string? who, string? action, string? result, string? from, string? until, long? before)
    {
        if (Query(who, action, result, from, until) is not { } query) return TypedResults.BadRequest();
        var entries = log.Find(query, before, EntriesOfPage + 1);
        var rest = entries.Length > EntriesOfPage;
        return AuditPage.Create(new AuditModel(rest ? entries[..EntriesOfPage] : entries, who, action, result, from, until, rest ? entries[EntriesOfPage - 1].Id : null));
    }

    private static IResult Export(AuditLog log, string? who, string? action, string? result, string? from, string? until) =>
        Query(who, action, result, from, until) is not { } query
            ? TypedResults.BadRequest()
            : TypedResults.Stream(output => AuditCsv.Write(output, Entries(log, query)), "text/csv; charset=utf-8", "audit.csv");

    private static IEnumerable<AuditEntry> Entries(AuditLog log, AuditQuery query)
    {
        for (long? before = null; ;)
        {
            var entries = log.Find(query, before, EntriesAtATime);
            foreach (var entry in entries) yield return entry;
            if (entries.Length < EntriesAtATime) yield break;
            before = entries[^1].Id;
        }
    }

    // Both days count. Null where one of them is none.
    private static AuditQuery? Query(string? who, string? action, string? result, string? from, string? until) =>
        TryDay(from, out var first) && TryDay(until, out var last) ? new AuditQuery(Given(who), Given(action), Given(result), first, last?.AddDays(1)) : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool TryDay(string? text, out DateTimeOffset? start)
    {
        start = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day == DateOnly.MaxValue) return false;
        start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return true;
    }
}
