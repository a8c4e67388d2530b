using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Pages.Comparison;
using Rapporteur.Desk.Pages.Happenings;
using Rapporteur.Desk.Pages.Network;
using Rapporteur.Desk.Pages.Parts;
using Rapporteur.Desk.Pages.Search;
using Rapporteur.Desk.Pages.Timeline;
using Rapporteur.Desk.Pages.Verification;
using Rapporteur.Desk.Pages.Voices;

namespace Rapporteur.Desk.Pages;

/// <summary>The views across articles: who speaks, when, about whom, in which outlets and in which words.</summary>
internal static class Views
{
    public static void AddViews(this IServiceCollection services) => services.AddSingleton<Turns>().AddSingleton<Remembered>().AddSingleton<StatementSearch>().AddSingleton<VoiceDirectory>().AddSingleton<VoiceViews>();

    public static void MapViews(this IEndpointRouteBuilder routes)
    {
        var views = routes.MapGroup("").InTurns();
        views.MapSearch();
        views.MapVoices();
        views.MapTimeline();
        views.MapHappenings();
        views.MapNetwork();
        views.MapComparison();
        views.MapVerification();
    }
}
