using Rapporteur.Archive;
using Rapporteur.Queue;
using Rapporteur.TestServers;
using Xunit;

[assembly: AssemblyFixture(typeof(NatsServer.Lifetime))]

namespace Rapporteur.Desk.Tests.Queue;

/// <summary>A desk that adds through a queue of its own, where workers may be at work.</summary>
internal sealed class QueuedDesk : IAsyncDisposable
{
    private readonly List<(Worker Worker, NewsArchive Archive, CancellationTokenSource End, Task Run)> _workers = [];

    private QueuedDesk(NatsServer broker, OpenDesk desk, NewsQueue queue)
    {
        Broker = broker;
        Desk = desk;
        Queue = queue;
    }

    public NatsServer Broker { get; }

    public OpenDesk Desk { get; }

    public NewsQueue Queue { get; }

    /// <summary>Opens one; the test is skipped where there is no broker.</summary>
    public static async Task<QueuedDesk> Start(int queueSeconds = 30)
    {
        Assert.SkipWhen(NatsServer.WhyNot is not null, NatsServer.WhyNot ?? "");
        var broker = new NatsServer();
        var desk = await OpenDesk.Start(options => options with { Queue = broker.Address, QueueSeconds = queueSeconds });
        return new QueuedDesk(broker, desk, await NewsQueue.OpenAsync(new QueueAddress(broker.Address)));
    }

    /// <summary>Has a worker begin, on an archive that it opens itself.</summary>
    public void Work()
    {
        var archive = NewsArchive.Open(Desk.ArchivePlace, ArchiveAccess.Write);
        var worker = new Worker(Queue, archive, new WorkerOptions { Threads = 1 }, _ => { });
        var end = new CancellationTokenSource();
        _workers.Add((worker, archive, end, worker.RunAsync(end.Token)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (worker, archive, end, run) in _workers)
        {
            await end.CancelAsync();
            await run;
            worker.Dispose();
            archive.Dispose();
            end.Dispose();
        }

        await Desk.DisposeAsync();
        await Queue.DisposeAsync();
        Broker.Dispose();
    }
}
