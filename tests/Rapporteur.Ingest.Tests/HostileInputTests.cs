using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Rapporteur.Ingest.Bytes;
using Rapporteur.Ingest.Pages;
using Xunit;

namespace Rapporteur.Ingest.Tests;

public sealed class HostileInputTests
{
    private const string Sentence = "The envoy of Vardania told reporters that the talks in Besançon would go on. ";

    // Far above what each needs, far below what anything quadratic would take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("", "the input is empty")]
    [InlineData(" \n\t\r\n ", "the input is empty")]
    [InlineData("%PDF-1.7 stream", "not text but a PDF document")]
    [InlineData("PK\u0003\u0004 word", "not text but a ZIP archive or an office document")]
    [InlineData("<?xml version=\"1.0\"?><rss><channel/></rss>", "XML, but not a web page")]
    [InlineData("<html><body><nav><a href=x>Home</a></nav></body></html>", "the page holds no article text")]
    public void What_is_no_article_is_refused_in_one_line(string content, string message) =>
        Assert.Equal(message, Refusal(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Binary_data_is_refused()
    {
        Assert.Equal("not text but binary data", Refusal([.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7919 >> 3))]));
        Assert.Equal("not text but binary data", Refusal(new byte[500]));
        Assert.Equal("not text but a PNG image", Refusal([0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, 0, 0]));
    }

    [Fact]
    public void Gzip_is_unpacked_also_in_several_members()
    {
        byte[] packed = [.. Gzip("First half. "u8.ToArray()), .. Gzip("Second half."u8.ToArray())];
        Assert.Equal("First half. Second half.", Load(packed).Text);
    }

