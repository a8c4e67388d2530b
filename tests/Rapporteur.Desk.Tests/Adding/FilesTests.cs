using System.IO.Compression;
using System.Text;
using Xunit;

namespace Rapporteur.Desk.Tests.Adding;

public sealed class FilesTests
{
    private const string Feed =
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Feed Post</title><item><title>From a feed</title><link>https://example.org/feed/1</link>
        <description>&lt;p&gt;"The tide turns," Jorun Vask said on the quay, where nobody else was to be seen in the early hours.&lt;/p&gt;</description></item></channel></rss>
        """;

    private static string Warc
    {
        get
        {
            var page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>From a crawl</title></head><body><article><p>\"Nets are full,\" Pell Aadland said.</p><p>The harbour was quiet afterwards.</p></article></body></html>";
            return $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/crawl/1\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {page.Length}\r\n\r\n{page}\r\n\r\n";
        }
    }

    [Fact]
    public async Task One_file_leads_to_its_article()
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Files(("ships.txt", Sent.Bytes("\"Ships will sail,\" Ilse Marten said.")));
        var (address, _) = await Sent.Job(desk, "/add/files", form);
        Assert.Equal("/articles/1", address);
        Assert.Equal("ships", desk.Archive.Article(1)?.Name);
    }

    [Fact]
    public async Task Files_of_all_kinds_are_told_by_their_content()
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Files(
            ("a.txt", Sent.Bytes("\"Ships will sail,\" Ilse Marten said.")),
            ("b.html", await File.ReadAllBytesAsync(Path.Combine(Samples.Root, "samples", "page.html"), TestContext.Current.CancellationToken)),
            ("c.jsonl", await File.ReadAllBytesAsync(Path.Combine(Samples.Root, "samples", "articles.jsonl"), TestContext.Current.CancellationToken)),
            ("d.json", Sent.Bytes("""{"uri": "urn:item:1", "type": "text", "headline": "From an agency", "body_text": "\"Bread is dear,\" Tam Ogilvar said."}""")),
            ("e.xml", Sent.Bytes(Feed)),
            ("f.warc", Sent.Bytes(Warc)),
            ("g.txt.gz", Packed("\"Packed words travel,\" Lev Haddin said.")),
            ("h.jsonl.gz", Packed("""{"text": "\"Packed lines travel,\" Lev Haddin said.", "title": "From a packed line"}""")));
        var (_, page) = await Sent.Job(desk, "/add/files", form);
        Assert.Contains("<h1>Added</h1>", page, StringComparison.Ordinal);
        var titles = desk.Archive.Articles().Select(article => article.Title ?? article.Name).ToList();
        foreach (var title in new[] { "a", "Teachers to vote on island bonus", "From an agency", "From a feed", "From a crawl", "g", "From a packed line" }) Assert.Contains(title, titles);
        Assert.Equal(9, titles.Count);
    }

    [Fact]
    public async Task A_bad_file_says_what_is_wrong_and_the_rest_is_added()
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Files(
            ("empty.txt", []),
            ("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
            ("broken.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
            ("lines.jsonl", Sent.Bytes("{\"text\": \"\\\"Yes,\\\" Ilse Marten said.\"}\n{\"text\": 7}\nnot json\n")),
            ("../../etc/good.txt", Sent.Bytes("\"Ships will sail,\" Ilse Marten said.")));
        var (_, page) = await Sent.Job(desk, "/add/files", form);
        Assert.Contains("<h1>Added in part</h1>", page, StringComparison.Ordinal);
        foreach (var named in new[] { "empty.txt", "picture.txt", "broken.gz", "lines.jsonl, line 2", "lines.jsonl, line 3" })
            Assert.Contains(named, page, StringComparison.Ordinal);
        Assert.DoesNotContain("etc", page, StringComparison.Ordinal);
        Assert.Equal(2, desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task The_same_files_again_add_nothing()
    {
        await using var desk = await OpenDesk.Start();
        for (var times = 0; times < 2; times++)
        {
            using var form = Sent.Files(("a.txt", Sent.Bytes("\"Ships will sail,\" Ilse Marten said.")), ("b.txt", Sent.Bytes("\"Boats will sail,\" Ilse Marten said.")));
            await Sent.Job(desk, "/add/files", form);
            Assert.Equal(2, desk.Archive.ArticleCount);
        }
    }

    [Fact]
    public async Task Nothing_is_written_to_a_temporary_folder()
    {
        await using var desk = await OpenDesk.Start();
        var word = Guid.NewGuid().ToString("N");
        using var form = Sent.Files(("a.txt", Sent.Bytes($"\"Ships will sail,\" Ilse Marten said. {word} {new string('x', 300_000)}")));
        await Sent.Job(desk, "/add/files", form);
        Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*"));
    }

    private static byte[] Packed(string text)
    {
        using var content = new MemoryStream();
        using (var packing = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true)) packing.Write(Encoding.UTF8.GetBytes(text));
        return content.ToArray();
    }
}
