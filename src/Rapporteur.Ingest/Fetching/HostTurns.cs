using System.Collections.Concurrent;

namespace Rapporteur.Ingest.Fetching;

/// <summary>Lets one request at a time go to a host, and leaves it alone for a while after each.</summary>
internal sealed class HostTurns(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a host's turn; whoever has it gives it back by <see cref="Turn.Dispose"/>.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Turn> TakeAsync(string name, CancellationToken cancellation)
    {
        var host = _hosts.GetOrAdd(name, _ => new Host());
        await host.Gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (host.FreeFrom is { } from && from - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancellation).ConfigureAwait(false);
            return new Turn(host, clock);
        }
        catch
        {
            host.Gate.Release();
            throw;
        }
    }

    internal sealed class Host
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public DateTimeOffset? FreeFrom { get; set; }
    }

    /// <summary>A turn at a host.</summary>
    internal sealed class Turn(Host host, TimeProvider clock) : IDisposable
    {
        /// <summary>How long the host is left alone once the turn is over.</summary>
        public TimeSpan Pause { get; set; }

        /// <summary>Ends the turn.</summary>
        public void Dispose()
        {
            host.FreeFrom = clock.GetUtcNow() + Pause;
            host.Gate.Release();
        }
    }
}
