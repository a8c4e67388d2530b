using System.Collections.Concurrent;
using Rapporteur.Archive;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>A broker of its own for each test, with a queue, and an archive in a file.</summary>
public abstract class QueueTest : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("rapporteur-queue-").FullName;

    /// <summary>What the broker is told of its users and certificates.</summary>
    protected virtual string Configuration => "";

    protected NatsServer Server { get; private set; } = null!;

    protected NewsQueue Queue { get; private set; } = null!;

    protected NewsArchive Archive { get; private set; } = null!;

    /// <summary>What workers said.</summary>
    protected ConcurrentQueue<string> Said { get; } = new();

    /// <summary>A worker hears soon of what another left behind, and does not wait long before it tries again.</summary>
    protected static QueueOptions Impatient { get; } = new() { AckWait = TimeSpan.FromSeconds(4) };

    protected static WorkerOptions Hasty { get; } = new() { Threads = 1, RetryPauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)] };

    /// <summary>One that takes long enough over each article for something to happen in the meantime.</summary>
    protected static WorkerOptions Slow { get; } = Hasty with
    {
        Reader = article =>
        {
            Thread.Sleep(20);
            return Reader.English.Read(article);
        },
    };

    public virtual async ValueTask InitializeAsync()
    {
        if (NatsServer.WhyNot is { } reason) Assert.Skip(reason);
        Server = new NatsServer(Configuration);
        Queue = await NewsQueue.OpenAsync(new QueueAddress(Server.Address), Impatient, TestContext.Current.CancellationToken);
        Archive = NewsArchive.Open(File("archive"), ArchiveAccess.Write);
    }

    public async ValueTask DisposeAsync()
    {
        if (Queue is not null) await Queue.DisposeAsync();
        Archive?.Dispose();
        Server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    protected string File(string name) => Path.Combine(_folder, name);

    protected static Article Article(int number) => new($"\"Harbour {number} stays open,\" Ilse Marten said on Monday.\n\nOda Brandt denied that berth {number} was closed.\n")
    {
        Id = $"article-{number}",
        Outlet = "Meridian Wire",
        Url = $"https://meridian.example/{number}",
        Published = PublicationDate.TryParse("2024-05-02", out var day) ? day : null,
    };

    protected async Task Submit(params IEnumerable<Article> articles)
    {
        foreach (var article in articles) await Queue.SubmitAsync(QueueMessage.Of(article), TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a worker until something is so, then ends it as a signal would.</summary>
    protected async Task Work(Func<QueueStatus, bool> until, WorkerOptions? options = null)
    {
        using var worker = new Worker(Queue, Archive, options ?? Hasty, Said.Enqueue);
        using var end = new CancellationTokenSource();
        var working = worker.RunAsync(end.Token);
        var waiting = Until(until);
        if (await Task.WhenAny(working, waiting) == working) await working;
        await waiting;
        await end.CancelAsync();
        await working.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a worker until nothing waits and nothing is in hand.</summary>
    protected Task WorkAll(WorkerOptions? options = null) => Work(status => status.Waiting + status.InHand == 0, options);

    protected async Task Until(Func<QueueStatus, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                if (isSo(await Queue.StatusAsync(patience.Token))) return;
            }
            catch (QueueException)
            {
                // The broker is away for the moment, as some tests have it.
            }

            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Waits until something is so that no status tells.</summary>
    protected static async Task Until(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo()) await Task.Delay(20, patience.Token);
    }

    protected async Task<List<ParkedMessage>> Parked() => await Queue.ParkedAsync(cancellation: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
