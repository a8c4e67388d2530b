using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Archive;
using Rapporteur.Archive.Commitments;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;
using System.Collections.Immutable;

namespace Rapporteur.Desk.Pages.Voices;

/// <summary>Speakers and actors: lists of them, and a page for each.</summary>
internal static class VoicePages
{
    private const int VoicesOfPage = 50, StatementsOfPage = 10, CommitmentsShown = 10, CommitmentsCompared = 300, MostExported = 10_000;

    public static void MapVoices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/speakers", (VoiceDirectory directory, string? q, string? sort, string? after, string? format) => List(directory, VoiceKind.Speaker, q, sort, after, format));
        routes.MapGet("/actors", (VoiceDirectory directory, string? q, string? sort, string? after, string? format) => List(directory, VoiceKind.Actor, q, sort, after, format));
        routes.MapGet("/speakers/{name}", (VoiceViews views, string name, string? before, string? format) => One(views, VoiceKind.Speaker, name, before, format));
        routes.MapGet("/actors/{name}", (VoiceViews views, string name, string? before, string? format) => One(views, VoiceKind.Actor, name, before, format));
        routes.MapGet("/speakers/{name}/commitments", (VoiceViews views, string name, string? format) => Commitments(views, VoiceKind.Speaker, name, format));
        routes.MapGet("/actors/{name}/commitments", (VoiceViews views, string name, string? format) => Commitments(views, VoiceKind.Actor, name, format));
    }

    /// <summary>The address of a list.</summary>
    public static string Address(VoiceKind kind, string words, VoiceOrder order, string? after = null, string? format = null) => Addresses.Of(
        kind == VoiceKind.Actor ? "/actors" : "/speakers", ("q", words), ("sort", order == VoiceOrder.Statements ? null : order.ToString().ToLowerInvariant()),
        ("after", after), ("format", format));

    private static IResult List(VoiceDirectory directory, VoiceKind kind, string? q, string? sort, string? after, string? format)
    {
        var words = q ?? "";
        var order = Enum.TryParse<VoiceOrder>(sort, ignoreCase: true, out var named) ? named : VoiceOrder.Statements;
        var name = kind == VoiceKind.Actor ? "actors" : "speakers";
        return format switch
        {
            null or "" => VoiceListPage.Create(new VoiceListModel(kind, words, order, directory.Count(kind), directory.List(kind, words, order, after, VoicesOfPage), after is not null)),
            "csv" => ExportFile.Of(VoiceFiles.Csv(directory.List(kind, words, order, null, MostExported).Voices), format, name),
            "json" => ExportFile.Of(VoiceFiles.Json(directory.List(kind, words, order, null, MostExported).Voices), format, name),
            _ => ExportFile.None(),
        };
    }

    private static IResult One(VoiceViews views, VoiceKind kind, string name, string? before, string? format)
    {
        if (views.Find(kind, name) is not { } voice) return Unknown(kind, name);
        return format switch
        {
            null or "" => OneVoicePage.Create(views.Model(voice, before, StatementsOfPage, CommitmentsCompared, CommitmentsShown)),
            "csv" => ExportFile.Of(VoiceFiles.Csv(views.Listed(voice, null, MostExported).Statements), format, "statements"),
            "json" => ExportFile.Of(VoiceFiles.Json(voice, views.Profile(voice), views.Days(voice)), format, kind == VoiceKind.Actor ? "actor" : "speaker"),
            _ => ExportFile.None(),
        };
    }

    // Whoever is only described is in no directory, but what they say can be found.
    private static IResult Unknown(VoiceKind kind, string name) =>
        kind == VoiceKind.Speaker && StatementQuery.Term("speaker", name) is { } term ? TypedResults.Redirect(Addresses.Search(term)) : TypedResults.NotFound();

    private static IResult Commitments(VoiceViews views, VoiceKind kind, string name, string? format)
    {
        if (views.Find(kind, name) is not { } voice) return TypedResults.NotFound();
        var commitments = views.Commitments(voice, CommitmentLedger.Most / 4, CommitmentsShown * 10);
        return format switch
        {
            null or "" => CommitmentsPage.Create(new CommitmentsModel(voice, commitments)),
            "csv" => ExportFile.Of(CommitmentTable.Csv(commitments), format, "commitments"),
            "json" => ExportFile.Of(CommitmentTable.Json(commitments), format, "commitments"),
            _ => ExportFile.None(),
        };
    }
}
