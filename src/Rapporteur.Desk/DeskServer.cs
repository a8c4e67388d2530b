using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rapporteur.Archive;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Pages;
using Rapporteur.Desk.Team;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Desk;

/// <summary>The desk's web server: the reading room and the API on one archive. The one place that says what it is made of, in order.</summary>
public static class DeskServer
{
    /// <summary>Makes a server, not yet started. It does not own the archive.</summary>
    /// <param name="archive">The archive, open to write.</param>
    /// <param name="options">How it is run.</param>
    public static WebApplication Create(NewsArchive archive, DeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Address).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.LargestUpload;
        });
        var services = builder.Services;
        services.AddSingleton(archive).AddSingleton(options);
        services.AddSingleton(_ => new Fetcher(new FetchOptions { AllowsLoopback = options.AllowsLoopback }));
        services.AddSingleton<Intake>();
        services.AddResponseCompression();
        services.AddProblemDetails();
        services.AddLocalUse();

        var desk = builder.Build();
        desk.UseResponseCompression();
        desk.UseSecurityHeaders();
        desk.UseErrorPages();
        desk.UseKnownHosts();
        desk.UseSameOriginOnly();
        desk.UseRoutingWithHead();
        desk.UseAuthentication();
        desk.UseAuthorization();
        desk.MapAssets();
        desk.MapReadingRoom();
        return desk;
    }
}
