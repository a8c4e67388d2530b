using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.TestServers;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer.Lifetime))]

namespace Rapporteur.Queue.Tests;

/// <summary>What goes wrong around a worker: it says so, waits where that helps, and acknowledges nothing that is not stored.</summary>
public sealed class AdversityTests : QueueTest
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broker_that_is_killed_and_started_again_loses_nothing()
    {
        await Submit(Enumerable.Range(1, 150).Select(Article));
        var working = Work(status => status.Waiting + status.InHand == 0, Slow);
        await Until(status => status.Waiting + status.InHand < 140);
        Server.Kill();
        await Task.Delay(300, Cancellation);
        Server.Start();
        await working;
        Assert.Equal(150, Archive.ArticleCount);
        Assert.Empty(await Parked());
        Assert.All(Said, said => Assert.True(said.Contains("trying again", StringComparison.Ordinal) || said.EndsWith("works again", StringComparison.Ordinal), said));
    }

    [Fact]
    public async Task A_stream_that_is_taken_away_is_told_and_waited_for()
    {
        var working = Work(status => status.Workers is [{ Stored: 1 }]);
        await Until(status => status.Workers is [{ State: "idle" }]);
        await Queue.Streams.Context.DeleteStreamAsync("RAPPORTEUR_ARTICLES", Cancellation);
        await Until(() => Said.Any(said => said.Contains("what the queue needs is not at", StringComparison.Ordinal)));

        // Whoever submits makes it again.
        var submission = new Submission(Queue, 100, Said.Enqueue, Cancellation);
        submission.Add(QueueMessage.Of(Article(1)));
        submission.Complete();
        await working;
        Assert.Equal(1, Archive.ArticleCount);
        Assert.Contains($"the queue at {Queue.Place} works again", Said);
    }

    [Fact]
    public async Task What_was_stored_before_its_worker_was_killed_is_acknowledged_by_the_next_and_not_stored_twice()
    {
        await Submit(Article(1));
        var consumer = await Queue.Streams.ConsumerAsync(Cancellation);
        await foreach (var _ in consumer.FetchAsync<byte[]>(new() { MaxMsgs = 1 }, cancellationToken: Cancellation)) break;
        Archive.Add([ArchiveEntry.Of(Records.Record.From(Reader.English.Read(Article(1))))]);
        await WorkAll();
        Assert.Equal((1, 1), (Archive.ArticleCount, Archive.Versions(1).Length));
    }

    [Fact]
    public async Task A_database_that_crashes_is_waited_for_and_nothing_is_lost_or_parked()
    {
        if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        using var server = new PostgresServer();
        using var archive = NewsArchive.Open(server.Address("postgres"), ArchiveAccess.Write);
        await Submit(Enumerable.Range(1, 150).Select(Article));
        using var worker = new Worker(Queue, archive, Slow, Said.Enqueue);
        using var end = new CancellationTokenSource();
        var working = worker.RunAsync(end.Token);
        await Until(status => status.Waiting + status.InHand < 140);
        server.Crash();
        await Until(() => !worker.IsReady);
        Assert.Equal("waiting for the archive", worker.Report().State);
        server.Start();
        await Until(status => status.Waiting + status.InHand == 0);
        await end.CancelAsync();
        await working;
        Assert.Equal(150, archive.ArticleCount);
        Assert.Empty(await Parked());
        Assert.Contains("the archive works again", Said);
        Assert.DoesNotContain(PostgresServer.Password, string.Concat(Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_is_full_under_the_database_is_waited_for_and_nothing_is_parked()
    {
        if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        var address = PostgresServer.Shared.NewDatabase();
        var database = PostgresServer.NameOf(address);
        using var archive = NewsArchive.Open(address, ArchiveAccess.Write);
        PostgresServer.Shared.Sql(
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full USING MESSAGE = 'no space left on device'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON articles FOR EACH STATEMENT EXECUTE FUNCTION full_disk();
            """, database);
        await Submit(Article(1), Article(2));
        using var worker = new Worker(Queue, archive, Hasty, Said.Enqueue);
        using var end = new CancellationTokenSource();
        var working = worker.RunAsync(end.Token);
        await Until(() => Said.Any(said => said.Contains("there is no room left", StringComparison.Ordinal)));
        Assert.Equal(2, await Queue.CountAsync(Cancellation));
        PostgresServer.Shared.Sql("DROP TRIGGER full_disk ON articles", database);
        await Until(status => status.Waiting + status.InHand == 0);
        await end.CancelAsync();
        await working;
        Assert.Equal(2, archive.ArticleCount);
        Assert.Empty(await Parked());
    }

    [Fact]
    public async Task A_disk_that_is_full_under_the_file_is_waited_for_and_a_worker_that_is_told_to_end_gives_its_messages_back()
    {
        using var disk = SmallDisk.TryMount(File("disk"), megabytes: 2);
        if (disk is null) Assert.Skip("no small file system can be mounted here");
        using var archive = NewsArchive.Open(Path.Combine(disk.Folder, "news.archive"), ArchiveAccess.Write);
        disk.Fill();
        await Submit(Article(1), Article(2));
        using (var worker = new Worker(Queue, archive, Hasty, Said.Enqueue))
        {
            using var end = new CancellationTokenSource();
            var working = worker.RunAsync(end.Token);
            await Until(() => worker.Report().State == "waiting for the archive");
            await end.CancelAsync();
            await working;
        }

        Assert.Equal((2, 0), (await Queue.CountAsync(Cancellation), archive.ArticleCount));
        disk.Free();
        using (var worker = new Worker(Queue, archive, Hasty, Said.Enqueue))
        {
            using var end = new CancellationTokenSource();
            var working = worker.RunAsync(end.Token);
            await Until(status => status.Waiting + status.InHand == 0);
            await end.CancelAsync();
            await working;
        }

        Assert.Equal(2, archive.ArticleCount);
        Assert.Empty(await Parked());
    }

    [Fact]
    public async Task A_submission_waits_for_a_broker_that_is_away_and_for_workers_to_catch_up()
    {
        var submission = new Submission(Queue, most: 500, Said.Enqueue, Cancellation);
        Server.Kill();
        submission.Add(QueueMessage.Of(Article(0)));
        await Task.Delay(300, Cancellation);
        Server.Start();
        submission.Complete();
        Assert.Equal(1, submission.Queued);

        var many = Task.Run(() =>
        {
            foreach (var number in Enumerable.Range(1, 600)) submission.Add(QueueMessage.Of(Article(number)));
            submission.Complete();
        }, Cancellation);
        await Until(() => Said.Any(said => said.Contains("waiting until workers have caught up", StringComparison.Ordinal)));
        Assert.False(many.IsCompleted);
        await Task.WhenAll(many, Work(status => status.Waiting + status.InHand < 500));
        Assert.Equal(601, submission.Queued);
    }

    [Fact]
    public async Task Ages_are_told_by_the_brokers_clock_alone()
    {
        var before = await Queue.Streams.NowAsync(Cancellation);
        await Submit(Article(1));
        await Task.Delay(200, Cancellation);
        var age = (await Queue.StatusAsync(Cancellation)).OldestSeconds!.Value;
        const double Rounding = 0.1;
        Assert.InRange(age, 0.2 - Rounding, (await Queue.Streams.NowAsync(Cancellation) - before).TotalSeconds + Rounding);
    }
}
