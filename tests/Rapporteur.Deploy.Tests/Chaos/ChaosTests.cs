using System.Diagnostics;
using System.Globalization;
using Rapporteur.Archive;
using Rapporteur.Queue;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Deploy.Tests.Chaos;

/// <summary>
/// Broker, store, submission and workers while all of them are ended again and again: at the end the archive holds what an undisturbed
/// run gives, and nothing else.
/// </summary>
/// <remarks>CHAOS_ARTICLES says how many articles, CHAOS_SEED makes a run of before again, as far as clocks and processors let it.</remarks>
public sealed class ChaosTests : IDisposable
{
    // A broker hands out again what it has heard nothing of for so long.
    private static readonly TimeSpan AckWait = TimeSpan.FromSeconds(12), Look = TimeSpan.FromMilliseconds(200), Standstill = TimeSpan.FromMinutes(3);

    // Workers that are killed; one more is not, and its memory is looked at.
    private const int Crew = 3;

    private const int MemoryFrom = 1000;
    private const double MostGrowth = 1.3;

    private readonly string _folder = Directory.CreateTempSubdirectory("chaos-").FullName;
    private readonly int _articles = Number("CHAOS_ARTICLES", 2000), _seed = Number("CHAOS_SEED", Environment.TickCount & 0xFFFF);
    private readonly NatsServer _broker;
    private readonly PostgresServer _store;

    public ChaosTests()
    {
        if ((NatsServer.WhyNot ?? PostgresServer.WhyNot) is { } reason) Assert.Skip(reason);
        _broker = new NatsServer();
        _store = new PostgresServer();
    }

    public void Dispose()
    {
        _broker?.Dispose();
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Whatever_is_ended_at_whatever_moment_the_archive_holds_what_an_undisturbed_run_gives()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var clock = Stopwatch.StartNew();
        output.WriteLine($"{_articles} articles, seed {_seed}");
        var lines = ShortNews.Lines(_articles, _seed);
        var input = Path.Combine(_folder, "news.jsonl");
        await File.WriteAllLinesAsync(input, lines, TestContext.Current.CancellationToken);
        var undisturbed = Programs.Run(Programs.Rapporteur, ["pipe"], string.Join('\n', lines)).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        Assert.Equal(_articles, undisturbed.Count);
        Say($"read undisturbed");

        var address = _store.Address("postgres");
        await using var queue = await NewsQueue.OpenAsync(new QueueAddress(_broker.Address), new QueueOptions { AckWait = AckWait }, TestContext.Current.CancellationToken);
        await BadNews.Submit(queue, _broker.Address, TestContext.Current.CancellationToken);
        using var workers = new Workforce(_broker.Address, address);
        for (var i = 0; i < Crew; i++) workers.Start();
        var steady = workers.Start();
        var memory = 0L;
        using var submission = Programs.Start(["submit", input, "--queue", _broker.Address], workers.Said.Enqueue);
        try
        {
            foreach (var (stored, name, harm) in Harm(workers))
            {
                await Until(() => Stored() >= stored, workers);
                if (memory == 0 && StoredBy(steady) >= MemoryFrom) memory = Workforce.Memory(steady);
                harm();
                Say($"{Stored()} stored, {name}");
            }

            await submission.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, submission.ExitCode);
            await Until(() => queue.StatusAsync().GetAwaiter().GetResult() is { Waiting: 0, InHand: 0 }, workers);
            Say($"{Stored()} stored, nothing waits");
            if (memory > 0)
            {
                Say($"memory {memory >> 20} MB after the first thousand, {Workforce.Memory(steady) >> 20} MB at the end");
                Assert.True(Workforce.Memory(steady) <= MostGrowth * memory, "a worker grows");
            }

            workers.SendHome();
        }
        finally
        {
            foreach (var line in workers.Said.Distinct()) output.WriteLine(line);
            if (!submission.HasExited) submission.Kill();
        }

        var parked = await queue.ParkedAsync(cancellation: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(BadNews.Subjects.Order(StringComparer.Ordinal), parked.Select(message => message.Subject).Order(StringComparer.Ordinal));
        var export = Programs.Run(Programs.Rapporteur, ["export", "--to", "jsonl", "--archive", address]);
        Assert.Equal(0, export.ExitCode);
        var kept = export.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(undisturbed.Except(kept));
        Assert.Empty(kept.Except(undisturbed));
        Assert.Equal(undisturbed.Count, kept.Length);
        using var archive = NewsArchive.Open(address, ArchiveAccess.Read);
        Assert.Empty(archive.Check());
        Say("compared");

        long StoredBy(Process worker) => queue.StatusAsync().GetAwaiter().GetResult().Workers.FirstOrDefault(report => report.Process == worker.Id)?.Stored ?? 0;

        void Say(string what) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,6:0.0} s  {what}"));
    }

    /// <summary>What is done to whom, after how many articles are stored.</summary>
    private List<(long Stored, string Name, Action Harm)> Harm(Workforce workers)
    {
        var random = new Random(_seed);
        var harm = new List<(long Stored, string Name, Action Harm)>
        {
            At("the broker killed", () => { _broker.Kill(); Thread.Sleep(random.Next(2000)); _broker.Start(); }),
            At("the broker stopped", () => { _broker.Stop(); Thread.Sleep(random.Next(2000)); _broker.Start(); }),
            At("the database stopped", () => { _store.Stop(); Thread.Sleep(random.Next(2000)); _store.Start(); }),
            At("the database crashed", () => { _store.Crash(); Thread.Sleep(random.Next(2000)); _store.Start(); }),
        };
        for (var i = 0; i < Math.Clamp(_articles / 1500, 3, 20); i++)
        {
            var index = random.Next(Crew);
            harm.Add(At($"worker {index} killed", () => { Thread.Sleep(random.Next(500)); workers.Replace(index); }));
        }

        return [.. harm.OrderBy(one => one.Stored)];

        (long, string, Action) At(string name, Action act) => (random.Next(_articles / 50, _articles * 49 / 50), name, act);
    }

    private long Stored() => _store.Sql("SELECT to_regclass('versions') IS NOT NULL").Trim() == "t" ? long.Parse(_store.Sql("SELECT count(*) FROM versions"), CultureInfo.InvariantCulture) : 0;

    // Not how long it takes decides, but whether it goes on.
    private async Task Until(Func<bool> isSo, Workforce workers)
    {
        var (before, since) = (-1L, Stopwatch.StartNew());
        while (!isSo())
        {
            Assert.True(workers.AllRun, "a worker ended by itself");
            if (Stored() is var now && now != before) (before, since) = (now, Stopwatch.StartNew());
            Assert.True(since.Elapsed < Standstill, $"nothing has been stored for {Standstill.TotalMinutes} minutes; {now} are");
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
