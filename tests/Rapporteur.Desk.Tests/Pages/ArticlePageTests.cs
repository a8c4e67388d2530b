using System.IO.Compression;
using System.Net;
using System.Text;
using Xunit;

namespace Rapporteur.Desk.Tests.Pages;

public sealed class ArticlePageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("json", "application/json", "\"schema\": \"rapporteur/record/1\"")]
    [InlineData("csv", "text/csv", "Jorun Vask")]
    [InlineData("ics", "text/calendar", "BEGIN:VCALENDAR")]
    [InlineData("webannotation", "application/ld+json", "AnnotationPage")]
    [InlineData("claimreview", "application/x-ndjson", "ClaimReview")]
    public async Task An_article_is_given_out_in_other_formats(string format, string type, string holds)
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        using var answer = await desk.Client.GetAsync($"/articles/{id}/export/{format}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains(holds, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brat_gets_a_folder_with_text_annotations_and_configuration()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        await using var content = await desk.Client.GetStreamAsync($"/articles/{id}/export/brat", Cancellation);
        using var folder = new ZipArchive(content);
        Assert.Equal(["annotation.conf", $"{id}.txt", $"{id}.ann"], folder.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public async Task An_article_of_three_thousand_words_is_sent_in_less_than_300_kilobytes()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(LongArticle.OfWords(3000));
        var sent = 0L;
        foreach (var path in new[] { $"/articles/{id}?layer=direct&layer=mixed&layer=indirect&layer=names&layer=times&layer=events&layer=loaded&layer=voice&layer=alterations", "/assets/desk.css", "/assets/parts.css", "/assets/article.css", "/assets/article.js", "/assets/icon.svg" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Encoding", "gzip");
            using var answer = await desk.Client.SendAsync(request, Cancellation);
            answer.EnsureSuccessStatusCode();
            sent += (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length;
        }

        Assert.InRange(sent, 1, 300_000);
    }

    [Fact]
    public async Task A_text_of_millions_of_characters_is_shown_in_parts_of_a_bounded_size()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(LongArticle.OfWords(400_000));
        var page = await desk.Client.GetStringAsync($"/articles/{id}", Cancellation);
        Assert.InRange(page.Length, 100_000, 6_000_000);
        Assert.Contains("part 1 of", page, StringComparison.Ordinal);
        Assert.Contains("/articles/1?part=2", page, StringComparison.Ordinal);
        var last = await desk.Client.GetStringAsync($"/articles/{id}?part=100000", Cancellation);
        Assert.Contains("rel=\"prev\"", last, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_between_versions_is_shown_by_words()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(new Article("\"Ships will sail,\" Ilse Marten said.\n\nNothing else was said.") { Url = "https://example.org/ships", Title = "Ships will sail" });
        Assert.Equal(id, desk.Add(new Article("\"Boats will sail,\" Ilse Marten said.\n\nNothing else was said.") { Url = "https://example.org/ships", Title = "Boats will sail" }));
        var page = await desk.Client.GetStringAsync($"/articles/{id}/changes?from=1&to=2", Cancellation);
        Assert.Contains("Ships</del>", page, StringComparison.Ordinal);
        Assert.Contains("Boats</ins>", page, StringComparison.Ordinal);
        Assert.Contains("1 paragraphs changed, 1 stayed", page, StringComparison.Ordinal);
        var old = await desk.Client.GetStringAsync($"/articles/{id}?version=1", Cancellation);
        Assert.Contains("an older one", old, StringComparison.Ordinal);
        Assert.Contains("Ships will sail", old, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_deleted_only_after_it_was_asked()
    {
        await using var desk = await OpenDesk.Start();
        var id = desk.Add(Samples.Load("wire.txt"));
        Assert.Contains("Delete this article?", await desk.Client.GetStringAsync($"/articles/{id}/delete", Cancellation), StringComparison.Ordinal);
        Assert.NotNull(desk.Archive.Article(id));
        using var deleted = await desk.Client.PostAsync($"/articles/{id}/delete", null, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, deleted.StatusCode);
        Assert.Null(desk.Archive.Article(id));
    }

    [Theory]
    [InlineData("/articles/99")]
    [InlineData("/articles/0")]
    [InlineData("/articles/-1")]
    [InlineData("/articles/99999999999999999999999")]
    [InlineData("/articles/1?version=7")]
    [InlineData("/articles/1/statements/s99")]
    [InlineData("/articles/1/statements/..%2f..%2fetc")]
    [InlineData("/articles/1/export/exe")]
    [InlineData("/articles/1/changes?from=1&to=9")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var desk = await OpenDesk.Start();
        desk.Add(Samples.Load("wire.txt"));
        using var answer = await desk.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/articles/1?version=x")]
    [InlineData("/articles/1?part=99999999999999999")]
    [InlineData("/articles/1/changes?from=1")]
    public async Task What_cannot_be_understood_is_refused(string path)
    {
        await using var desk = await OpenDesk.Start();
        desk.Add(Samples.Load("wire.txt"));
        using var answer = await desk.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
