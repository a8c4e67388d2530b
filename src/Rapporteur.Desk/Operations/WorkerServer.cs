using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rapporteur.Queue;

namespace Rapporteur.Desk.Operations;

/// <summary>
/// What a worker shows to whoever watches over it: whether it runs (/health/live) and can do its work (/health/ready), and, where the
/// standard variables (OTEL_EXPORTER_OTLP_ENDPOINT, ...) name a place for them, metrics and traces.
/// </summary>
public static class WorkerServer
{
    /// <summary>Makes it, not yet started. What was counted is sent at the latest when it is disposed of.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="address">Where it listens, http://127.0.0.1:4190; null where nobody asks.</param>
    public static IHost Create(Worker worker, string? address) => Create(worker, address, Telemetry.VariablesOfProcess());

    internal static IHost Create(Worker worker, string? address, IReadOnlyCollection<KeyValuePair<string, string?>> telemetry)
    {
        ArgumentNullException.ThrowIfNull(worker);
        if (address is null)
        {
            var silent = Host.CreateEmptyApplicationBuilder(null);
            silent.Configuration.AddInMemoryCollection(telemetry);
            Add(silent.Services, telemetry);
            return silent.Build();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(telemetry);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        Add(builder.Services, telemetry);
        builder.Services.AddHealthChecks().AddCheck("worker", () => worker.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(), [Health.Ready]);
        var server = builder.Build();
        server.MapHealth();
        return server;
    }

    private static void Add(IServiceCollection services, IReadOnlyCollection<KeyValuePair<string, string?>> telemetry)
    {
        services.AddTelemetry(telemetry);
        services.AddSingleton<IHostLifetime, CommandsLifetime>();
    }
}
