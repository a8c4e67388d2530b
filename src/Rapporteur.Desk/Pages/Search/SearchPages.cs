using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Search;

/// <summary>Statements found by a query, and how they spread.</summary>
internal static class SearchPages
{
    private const int StatementsOfPage = 20, LastPage = StatementSearch.MostCounted / StatementsOfPage;

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search", Find);
        routes.MapGet("/search/export", Export);
    }

    private static IResult Find(StatementSearch search, Remembered remembered, string? q, string? sort, int? page)
    {
        var words = q ?? "";
        var order = Enum.TryParse<SearchOrder>(sort, ignoreCase: true, out var named) ? named : SearchOrder.Relevance;
        var number = Math.Clamp(page ?? 1, 1, LastPage);
        try
        {
            var query = StatementQuery.Parse(words);
            var key = $"{order} {number} {words}";
            var found = remembered.Get(key, () => search.Find(query, order, (number - 1) * StatementsOfPage, StatementsOfPage));
            var facets = remembered.Get(words, () => search.Facets(query));
            return SearchPage.Create(new SearchModel(words, order, number, StatementsOfPage, found, facets, null));
        }
        catch (QueryException e)
        {
            var refused = SearchPage.Create(new SearchModel(words, order, 1, StatementsOfPage, null, null, e));
            refused.StatusCode = StatusCodes.Status400BadRequest;
            return refused;
        }
    }

    private static IResult Export(NewsArchive archive, HttpContext context, string? q, string? format)
    {
        if (RecordExports.Named(format ?? "") is not { } chosen) return ExportFile.None();
        var query = StatementQuery.Parse(q ?? "");

        // Exports write as they go, and a client that takes it slowly makes them wait.
        context.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        return TypedResults.Stream(
            stream => Task.Run(() => ArchiveExport.Write(archive, chosen.Create(stream), query, chosen.IsOfArticles, context.RequestAborted)),
            ExportFile.TypeOf(chosen.Name), $"statements.{Ending(chosen.Name)}");
    }

    // By what programs tell such files.
    private static string Ending(string format) => format is "webannotation" or "plover" or "claimreview" ? $"{format}.jsonl" : format;

    /// <summary>The address of a page of what a query finds.</summary>
    public static string Address(string query, SearchOrder order, int page = 1) => Addresses.Of(
        "/search", ("q", query), ("sort", order == SearchOrder.Relevance ? null : order.ToString().ToLowerInvariant()),
        ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));
}
