using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Rapporteur.Ingest.Fetching;
using Xunit;

namespace Rapporteur.Ingest.Tests.Fetching;

public sealed class FetcherTests : IDisposable
{
    private static readonly FetchOptions Options = new()
    {
        AllowsLoopback = true, Pause = TimeSpan.Zero, LongestPause = TimeSpan.Zero, Patience = TimeSpan.FromSeconds(30), MostBytes = 1 << 20,
    };

    private readonly MisbehavingServer _server = new();
    private readonly Fetcher _fetcher = new(Options);

    public void Dispose()
    {
        _fetcher.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_page_comes_with_its_charset_and_what_to_ask_with_next_time()
    {
        _server.On("/a", "HTTP/1.1 200 OK\nContent-Type: text/html; charset=\"utf-8\"\nETag: \"v1\"\nLast-Modified: Tue, 04 Mar 2031 09:15:00 GMT", "<p>Hello");
        var fetched = await Fetch("/a");
        Assert.Equal(("<p>Hello", "utf-8", false), (Encoding.UTF8.GetString(fetched.Content.Span), fetched.Charset, fetched.IsUnchanged));
        Assert.Equal(new Validators("\"v1\"", "Tue, 04 Mar 2031 09:15:00 GMT"), fetched.Validators);
        Assert.StartsWith("GET /robots.txt", _server.Requests.First(), StringComparison.Ordinal);
        Assert.Contains("User-Agent: Rapporteur/", _server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        _server.On("/a", async (request, stream, end) =>
        {
            var same = request.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal) && request.Contains("If-Modified-Since: x", StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(same ? "HTTP/1.1 304 Not Modified\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\nnew"), end);
        });
        Assert.True((await Fetch("/a", new Validators("\"v1\"", "x"))).IsUnchanged);
        Assert.False((await Fetch("/a")).IsUnchanged);
    }

    [Fact]
    public async Task Redirections_are_followed_five_at_most()
    {
        for (var i = 0; i < 8; i++) _server.On($"/{i}", $"HTTP/1.1 30{(i % 2 == 0 ? 2 : 7)} Found\nLocation: {(i % 2 == 0 ? $"/{i + 1}" : _server.Address($"/{i + 1}"))}");
        _server.OnPage("/8", "end");
        Assert.Equal(_server.Address("/8"), (await Fetch("/3")).Address);
        Assert.Equal("it was sent on more than 5 times", await Refusal("/2"));
    }

    [Theory]
    [InlineData("file:///etc/hostname", "not an address of the web: file:///etc/hostname")]
    [InlineData("ftp://islet.example/", "not an address of the web: ftp://islet.example/")]
    [InlineData("http://me:secret@127.0.0.1/", "an address with a name and password is not fetched")]
    [InlineData("http://10.1.2.3/", "10.1.2.3 is no address of the public internet")]
    [InlineData("http://[::ffff:192.168.0.1]/", "[::ffff:192.168.0.1] is no address of the public internet")]
    [InlineData("http://0x0a010203/", "10.1.2.3 is no address of the public internet")]
    public async Task Neither_asked_for_nor_sent_on_to_is_anything_but_a_public_page(string address, string message)
    {
        Assert.Equal(message, await Refusal(new Uri(address)));
        _server.On("/on", $"HTTP/1.1 302 Found\nLocation: {address}");
        Assert.Equal(message, await Refusal("/on"));
    }

    [Fact]
    public async Task A_name_is_as_good_as_the_address_it_stands_for_when_the_connection_is_made()
    {
        var answers = new Queue<string>(["10.0.0.7", "127.0.0.1"]);
        Task<IPAddress[]> LookUp(string name, CancellationToken end) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]);
        using var fetcher = new Fetcher(Options with { AllowsLoopback = false }, LookUp, TimeProvider.System);
        var address = new Uri($"http://islet.example:{_server.Port}/a");
        Assert.Equal("islet.example, which is 10.0.0.7, is no address of the public internet", await Refusal(address, fetcher));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Without_the_switch_for_tests_this_machine_is_not_reached()
    {
        using var fetcher = new Fetcher(Options with { AllowsLoopback = false });
        _server.OnPage("/a", "secret");
        Assert.Equal("127.0.0.1 is no address of the public internet", await Refusal(_server.Address("/a"), fetcher));
        Assert.EndsWith("is no address of the public internet", await Refusal(new Uri($"http://localhost:{_server.Port}/a"), fetcher), StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        _server.On("/endless", async (_, stream, end) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), end);
            while (!end.IsCancellationRequested) await stream.WriteAsync(new byte[1 << 16], end);
        });
        Assert.Equal("the answer is larger than 1 MB", await Refusal("/endless"));
    }

    [Fact]
    public async Task A_bomb_is_cut_off_where_it_has_unpacked_to_the_limit()
    {
        _server.On("/bomb", "HTTP/1.1 200 OK\nContent-Encoding: gzip", Sources.Gzip(new byte[64 << 20]));
        using var brotli = new MemoryStream();
        using (var stream = new BrotliStream(brotli, CompressionLevel.Fastest, leaveOpen: true)) stream.Write(new byte[64 << 20]);
        _server.On("/brotli", "HTTP/1.1 200 OK\nContent-Encoding: br", brotli.ToArray());
        Assert.Equal("the answer is larger than 1 MB", await Refusal("/bomb"));
        Assert.Equal("the answer is larger than 1 MB", await Refusal("/brotli"));
    }

    [Fact]
    public async Task A_server_that_says_nothing_or_a_letter_at_a_time_is_left_when_patience_ends()
    {
        _server.On("/silent", async (_, _, end) => await Task.Delay(-1, end));
        _server.On("/drip", async (_, stream, end) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), end);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), end);
                await Task.Delay(50, end);
            }
        });
        using var impatient = new Fetcher(Options with { Patience = TimeSpan.FromSeconds(2) });
        var clock = Stopwatch.StartNew();
        Assert.Equal("127.0.0.1 took longer than 2 seconds", await Refusal(_server.Address("/silent"), impatient));
        Assert.Equal("127.0.0.1 took longer than 2 seconds", await Refusal(_server.Address("/drip"), impatient));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip at all")]
    [InlineData("")]
    public async Task What_is_no_answer_is_refused_in_one_line(string answer)
    {
        _server.On("/broken", (_, stream, end) => stream.WriteAsync(Encoding.ASCII.GetBytes(answer), end).AsTask());
        Assert.DoesNotContain('\n', await Refusal("/broken"));
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        _server.On("/head", async (_, stream, end) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), end);
            while (true) await stream.WriteAsync(Encoding.ASCII.GetBytes("X-Filler: " + new string('x', 1000) + "\r\n"), end);
        });
        Assert.StartsWith("127.0.0.1 does not answer as it should", await Refusal("/head"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404 Not Found", null)]
    [InlineData("403 Forbidden", null)]
    [InlineData("503 Busy", "127.0.0.1 does not say what may be fetched: its robots.txt answers 503")]
    [InlineData("429 Too Many", "127.0.0.1 does not say what may be fetched: its robots.txt answers 429")]
    public async Task Who_has_no_robots_file_allows_all_and_who_cannot_give_it_nothing(string status, string? refusal)
    {
        _server.On("/robots.txt", $"HTTP/1.1 {status}");
        _server.OnPage("/a", "page");
        if (refusal is null) Assert.Equal(4, (await Fetch("/a")).Content.Length);
        else Assert.Equal(refusal, await Refusal("/a"));
    }

    [Fact]
    public async Task What_robots_may_not_fetch_is_not_asked_for()
    {
        _server.On("/robots.txt", "HTTP/1.1 200 OK", "User-agent: *\nDisallow: /private");
        _server.OnPage("/open", "page");
        _server.On("/on", "HTTP/1.1 302 Found\nLocation: /private/a");
        Assert.Equal(4, (await Fetch("/open")).Content.Length);
        Assert.Equal("127.0.0.1 does not want it fetched (robots.txt)", await Refusal("/private/a"));
        Assert.Equal("127.0.0.1 does not want it fetched (robots.txt)", await Refusal("/on"));
        Assert.DoesNotContain(_server.Requests, request => request.Contains("/private", StringComparison.Ordinal));
        Assert.Single(_server.Requests, request => request.Contains("/robots.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_is_asked_for_one_thing_at_a_time_with_a_pause_between()
    {
        for (var i = 0; i < 6; i++)
            _server.On($"/{i}", async (_, stream, end) =>
            {
                await Task.Delay(30, end);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\npage"u8.ToArray(), end);
            });
        using var fetcher = new Fetcher(Options with { Pause = TimeSpan.FromMilliseconds(50) });
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => fetcher.FetchAsync(_server.Address($"/{i}"), cancellation: TestContext.Current.CancellationToken)));
        Assert.Equal(1, _server.MostAtATime);
        Assert.True(clock.Elapsed > TimeSpan.FromMilliseconds(6 * 25 + 5 * 45), $"took only {clock.Elapsed}");
    }

    [Fact]
    public async Task A_status_that_is_no_success_is_said() => Assert.Equal("the server answers 404", await Refusal("/nothing"));

    private Task<Fetched> Fetch(string path, Validators? known = null) => _fetcher.FetchAsync(_server.Address(path), known, TestContext.Current.CancellationToken);

    private Task<string> Refusal(string path) => Refusal(_server.Address(path));

    private async Task<string> Refusal(Uri address, Fetcher? fetcher = null) =>
        (await Assert.ThrowsAsync<UnreadableInputException>(() => (fetcher ?? _fetcher).FetchAsync(address, cancellation: TestContext.Current.CancellationToken))).Message;
}
