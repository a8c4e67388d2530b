using System.Net;
using Xunit;

namespace Rapporteur.Desk.Tests.Adding;

public sealed class PastingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_text_is_an_article_with_what_was_said_of_it()
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Form(("text", "\"Ships will sail,\" Ilse Marten said on Monday.\r\n\r\nNobody else spoke."), ("title", "Ships will sail"), ("outlet", "Meridian Wire"), ("published", "2024-03-06"));
        using var answer = await desk.Client.PostAsync("/add/text", form, Cancellation);
        Assert.Equal("/articles/1", answer.Headers.Location?.ToString());
        var record = desk.Archive.Record(1)!;
        Assert.Equal(("Ships will sail", "Meridian Wire", "2024-03-06"), (record.Document.Title, record.Document.Outlet, record.Document.Published));
        Assert.DoesNotContain('\r', record.Document.Text);
        Assert.Equal("2024-03-04", Assert.Single(record.Statements).SaidOn?.Date);
    }

    [Fact]
    public async Task A_pasted_page_is_read_as_a_page()
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Form(("text", await File.ReadAllTextAsync(Path.Combine(Samples.Root, "samples", "page.html"), Cancellation)));
        using var answer = await desk.Client.PostAsync("/add/text", form, Cancellation);
        Assert.Equal("/articles/1", answer.Headers.Location?.ToString());
        Assert.Equal("Teachers to vote on island bonus", desk.Archive.Article(1)?.Title);
    }

    [Theory]
    [InlineData("", "", "", "There is no text to read.")]
    [InlineData("Some words.", "javascript:alert(1)", "", "no address of the web")]
    [InlineData("Some words.", "", "yesterday", "2024-05-02")]
    public async Task What_is_wrong_is_said_and_nothing_has_to_be_written_again(string text, string url, string day, string said)
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Form(("text", text), ("url", url), ("published", day), ("title", "<b>\"kept\"</b>"));
        using var answer = await desk.Client.PostAsync("/add/text", form, Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;&quot;kept&quot;&lt;/b&gt;\"", page, StringComparison.Ordinal);
        Assert.Equal(0, desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_and_nothing_of_it_is_kept()
    {
        await using var desk = await OpenDesk.Start(options => options with { LargestUpload = 1 << 20 });
        foreach (var path in new[] { "/add/text", "/add/files" })
        {
            using var form = Sent.Form(("text", new string('a', 2 << 20)));
            using var answer = await desk.Client.PostAsync(path, form, Cancellation);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }

        Assert.Equal(0, desk.Archive.ArticleCount);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=other", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.BadRequest)]
    public async Task What_is_no_whole_form_is_refused(string type, HttpStatusCode refused)
    {
        await using var desk = await OpenDesk.Start();
        using var content = new ByteArrayContent(Sent.Bytes("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nSome wo"));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await desk.Client.PostAsync("/add/text", content, Cancellation);
        Assert.Equal(refused, answer.StatusCode);
        Assert.Equal(0, desk.Archive.ArticleCount);
    }
}
