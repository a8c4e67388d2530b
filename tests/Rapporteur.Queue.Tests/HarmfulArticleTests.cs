using System.Globalization;
using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>An article that never ends, or takes all memory, is found out and parked; those beside it are read.</summary>
public sealed class HarmfulArticleTests : QueueTest
{
    // The command itself, which stands beside the tests.
    private static WorkerOptions Careful(WorkerOptions options) => options with
    {
        LoneReader =
        [
            Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli"), "read-alone", "--longest", options.LongestText.ToString(CultureInfo.InvariantCulture),
            "--seconds", options.ReadingLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ],
    };

    private static Article Huge(int number) => Article(number) with { Text = string.Concat(Enumerable.Repeat("\"Nobody knows what will come of it,\" Oda Brandt said on Monday in the harbour. ", 12_000)) };

    [Fact]
    public async Task A_reading_that_does_not_end_ends_the_worker_and_the_next_reads_that_article_alone()
    {
        using var never = new ManualResetEventSlim();
        Reader.English.Read(Article(0)); // the first takes longer than others
        var hanging = Hasty with
        {
            Threads = 2,
            ReadingLimit = TimeSpan.FromSeconds(10),
            Reader = article =>
            {
                if (article.Url == Article(1).Url) never.Wait();
                return Reader.English.Read(article);
            },
        };
        await Submit(Enumerable.Range(1, 20).Select(Article));
        var ended = await Assert.ThrowsAsync<QueueException>(() => WorkAll(hanging));
        Assert.Contains("has not ended within 10 s", ended.Message, StringComparison.Ordinal);
        Assert.Equal(19, Archive.ArticleCount);
        await WorkAll(Careful(Hasty));
        Assert.Equal(20, Archive.ArticleCount);
        never.Set();
    }

    [Fact]
    public async Task A_reading_that_does_not_end_alone_either_is_cut_off_and_parked()
    {
        await HandOutAndForget(Article(1));
        await WorkAll(Hasty with { ReadingLimit = TimeSpan.FromMilliseconds(300), LoneReader = ["/bin/sh", "-c", "sleep 600"] });
        var parked = Assert.Single(await Parked());
        Assert.Equal(("https://meridian.example/1", "reading it was cut off after 0.3 s"), (parked.Subject, parked.Error));
        Assert.Equal(0, Archive.ArticleCount);
    }

    [Fact]
    public async Task A_reading_that_takes_all_memory_is_parked_and_healthy_articles_that_were_handed_out_before_are_stored()
    {
        await HandOutAndForget(Article(1), Huge(2), Article(3));
        await WorkAll(Careful(Hasty with { ReadingLimit = TimeSpan.FromMinutes(4), LoneReaderMemory = 120 << 20 }));
        var parked = Assert.Single(await Parked());
        Assert.Equal("https://meridian.example/2", parked.Subject);
        Assert.Contains("memory", parked.Error, StringComparison.Ordinal);
        Assert.Equal(["https://meridian.example/1", "https://meridian.example/3"], Archive.Articles().Select(article => article.Url!).Order());
    }

    [Fact]
    public async Task What_is_read_alone_gives_the_same_record()
    {
        var page = Article(1) with { Title = "Harbours", Body = [new Rapporteur.Text.Span(0, Article(1).Text.Length)] };
        await HandOutAndForget(page);
        await WorkAll(Careful(Hasty));
        Assert.Equal(Rapporteur.Records.Record.From(Reader.English.Read(page)).ToJson(), Archive.Record(1)!.ToJson());
    }

    [Fact]
    public async Task A_process_that_cannot_be_started_ends_the_worker_with_a_clear_message_and_parks_nothing()
    {
        await HandOutAndForget(Article(1));
        var ended = await Assert.ThrowsAsync<QueueException>(() => WorkAll(Hasty with { LoneReader = ["/nowhere/rapporteur"] }));
        Assert.Contains("/nowhere/rapporteur", ended.Message, StringComparison.Ordinal);
        Assert.Empty(await Parked());
        Assert.Equal(1, await Queue.CountAsync(TestContext.Current.CancellationToken));
    }

    // As a worker does that is killed while it reads them.
    private async Task HandOutAndForget(params Article[] articles)
    {
        await Submit(articles);
        var consumer = await Queue.Streams.ConsumerAsync(TestContext.Current.CancellationToken);
        var handed = 0;
        await foreach (var _ in consumer.FetchAsync<byte[]>(new() { MaxMsgs = articles.Length }, cancellationToken: TestContext.Current.CancellationToken)) handed++;
        Assert.Equal(articles.Length, handed);
    }
}
