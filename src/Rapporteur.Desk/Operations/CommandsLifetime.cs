using Microsoft.Extensions.Hosting;

namespace Rapporteur.Desk.Operations;

/// <summary>Leaves signals to the command that runs the desk, which stops it.</summary>
internal sealed class CommandsLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
