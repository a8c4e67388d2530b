using Record = Rapporteur.Records.Record;
using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>Articles go through the queue into the archive.</summary>
public sealed class WorkerTests : QueueTest
{
    [Fact]
    public async Task An_article_is_stored_with_the_record_that_adding_it_would_make()
    {
        var article = Article(1) with { Title = "A \"title\"\twith signs: \u00e9\ud83d\udea2", Byline = "O. B.", Language = "en-GB", Modified = PublicationDate.TryParse("2024-05-03T10:00:00+02:00", out var day) ? day : null };
        await Submit(article);
        await WorkAll();
        Assert.Equal(Record.From(Reader.English.Read(article)).ToJson(), Archive.Record(1)!.ToJson());
    }

    [Fact]
    public async Task The_body_that_was_taken_out_of_a_page_is_still_the_body()
    {
        var text = Article(1).Text + "\nShare this article\n";
        var page = Article(1) with { Text = text, Body = [new Rapporteur.Text.Span(0, text.Length)] };
        await Submit(page);
        await WorkAll();
        Assert.Equal(Record.From(Reader.English.Read(page)).ToJson(), Archive.Record(1)!.ToJson());
    }

    [Fact]
    public async Task Many_articles_are_each_stored_once()
    {
        await Submit(Enumerable.Range(1, 300).Select(Article));
        await WorkAll(Hasty with { Threads = 2 });
        Assert.Equal(300, Archive.ArticleCount);
        Assert.Equal(Enumerable.Range(1, 300).Select(number => $"https://meridian.example/{number}").Order(), Archive.Articles().Select(article => article.Url!).Order());
        Assert.Empty(await Parked());
    }

    [Fact]
    public async Task What_is_submitted_twice_is_queued_once()
    {
        Assert.Equal(Submitted.Queued, await Queue.SubmitAsync(QueueMessage.Of(Article(1)), TestContext.Current.CancellationToken));
        Assert.Equal(Submitted.QueuedBefore, await Queue.SubmitAsync(QueueMessage.Of(Article(1)), TestContext.Current.CancellationToken));
        Assert.Equal(1, (await Queue.StatusAsync(TestContext.Current.CancellationToken)).Waiting);
        await WorkAll();
        Assert.Equal(Submitted.QueuedBefore, await Queue.SubmitAsync(QueueMessage.Of(Article(1)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_article_that_is_too_large_for_a_message_goes_through_the_store_of_files()
    {
        var random = new Random(7);
        var noise = string.Concat(Enumerable.Range(0, 900_000).Select(i => i % 60 == 59 ? '\n' : (char)random.Next('\u4e00', '\u9fa5')));
        var article = Article(1) with { Text = Article(1).Text + noise };
        await Submit(article);
        await WorkAll();
        Assert.Equal(article.Text, Archive.Record(1)!.Document.Text);
        Assert.Empty(await Queue.Streams.Files.ListAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_worker_that_is_told_to_end_stores_what_it_reads_and_gives_the_rest_back_at_once()
    {
        await Submit(Enumerable.Range(1, 200).Select(Article));
        await Work(status => status.Waiting + status.InHand < 190, Slow);
        var status = await Queue.StatusAsync(TestContext.Current.CancellationToken);
        Assert.InRange(status.Waiting + status.InHand, 1, 199);
        Assert.Equal(200, status.Waiting + status.InHand + Archive.ArticleCount);
        await WorkAll();
        Assert.Equal(200, Archive.ArticleCount);
    }

    [Fact]
    public async Task A_line_of_the_format_of_pipe_from_any_other_program_is_read_too()
    {
        await Queue.Streams.Context.PublishAsync("rapporteur.articles", """{"url": "https://meridian.example/9", "html": "<html><body><article><h1>Ships</h1><p>\"Ships will sail from the northern harbour before the week is out,\" Ilse Marten said to everybody who would listen to her on Monday.</p></article></body></html>"}"""u8.ToArray(), cancellationToken: TestContext.Current.CancellationToken);
        await WorkAll();
        Assert.Equal("https://meridian.example/9", Archive.Article(1)!.Url);
    }

    [Fact]
    public async Task Workers_say_how_they_are_and_the_queue_how_it_stands()
    {
        await Submit(Article(1), Article(2));
        var status = await Queue.StatusAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, 0, 0, false), (status.Waiting, status.InHand, status.Parked, status.IsPaused));
        Assert.InRange(status.OldestSeconds!.Value, 0, 60);
        Assert.Empty(status.Workers);
        await Work(now => now.Workers is [{ Stored: 2, State: "idle" }]);
        Assert.Empty((await Queue.StatusAsync(TestContext.Current.CancellationToken)).Workers);
        Assert.Null((await Queue.StatusAsync(TestContext.Current.CancellationToken)).OldestSeconds);
    }

    [Fact]
    public async Task A_queue_that_pauses_hands_nothing_out_until_it_goes_on()
    {
        await Queue.PauseAsync(TestContext.Current.CancellationToken);
        await Work(status => status.Workers is [{ State: "paused" }]);
        await Submit(Article(1));
        await Work(status => status is { IsPaused: true, Waiting: 1, Workers: [{ State: "paused" }] });
        Assert.Equal(0, Archive.ArticleCount);
        await Queue.ResumeAsync(TestContext.Current.CancellationToken);
        await WorkAll();
        Assert.Equal(1, Archive.ArticleCount);
    }

    [Fact]
    public async Task A_worker_with_another_model_than_was_asked_for_refuses_and_ends()
    {
        await Queue.SubmitAsync(QueueMessage.Of(Article(1), "another/9+00000000"), TestContext.Current.CancellationToken);
        using var worker = new Worker(Queue, Archive, Hasty, Said.Enqueue);
        var refused = await Assert.ThrowsAsync<QueueException>(() => worker.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("asks for the model another/9+00000000", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await Queue.StatusAsync(TestContext.Current.CancellationToken)).InHand + (await Queue.StatusAsync(TestContext.Current.CancellationToken)).Waiting);
        Assert.Equal(0, Archive.ArticleCount);
    }
}
