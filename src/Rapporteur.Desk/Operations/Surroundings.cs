using Microsoft.Extensions.Logging;

namespace Rapporteur.Desk.Operations;

/// <summary>What a desk finds around it, so that tests can put something else there.</summary>
internal sealed record Surroundings
{
    /// <summary>What tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What takes the server's log; null for the usual.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>The variables of the environment that OpenTelemetry is set up by.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string?>> Telemetry { get; init; } = Operations.Telemetry.VariablesOfProcess();
}
