using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Network;

/// <summary>Who speaks about whom, drawn.</summary>
internal static class NetworkPages
{
    private const int MostLeast = 1_000;

    public static void MapNetwork(this IEndpointRouteBuilder routes) => routes.MapGet("/network", Show);

    private static IResult Show(NewsArchive archive, Remembered remembered, string? q, string? from, string? to, string? of, int? least, string? format)
    {
        var asked = new NetworkQuery(q ?? "", from ?? "", to ?? "", of == "actors", Math.Clamp(least ?? 1, 1, MostLeast));
        try
        {
            var query = StatementQuery.Parse(asked.Text);
            var (graph, drawing) = remembered.Get($"{asked.OfActors} {asked.Least} {asked.Text}", () => Drawn(SpokenGraph.Of(archive, query, asked.OfActors, asked.Least)));
            return format switch
            {
                null or "" => NetworkPage.Create(new NetworkModel(asked, graph, drawing, null)),
                "gexf" => ExportFile.Of(graph.WriteGexf, format, "network"),
                "graphml" => ExportFile.Of(graph.WriteGraphML, format, "network"),
                "csv" => ExportFile.Of(graph.ToCsv(), format, "network"),
                "svg" => ExportFile.Of(stream => NetworkSvg.Write(stream, drawing), format, "network"),
                _ => ExportFile.None(),
            };
        }
        catch (QueryException e)
        {
            var refused = NetworkPage.Create(new NetworkModel(asked, null, null, e));
            refused.StatusCode = StatusCodes.Status400BadRequest;
            return refused;
        }
    }

    private static DrawnGraph Drawn(SpokenGraph graph) => new(graph, NetworkDrawing.Of(graph));

    private sealed record DrawnGraph(SpokenGraph Graph, NetworkDrawing Drawing);
}

/// <summary>What a network is asked for.</summary>
/// <param name="Query">The statements that it is made of.</param>
/// <param name="From">The first day, month or year; empty for any.</param>
/// <param name="To">The last; empty for any.</param>
/// <param name="OfActors">Whether speakers stand under whom they speak for.</param>
/// <param name="Least">What fewer statements say is left out.</param>
public sealed record NetworkQuery(string Query, string From, string To, bool OfActors, int Least)
{
    /// <summary>The query with the days as its language has them.</summary>
    public string Text => DayTerms.Within(Query, From, To);

    internal string Address(string? format) => Addresses.Of(
        "/network", ("q", Query), ("from", From), ("to", To), ("of", OfActors ? "actors" : null),
        ("least", Least > 1 ? Least.ToString(CultureInfo.InvariantCulture) : null), ("format", format));
}

/// <summary>What the page of a network shows.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Graph">Who speaks about whom; null where the query was not understood.</param>
/// <param name="Drawing">The graph as it is drawn; null as above.</param>
/// <param name="Fault">Why it was not understood; null where it was.</param>
public sealed record NetworkModel(NetworkQuery Asked, SpokenGraph? Graph, NetworkDrawing? Drawing, QueryException? Fault)
{
    internal ExportLinks Exports => ExportLinks.Of(Asked.Address, "csv", "gexf", "graphml", "svg");

    internal string Who(SpokenNode node) => Asked.OfActors && StatementQuery.Term("actor", node.Name) is { } term
        ? Addresses.Search($"({term} OR {StatementQuery.Term("speaker", node.Name)})") : Addresses.Speaker(node.Name);
}
