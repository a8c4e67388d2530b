using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rapporteur.Archive;
using Rapporteur.Desk.Adding;
using Rapporteur.Desk.Api;
using Rapporteur.Desk.Api.Description;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Operations;
using Rapporteur.Desk.Pages;
using Rapporteur.Desk.Pages.Reviews;
using Rapporteur.Desk.Team;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Desk;

/// <summary>The desk's web server: the reading room and the API on one archive. The one place that says what it is made of, in order.</summary>
public static class DeskServer
{
    /// <summary>Makes a server, not yet started. It does not own the archive.</summary>
    /// <param name="archive">The archive, open to write.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="SettingsException">It cannot safely be run so.</exception>
    public static WebApplication Create(NewsArchive archive, DeskOptions options) => Create(archive, options, new Surroundings());

    /// <summary>As above.</summary>
    /// <param name="archive">The archive, open to write.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="around">What is around it.</param>
    internal static WebApplication Create(NewsArchive archive, DeskOptions options, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(options);
        DeskSettings.Check(options);
        var builder = WebApplication.CreateSlimBuilder();

        // What stands in the folder that it was started in, or in variables for other servers, is no setting of the desk's.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(around.Telemetry);
        builder.Logging.AddServerLog(options, around.Log);
        builder.Listen(options);
        var services = builder.Services;
        services.AddSingleton(archive).AddSingleton(options).AddSingleton(around.Clock);
        services.AddSingleton(_ => new Fetcher(new FetchOptions { AllowsLoopback = options.AllowsLoopback }));
        services.AddAdding(options);
        services.AddViews();
        services.AddApi();
        services.AddResponseCompression();
        services.AddPermissions();
        services.AddHealth();
        services.AddTelemetry(around.Telemetry);
        services.AddSingleton<IHostLifetime, CommandsLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.ClosingSeconds));
        if (options.SignIn is { } signIn) services.AddTeamUse(signIn, options.Limits);
        else services.AddLocalUse();
        services.AddReviews();

        var desk = builder.Build();
        if (options.Proxies.Count > 0) desk.UseForwardedHeaders();
        desk.UseRequestLog();
        desk.UseResponseCompression();
        desk.UseSecurityHeaders();
        desk.UseErrorPages();
        desk.UseKnownHosts(options);
        desk.UseSameOriginOnly();
        desk.UseApiPage();
        desk.UseRoutingWithHead();
        desk.UseAuthentication();
        if (options.SignIn is not null) desk.UseTeam();
        desk.UseAuthorization();
        desk.MapAssets();
        desk.MapHealth();
        if (options.SignIn is not null) desk.MapTeam();
        desk.MapReadingRoom();
        desk.MapReviews();
        desk.MapViews();
        desk.MapApi();
        return desk;
    }
}
