using System.Text;
using System.Text.Json.Nodes;
using Rapporteur.Ingest.JsonLines;
using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class PipeTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void Each_line_gives_a_line_in_order()
    {
        var input = string.Concat(Texts.Many(60).Select(article => Texts.Line(article.Id, article.Text)));
        var outcome = _command.RunOn(input, "pipe", "--threads", "4");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(Texts.Many(60).Select(article => article.Id), outcome.JsonLines.Select(record => (string?)record["document"]!["id"]));
    }

    [Fact]
    public void One_thread_and_two_write_the_same_bytes()
    {
        var input = string.Concat(Texts.Many(30).Select(article => Texts.Line(article.Id, article.Text))) + "{broken\n";
        var one = _command.RunOn(input, "pipe", "--threads", "1");
        Assert.Equal(31, one.Lines.Length);
        Assert.Equal(one.Bytes, _command.RunOn(input, "pipe", "--threads", "2").Bytes);
    }

    [Fact]
    public void A_least_score_leaves_out_what_is_less_sure()
    {
        var input = string.Concat(Texts.Many(10).Select(article => Texts.Line(article.Id, article.Text)));
        double[] Scores(params string[] arguments) =>
            [.. _command.RunOn(input, ["pipe", .. arguments]).JsonLines.SelectMany(record => record["statements"]!.AsArray()).Select(s => (double)s!["score"]!)];
        Assert.Equal(Scores().Where(score => score >= 0.9), Scores("--min-score", "0.9"));
        Assert.NotEmpty(Scores());
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("much")]
    public void A_least_score_outside_0_to_1_is_wrong_usage(string score) =>
        Assert.Equal(2, _command.RunOn("", "pipe", "--min-score", score).ExitCode);

    [Fact]
    public void What_is_known_of_an_article_comes_back_in_its_record()
    {
        var line = new JsonObject
        {
            ["id"] = 17, ["html"] = Texts.Page, ["title"] = "Own title", ["published"] = "2024-05-06", ["url"] = "https://skerry.example/rota", ["extra"] = new JsonArray(1, 2),
        };
        var document = Assert.Single(_command.RunOn(line.ToJsonString(), "pipe").JsonLines)["document"]!;
        Assert.Equal("17", (string?)document["id"]);
        Assert.Equal("Own title", (string?)document["title"]);
        Assert.Equal("2024-05-06", (string?)document["published"]);
        Assert.Equal("The Skerry Post", (string?)document["outlet"]);
        Assert.Equal("https://skerry.example/rota", (string?)document["url"]);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""["a"]""")]
    [InlineData("""{"id":"x","text":"Hello."} trailing""")]
    [InlineData("""{"id":"x","text":"Hello.""")]
    [InlineData("""{"id":"x"}""", "x")]
    [InlineData("""{"id":"x","text":""}""", "x")]
    [InlineData("""{"id":"x","text":7}""", "x")]
    [InlineData("""{"id":"x","text":"Hello.","published":"soon"}""", "x")]
    [InlineData("""{"id":"x","html":"<html><body></body></html>"}""", "x")]
    [InlineData("""{"id":{"a":1},"text":"Hello."}""")]
    public void A_bad_line_gives_an_error_in_its_place_and_the_run_goes_on(string bad, string? id = null)
    {
        var outcome = _command.RunOn(Texts.Line("first", Texts.Harbour) + bad + "\n" + Texts.Line("last", Texts.Harbour), "pipe");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(3, outcome.Lines.Length);
        var error = outcome.JsonLines[1].AsObject();
        Assert.Equal(["id", "error"], error.Select(property => property.Key));
        if (id is not null) Assert.Equal(id, (string?)error["id"]);
        Assert.NotEqual("", (string?)error["error"]);
        Assert.DoesNotContain("fault of rapporteur", (string?)error["error"]);
        Assert.Equal("last", (string?)outcome.JsonLines[2]["document"]!["id"]);
    }

    [Fact]
    public void An_input_in_parts_gives_what_the_whole_gives()
    {
        string[] lines = [Texts.Line("first", Texts.Harbour), "{broken\n", Texts.Line("none", ""), Texts.Line("last", Texts.Harbour)];
        Assert.Equal(_command.RunOn(string.Concat(lines), "pipe").Output, string.Concat(lines.Select(line => _command.RunOn(line, "pipe").Output)));
    }

    [Fact]
    public void Blank_lines_and_a_byte_order_mark_are_passed_over_and_the_last_line_needs_no_end()
    {
        var outcome = _command.RunOn("\uFEFF" + Texts.Line("a", Texts.Harbour) + "\r\n  \n" + Texts.Line("b", Texts.Harbour).TrimEnd(), "pipe");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["a", "b"], outcome.JsonLines.Select(record => (string?)record["document"]!["id"]));
    }

    [Fact]
    public void Half_surrogates_and_broken_bytes_become_replacement_characters()
    {
        var escaped = """{"id":"a","text":"One \ud83d two \udc00 three \ud83d\ude00 and \\ud800 \"quoted,\" Bo Ek said."}""" + "\n";
        byte[] broken = [.. "{\"id\":\"b\",\"text\":\"caf"u8, 0xE9, .. " closed, Bo Ek said.\"}\n"u8];
        var outcome = _command.RunOn([.. Encoding.UTF8.GetBytes(escaped), .. broken], "pipe");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("One \uFFFD two \uFFFD three \U0001F600 and \\ud800 \"quoted,\" Bo Ek said.", (string?)outcome.JsonLines[0]["document"]!["text"]);
        Assert.Equal("caf\uFFFD closed, Bo Ek said.", (string?)outcome.JsonLines[1]["document"]!["text"]);
    }

    [Fact]
    public void A_line_longer_than_the_limit_is_passed_over_without_being_kept()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"short\n{new string('x', 200_000)}\nlast"));
        var lines = LineReader.Read(stream, longest: 100_000).ToList();
        Assert.Equal([1, 2, 3], lines.Select(line => line.Number));
        Assert.Null(lines[1].Bytes);
        Assert.Equal("last"u8, lines[2].Bytes!);
    }

    [Fact]
    public void A_record_comes_before_the_next_line_is_there()
    {
        using var answered = new SemaphoreSlim(0);
        using var output = new FeedbackStream(() => answered.Release());
        using var input = new GeneratedStream(Dialogue());
        var (code, _) = _command.RunOn(input, output, "pipe");
        Assert.Equal(0, code);

        IEnumerable<byte[]> Dialogue()
        {
            for (var i = 0; i < 3; i++)
            {
                yield return Encoding.UTF8.GetBytes(Texts.Line($"{i}", Texts.Harbour));
                Assert.True(answered.Wait(TimeSpan.FromSeconds(60)), "no answer to the line before");
            }
        }
    }

    [Fact]
    public async Task What_nobody_takes_is_not_read_ahead()
    {
        using var blocked = new SemaphoreSlim(0);
        using var output = new FeedbackStream(() => blocked.Wait(TimeSpan.FromSeconds(60)));
        var given = 0;
        using var input = new GeneratedStream(Enumerable.Range(0, 300).Select(i =>
        {
            Interlocked.Increment(ref given);
            return Encoding.UTF8.GetBytes(Texts.Line($"{i}", Texts.Harbour + new string(' ', 70_000)));
        }));
        var run = Task.Run(() => _command.RunOn(input, output, "pipe", "--threads", "2"), TestContext.Current.CancellationToken);
        var before = -1;
        while (Volatile.Read(ref given) != before)
        {
            before = Volatile.Read(ref given);
            await Task.Delay(1500, TestContext.Current.CancellationToken);
        }

        Assert.InRange(before, 1, 100);
        blocked.Release(1_000_000);
        Assert.Equal(0, (await run).ExitCode);
    }

    [Fact]
    public void Two_hundred_megabytes_are_read_in_little_memory()
    {
        const int Lines = 1000, Filling = 200_000;
        var ballast = new string('x', Filling);
        var highest = 0L;
        using var input = new GeneratedStream(Enumerable.Range(0, Lines).Select(i =>
        {
            if (i % 25 == 0) highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
            return Encoding.UTF8.GetBytes($$"""{"id":"{{i}}","raw":"{{ballast}}","text":"The gates are shut, Ida Moe said."}""" + "\n");
        }));
        using var output = new FeedbackStream(() => { });
        var start = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(0, _command.RunOn(input, output, "pipe", "--threads", "2").ExitCode);
        Assert.InRange(highest - start, 0, 60_000_000);
    }

    [Fact]
    public void Where_the_reader_has_gone_the_run_ends_quietly()
    {
        var given = 0;
        using var input = new GeneratedStream(Enumerable.Range(0, 10_000).Select(i =>
        {
            given++;
            return Encoding.UTF8.GetBytes(Texts.Line($"{i}", Texts.Harbour));
        }));
        using var output = new FeedbackStream(() => throw new IOException("Broken pipe", 32));
        var (code, error) = _command.RunOn(input, output, "pipe");
        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.InRange(given, 1, 5000);
    }

    [Fact]
    public void A_full_disk_is_told_in_a_line()
    {
        using var output = new FeedbackStream(() => throw new IOException("No space left on device", 28));
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Texts.Line("a", Texts.Harbour)));
        var (code, error) = _command.RunOn(input, output, "pipe");
        Assert.Equal(1, code);
        Assert.Equal("rapporteur: the output cannot be written: No space left on device\n", error);
    }
}
