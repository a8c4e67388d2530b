using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Rapporteur.Queue;

namespace Rapporteur.Desk.Operations;

/// <summary>
/// Metrics and traces for OpenTelemetry, sent where the standard variables (OTEL_EXPORTER_OTLP_ENDPOINT, ...) say; without them
/// nothing is gathered and nothing leaves.
/// </summary>
internal static class Telemetry
{
    private const string Name = "rapporteur", Prefix = "OTEL_";

    // What ASP.NET Core, its server, its limits, the runtime, the desk itself and a worker count.
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Diagnostics",
        "System.Runtime", DeskMeter.Name, Worker.Telemetry,
    ];

    /// <summary>The variables of the environment that OpenTelemetry is set up by.</summary>
    public static IReadOnlyCollection<KeyValuePair<string, string?>> VariablesOfProcess() =>
    [
        .. from name in Environment.GetEnvironmentVariables().Keys.OfType<string>()
           where name.StartsWith(Prefix, StringComparison.Ordinal)
           select KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)),
    ];

    public static void AddTelemetry(this IServiceCollection services, IReadOnlyCollection<KeyValuePair<string, string?>> variables)
    {
        services.AddSingleton<DeskMeter>();
        if (!variables.Any(IsDestination)) return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Name).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(Worker.Telemetry).AddAspNetCoreInstrumentation(requests => requests.Filter = IsWorthATrace).AddOtlpExporter());
    }

    private static bool IsDestination(KeyValuePair<string, string?> variable) =>
        variable is { Key: var name, Value.Length: > 0 } && name.StartsWith("OTEL_EXPORTER_OTLP_", StringComparison.Ordinal) && name.EndsWith("ENDPOINT", StringComparison.Ordinal);

    private static bool IsWorthATrace(HttpContext context) => !context.Request.Path.StartsWithSegments(Health.Root, StringComparison.Ordinal);
}
