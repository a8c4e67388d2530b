using System.IO.Compression;
using System.Text;
using Rapporteur.Ingest;
using Rapporteur.Records;
using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>A web archive is read by reference, in stretches, by any number of workers.</summary>
public sealed class WebArchiveTests : QueueTest
{
    private const string NoArticle = "no article";

    private static string Page(int number) =>
        $"<html><head><title>Harbour {number}</title></head><body><article><p>\"Harbour {number} stays open to every ship that comes,\" Ilse Marten said on Monday in a long speech to the council of the town.</p>"
        + $"<p>Oda Brandt denied that berth {number} had been closed, and promised to look into it before the week was out.</p></article></body></html>";

    // Padded with what nobody can pack, so that several stretches come of it.
    private string WebArchive(int pages, bool isPacked = true)
    {
        var path = File(isPacked ? "crawl.warc.gz" : "crawl.warc");
        using var file = System.IO.File.Create(path);
        var random = new Random(3);
        foreach (var number in Enumerable.Range(1, pages))
        {
            var html = number % 10 == 0 ? NoArticle : Page(number);
            Write("resource", $"https://meridian.example/{number}", "text/html", Encoding.UTF8.GetBytes(number % 10 == 0 ? "<html><body></body></html>" : html));
            var noise = new byte[200_000];
            random.NextBytes(noise);
            Write("resource", $"https://meridian.example/{number}.jpg", "image/jpeg", noise);
        }

        return path;

        void Write(string type, string address, string media, byte[] body)
        {
            var record = new MemoryStream();
            record.Write(Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nContent-Type: {media}\r\nContent-Length: {body.Length}\r\n\r\n"));
            record.Write(body);
            record.Write("\r\n\r\n"u8);
            record.Position = 0;
            if (!isPacked) record.CopyTo(file);
            else using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true)) record.CopyTo(gzip);
        }
    }

    private void Submit(string path, bool upload = false)
    {
        var submission = new Submission(Queue, 100_000, Said.Enqueue, TestContext.Current.CancellationToken);
        submission.AddArchive(path, upload, null);
        submission.Complete();
        Assert.InRange(submission.Queued, 4, 20);
    }

    private async Task HoldsWhatAddingWouldMake(string path, int pages)
    {
        var expected = new InputSource().Find([path]).Where(input => !input.Id.EndsWith('0')).Select(input => Encoding.UTF8.GetString(Records.Record.From(Reader.English.Read(input.Load())).ToJson()));
        Assert.Equal(expected.Order(), Archive.Articles().Select(article => Encoding.UTF8.GetString(Archive.Record(article.Id)!.ToJson())).Order());
        Assert.Equal(pages - pages / 10, Archive.ArticleCount);
        var parked = await Parked();
        Assert.Equal(Enumerable.Range(1, pages / 10).Select(tens => $"(https://meridian.example/{tens}0)"), parked.Select(message => message.Subject.Split(' ')[^1]).OrderBy(subject => subject.Length).ThenBy(subject => subject));
        Assert.All(parked, message => Assert.Equal("pages", message.Kind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_workers_read_one_archive_and_store_each_page_once(bool isPacked)
    {
        var path = WebArchive(60, isPacked);
        Submit(path);
        await Task.WhenAll(WorkAll(), WorkAll());
        await HoldsWhatAddingWouldMake(path, 60);
    }

    [Fact]
    public async Task The_bytes_may_lie_at_the_broker_where_workers_cannot_see_the_file()
    {
        var path = WebArchive(60);
        Submit(path, upload: true);
        System.IO.File.Move(path, path + ".away");
        await WorkAll();
        await HoldsWhatAddingWouldMake(path + ".away", 60);
    }

    [Fact]
    public async Task A_page_without_an_article_can_be_sent_again_alone()
    {
        Submit(WebArchive(60));
        await WorkAll();
        var parked = (await Parked())[0];
        Assert.True(await Queue.RetryAsync(parked.Id, TestContext.Current.CancellationToken));
        await WorkAll();
        Assert.Equal([parked.Subject], (await Parked()).Select(message => message.Subject).Except((await Parked()).SkipLast(1).Select(message => message.Subject)));
        Assert.Equal(6, (await Parked()).Count);
    }

    [Fact]
    public async Task A_file_that_has_changed_since_is_not_read()
    {
        var path = WebArchive(60);
        Submit(path);
        using (var file = System.IO.File.OpenWrite(path)) file.Write([1, 2, 3]);
        await WorkAll();
        Assert.Contains("they are others than were submitted", (await Parked()).Single(message => message.Error.Contains("submitted", StringComparison.Ordinal)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_for_the_moment_is_tried_again_and_then_parked()
    {
        var path = WebArchive(60);
        Submit(path);
        System.IO.File.Move(path, path + ".away");
        await WorkAll();
        var parked = await Parked();
        Assert.All(parked, message => Assert.Equal((3L, $"there is no such file on this machine: Could not find file '{path}'."), (message.Attempts, message.Error)));
        System.IO.File.Move(path + ".away", path);
        foreach (var message in parked) await Queue.RetryAsync(message.Id, TestContext.Current.CancellationToken);
        await WorkAll();
        await HoldsWhatAddingWouldMake(path, 60);
    }
}
