using System.IO.Compression;
using System.Text;
using CsCheck;
using Xunit;

namespace Rapporteur.Ingest.Tests.Warc;

public sealed class WarcTests : IDisposable
{
    private readonly Sources _sources = new();

    public void Dispose() => _sources.Dispose();

    [Fact]
    public void Pages_are_found_among_all_that_a_crawler_stores()
    {
        byte[] archive =
        [
            .. Record("warcinfo", null, "application/warc-fields", "software: a crawler\r\n"u8.ToArray()),
            .. Record("request", "https://islet.example/a", "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n"u8.ToArray()),
            .. Response("https://islet.example/a", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Sources.Page("Ferry line closes"))),
            .. Response("https://islet.example/a.png", "image/png", [0x89, 0x50]),
            .. Response("https://islet.example/gone", "text/html", "<p>Gone"u8.ToArray(), status: "404 Not Found"),
            .. Response("https://islet.example/robots.txt", "text/plain", "User-agent: *"u8.ToArray()),
            .. Record("resource", "https://islet.example/b", "text/html", Encoding.UTF8.GetBytes(Sources.Page("Saved by a browser"))),
            .. Record("conversion", "https://islet.example/c", "text/plain", "Plain words, Vera Holt said."u8.ToArray()),
            .. Record("revisit", "https://islet.example/a", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray()),
        ];
        var inputs = Sources.Find(_sources.File("crawl.warc", archive));
        Assert.Equal(["https://islet.example/a", "https://islet.example/b", "https://islet.example/c"], inputs.Select(input => input.Id));
        Assert.EndsWith("crawl.warc, record 3 (https://islet.example/a)", inputs[0].Origin, StringComparison.Ordinal);
        Assert.Equal(["Ferry line closes", "Saved by a browser", null], inputs.Select(input => input.Load().Title));
        Assert.All(inputs, input => Assert.Equal(input.Id, input.Load().Url));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gzip_is_unpacked_whether_each_record_is_packed_or_all_together(bool each)
    {
        byte[][] records = [Response("https://a.example/1", "text/html", Page(1)), Response("https://a.example/2", "text/html", Page(2))];
        byte[] archive = each ? [.. records.SelectMany(Sources.Gzip)] : Sources.Gzip([.. records.SelectMany(record => record)]);
        Assert.Equal(["Title 1", "Title 2"], Sources.Find(_sources.File("crawl.warc.gz", archive)).Select(input => input.Load().Title));
    }

    [Fact]
    public void Bodies_in_chunks_and_packed_are_put_together()
    {
        var page = Page(3);
        using var brotli = new MemoryStream();
        using (var stream = new BrotliStream(brotli, CompressionLevel.Fastest, leaveOpen: true)) stream.Write(page);
        byte[] archive =
        [
            .. Response("https://a.example/1", "text/html", Chunked(page), "Transfer-Encoding: chunked\r\n"),
            .. Response("https://a.example/2", "text/html", Chunked(Sources.Gzip(page)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
            .. Response("https://a.example/3", "text/html", brotli.ToArray(), "Content-Encoding: br\r\n"),
            .. Response("https://a.example/4", "text/html", page, "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n"),
        ];
        Assert.All(Sources.Find(_sources.File("crawl.warc", archive)), input => Assert.Equal("Title 3", input.Load().Title));
    }

    [Fact]
    public void The_charset_that_the_server_named_is_heeded()
    {
        byte[] page = [.. "<html><head><title>Caf"u8, 0xE9, .. "</title></head><body><p>The caf"u8, 0xE9, .. " will close, Vera Holt said, and open again in May.</p></body></html>"u8];
        var archive = Response("https://a.example/1", "text/html; charset=\"iso-8859-1\"", page);
        Assert.Equal("Café", Assert.Single(Sources.Find(_sources.File("crawl.warc", archive))).Load().Title);
    }

    [Fact]
    public void A_record_that_does_not_start_where_the_one_before_says_is_found_all_the_same()
    {
        var first = Response("https://a.example/1", "text/html", Page(1));
        byte[] archive = [.. first, .. "stray bytes\n\n"u8, .. Response("https://a.example/2", "text/html", Page(2))];
        Assert.Equal(2, Sources.Find(_sources.File("crawl.warc", archive)).Count);
    }

    [Fact]
    public void An_archive_that_is_cut_off_gives_the_pages_before_that_and_says_so()
    {
        byte[] archive = [.. Response("https://a.example/1", "text/html", Page(1)), .. Response("https://a.example/2", "text/html", Page(2))];
        var inputs = Sources.Find(_sources.File("crawl.warc", archive[..^300]), _sources.File("after.txt", "After it, Vera Holt said."));
        Assert.Equal([null, "it is damaged: record 2 is cut off", null], inputs.Select(input => Sources.Load(input).Problem));
    }

    [Fact]
    public void Whatever_happens_to_the_bytes_of_an_archive_nothing_but_refusals_comes_of_it()
    {
        byte[] archive = [.. Response("https://a.example/1", "text/html", Chunked(Page(1)), "Transfer-Encoding: chunked\r\n"), .. Response("https://a.example/2", "text/html", Sources.Gzip(Page(2)))];
        var packed = Sources.Gzip(archive);
        Gen.Select(Gen.Int[0, archive.Length - 1], Gen.Byte, Gen.Int[0, archive.Length], Gen.Bool).Sample((at, value, end, pack) =>
        {
            var bytes = (byte[])(pack ? packed : archive).Clone();
            bytes[at % bytes.Length] = value;
            foreach (var input in Sources.Find(_sources.File("any.warc", bytes[..Math.Min(end, bytes.Length)]))) Sources.Load(input);
        }, iter: 300, threads: 1);
    }

    private static byte[] Page(int number) => Encoding.UTF8.GetBytes(Sources.Page($"Title {number}"));

    private static byte[] Chunked(byte[] body) =>
        [.. body.Chunk(100).SelectMany(part => (byte[])[.. Encoding.ASCII.GetBytes($"{part.Length:x};name=value\r\n"), .. part, .. "\r\n"u8]), .. "0\r\n\r\n"u8];

    private static byte[] Response(string address, string type, byte[] body, string fields = "", string status = "200 OK") =>
        Record("response", address, "application/http; msgtype=response", [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n{fields}\r\n"), .. body]);

    private static byte[] Record(string kind, string? address, string type, byte[] block) =>
    [
        .. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: {kind}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}Content-Type: {type}\r\nContent-Length: {block.Length}\r\n\r\n"),
        .. block, .. "\r\n\r\n"u8,
    ];
}
