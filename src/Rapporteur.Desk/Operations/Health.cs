using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Rapporteur.Archive;

namespace Rapporteur.Desk.Operations;

/// <summary>Whether the desk runs (/health/live), and whether it can do its work (/health/ready), for whoever watches over it.</summary>
internal static class Health
{
    public const string Root = "/health";

    /// <summary>The mark of what must hold for work to be done.</summary>
    public const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<ArchiveAnswers>("archive", tags: [Ready]).AddCheck<DiskHasRoom>("disk", tags: [Ready]).AddCheck<IsOpen>("open", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Root + "/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        routes.MapHealthChecks(Root + "/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = Write }).AllowAnonymous();
    }

    // Names of what fails, nothing of why: anybody may ask.
    private static async Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status == HealthStatus.Healthy ? "ok" : "failing");
        json.WriteStartArray("failing");
        foreach (var (name, entry) in report.Entries)
            if (entry.Status != HealthStatus.Healthy) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }

    private sealed class ArchiveAnswers(NewsArchive archive) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.Run(
            () =>
            {
                _ = archive.Changes;
                return HealthCheckResult.Healthy();
            }, cancellationToken);
    }

    // An archive that runs out of room keeps what it has, but takes nothing more.
    private sealed class DiskHasRoom(NewsArchive archive) : IHealthCheck
    {
        private const long Enough = 256L << 20;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var file = Path.GetFullPath(archive.Place);
            var hasRoom = !File.Exists(file) || new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(file)! : Path.GetDirectoryName(file)!).AvailableFreeSpace >= Enough;
            return Task.FromResult(hasRoom ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        }
    }

    private sealed class IsOpen(IHostApplicationLifetime life) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(life.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
    }
}
