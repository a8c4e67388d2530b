using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>The commands, as processes.</summary>
public sealed class CommandTests : CommandTest
{
    [Fact]
    public async Task Articles_go_by_commands_from_files_into_the_archive()
    {
        System.IO.File.WriteAllText(File("articles.jsonl"), """
            {"id": "a", "url": "https://meridian.example/a", "text": "\"Ships will sail,\" Ilse Marten said."}
            {"id": "b", "text": ""}
            {"id": "c", "url": "https://meridian.example/c", "text": "Oda Brandt denied it."}

            """);
        var (code, output, errors) = Run("submit", File("articles.jsonl"));
        Assert.Equal((1, "2 queued, 0 queued before.\n"), (code, output));
        Assert.Contains("articles.jsonl, line 2: the text is empty", errors, StringComparison.Ordinal);
        Assert.Equal("0 queued, 2 queued before.\n", Run("submit", File("articles.jsonl")).Output);

        await Queue.Streams.Context.PublishAsync("rapporteur.articles", "no article"u8.ToArray(), cancellationToken: TestContext.Current.CancellationToken);
        using (var collector = new Collector())
        {
            var health = $"http://127.0.0.1:{Loopback.FreePort()}";
            using var worker = Start(["worker", "--threads", "1", "--listen", health], ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
            await Until(status => status.Waiting + status.InHand == 0);
            using (var client = new HttpClient())
                Assert.Equal("""{"status":"ok","failing":[]}""", await client.GetStringAsync(health + "/health/ready", TestContext.Current.CancellationToken));
            Signal(worker, "TERM");
            await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, worker.ExitCode);
            Assert.EndsWith("2 stored, 1 parked.\n", await worker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("rapporteur.worker.stored", collector.Got, StringComparison.Ordinal);
            Assert.Contains("rapporteur.worker.reading.duration", collector.Got, StringComparison.Ordinal);
        }

        Assert.StartsWith("0 waiting, 0 in hand, 1 parked", Run("queue").Output, StringComparison.Ordinal);
        Assert.Contains("not JSON at byte", Run("queue", "parked").Output, StringComparison.Ordinal);
        Assert.Equal("1 sent again.\n", Run("queue", "retry", "--all").Output);
        Assert.Contains("Ships will sail", Run("find", "ships").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_killed_leaves_nothing_undone_and_nothing_twice()
    {
        await Submit(Enumerable.Range(1, 200).Select(Article));

        // Once when it has taken some, and once when it has stored some.
        foreach (var isTime in new Func<QueueStatus, bool>[] { status => status.InHand > 0 || status.Waiting < 200, status => status.Waiting + status.InHand < 200 })
        {
            using var worker = Start(["worker", "--threads", "1"]);
            await Until(isTime);
            worker.Kill();
            await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using (var last = Start(["worker", "--threads", "1"]))
        {
            await Until(status => status.Waiting + status.InHand == 0);
            Signal(last, "INT");
            await last.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, last.ExitCode);
        }

        using var archive = Rapporteur.Archive.NewsArchive.Open(File("news.archive"), Rapporteur.Archive.ArchiveAccess.Read);
        Assert.Equal(200, archive.ArticleCount);
        Assert.All(archive.Articles(), article => Assert.Single(archive.Versions(article.Id)));
        Assert.Empty(await Parked());
    }

    [Fact]
    public void What_is_wrong_with_the_queue_is_told_in_one_line()
    {
        var (code, _, errors) = Run("queue", "--queue", $"nats://worker:s3cret@127.0.0.1:{Loopback.FreePort()}");
        Assert.Equal((1, 1), (code, errors.Count(c => c == '\n')));
        Assert.DoesNotContain("s3cret", errors, StringComparison.Ordinal);
        Assert.Equal(1, Run("queue", "retry", "7").Code);
        Assert.Equal(2, Run("worker", "--listen", "nowhere").Code);
        Assert.Equal(2, Run("queue", "retry").Code);
    }

    /// <summary>Takes what is sent by OTLP over HTTP, and keeps its bytes, in which names stand as they are.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<string> _got = new();

        public Collector()
        {
            Address = $"http://127.0.0.1:{Loopback.FreePort()}/";
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = Task.Run(async () =>
            {
                while (_listener.IsListening)
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _got.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
                    context.Response.Close();
                }
            });
        }

        public string Address { get; }

        public string Got => string.Concat(_got);

        public void Dispose() => _listener.Close();
    }
}