    [Fact]
    public void Damaged_gzip_is_refused()
    {
        var packed = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Sentence, 50))));
        Assert.Equal("the gzip data is damaged or cut off", Refusal(packed[..(packed.Length / 2)]));
        packed[20] ^= 0xFF;
        Assert.Equal("the gzip data is damaged or cut off", Refusal(packed));
        Assert.Equal("not text but gzip inside gzip, or gzip of an unknown kind", Refusal(Gzip(Gzip(Gzip([1, 2, 3])))));
    }

    [Fact]
    public void A_gzip_bomb_is_cut_off()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++) gzip.Write(zeros);
        }

        Assert.True(bomb.Length < 4 << 20);
        Assert.Equal("unpacked from gzip, the input is larger than 256 MB", Refusal(bomb.ToArray()));
    }

    [Fact]
    public void A_stream_without_end_is_cut_off()
    {
        var e = Assert.Throws<UnreadableInputException>(() => InputBytes.Read(new Endless(), limit: 1 << 20));
        Assert.Equal("the input is larger than 1 MB", e.Message);
    }

    [Fact]
    public void A_hundred_megabytes_of_text_are_refused_in_one_line()
    {
        var line = Encoding.UTF8.GetBytes(Sentence);
        var bytes = new byte[100_000_000 / line.Length * line.Length];
        for (var i = 0; i < bytes.Length; i += line.Length) line.CopyTo(bytes, i);
        var refusal = InTime(() => Refusal(bytes));
        Assert.EndsWith("split it", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public void Ten_megabytes_of_text_are_taken() =>
        Assert.Equal(10 << 20, InTime(() => Load(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ten bytes ", 1 << 20)))).Text).Length);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<p><b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<font size=1><p>")]
    [InlineData("<a href=x><div>")]
    [InlineData("<svg><g>")]
    [InlineData("<blockquote class=comment>")]
    [InlineData("<article>")]
    [InlineData("<b><i><u><s><em><div>")]
    [InlineData("<b><div></b>")]
    [InlineData("<div><table><td></div></table>")]
    [InlineData("<svg><desc><div></svg>")]
    [InlineData("<form><div></form>")]
    [InlineData("<svg><a><td>")]
    [InlineData("<span><object></span>")]
    [InlineData("<x-y a='>'>")]
    public void A_page_nested_a_hundred_thousand_deep_is_read(string open)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(Sentence, 10));
        InTime(() => Outcome(Encoding.UTF8.GetBytes(html)));
    }

    [Fact]
    public void A_page_of_ordinary_depth_is_parsed_as_it_stands()
    {
        var html = "<div class='a>b'>" + string.Concat(Enumerable.Repeat("<p>x<table><tr><td>y<b>z</table><script>'<div>'</script>", 2000));
        Assert.Same(html, NestingLimit.Apply(html));
    }

    [Fact]
    public void What_nests_too_deep_loses_its_tags_and_not_its_text()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 600)) + "deep" + string.Concat(Enumerable.Repeat("</div>", 600)) + "<div>after</div>";
        Assert.Equal(string.Concat(Enumerable.Repeat("<div>", 256)) + "deep" + string.Concat(Enumerable.Repeat("</div>", 256)) + "<div>after</div>",
            NestingLimit.Apply(html));
    }

    [Theory]
    [InlineData("<p>" + Sentence)]
    [InlineData("<a href=x>")]
    [InlineData("<font color='#{0}'><p>")]
    [InlineData("</div>")]
    [InlineData("<meta name='a{0}' content=' '>")]
    [InlineData("<h1>The talks go on</h1>")]
    [InlineData("<div class='x{0} share-{0}'>a</div>")]
    [InlineData("<tr><td>a<td>b")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("&amp")]
    [InlineData("<script type='application/ld+json'>[[[[")]
    [InlineData("<br>")]
    [InlineData("<a>A link that leads nowhere at all</a><br><br>")]
    [InlineData("Sentence, with some words. <br><br>")]
    [InlineData("| ")]
    public void Time_stays_linear_whatever_a_page_repeats(string part)
    {
        var html = new StringBuilder("<!doctype html><title>x</title><body>");
        for (var i = 0; i < 30_000; i++) html.AppendFormat(null, part, i);
        InTime(() => Outcome(Encoding.UTF8.GetBytes(html.ToString())));
    }

    [Fact]
    public void Any_bytes_give_an_article_or_one_line_that_says_why_not() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Outcome(bytes) is { Length: > 0 } && Outcome([.. Gzip(bytes)]) is { Length: > 0 }, iter: 2000);

    [Fact]
    public void Any_markup_gives_an_article_or_one_line_that_says_why_not()
    {
        string[] parts =
        [
            "<p>", "</p>", "<div class=content>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<table>", "<tr>", "<td>", "<a href=/x>", "</a>", "<b>", "</b>",
            "<br>", "<title>", "</title>", "<script type='application/ld+json'>", "</script>", "{\"@type\":\"NewsArticle\",\"author\":[", "]}", "\"\\ud800\"", "\"@graph\":", "<meta property=og:title content=", "'", "\"", ">",
            "<body>", "</body>", "<html lang=en_gb>", "<template>", "<select>", "<svg>", "<plaintext>", "<frameset>", "&#xD800;", "&nbsp;", "\uD800", "<time datetime=2021-02-30>", Sentence,
            "Leave a Reply", "\u00A0", "<li>", "<aside>", "<figure>",
        ];
        Gen.Int[0, parts.Length - 1].Select(i => parts[i]).Array[0, 60].Sample(
            pieces =>
            {
                var html = string.Concat(pieces);
                string? text;
                try
                {
                    text = ArticleLoader.FromHtml(html).Text;
                }
                catch (UnreadableInputException e)
                {
                    return e.Message.Length > 0 && !e.Message.Contains('\n');
                }

                return text.Trim().Length > 0 && text == ArticleLoader.FromHtml(html).Text;
            },
            iter: 3000);
    }

    private static Article Load(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return ArticleLoader.Load(stream, "x");
    }

    private static string Refusal(byte[] bytes)
    {
        var message = Assert.Throws<UnreadableInputException>(() => Load(bytes)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static string Outcome(byte[] bytes)
    {
        try
        {
            return Load(bytes).Text;
        }
        catch (UnreadableInputException e)
        {
            return e.Message.Contains('\n') ? "" : e.Message;
        }
    }

    private static T InTime<T>(Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var result = work();
        Assert.True(clock.Elapsed < Patience, $"took {clock.Elapsed}");
        return result;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
