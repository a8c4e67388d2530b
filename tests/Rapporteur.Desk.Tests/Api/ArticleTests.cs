using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Rapporteur.Desk.Tests.Api.Generated;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class ArticleTests : ApiTest
{
    [Fact]
    public async Task An_article_that_is_added_is_there_with_its_record()
    {
        var added = await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        Assert.Equal("new", added.Outcome);
        var answer = await Api.GetArticleAsync(added.Article!.Value, cancellationToken: Cancellation);
        Assert.Equal("Meridian Wire", answer.Article.Outlet);
        Assert.Equal(Ferry().Text, answer.Record.Document.Text);
        Assert.Contains(answer.Record.Statements, statement => statement.Speaker?.Name == "Ilse Marten");
    }

    [Fact]
    public async Task Its_address_and_outcome_are_told()
    {
        using var first = await Client.PostAsync("/api/v1/articles", Json("""{"text": "\"We agree,\" Ada Lind said.", "url": "https://news.example/a"}"""), Cancellation);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("/api/v1/articles/1", first.Headers.Location?.ToString());
        using var again = await Client.PostAsync("/api/v1/articles", Json("""{"text": "\"We agree,\" Ada Lind said.", "url": "http://news.example/a?utm_source=x"}"""), Cancellation);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("""{"article":1,"outcome":"known"}""", await again.Content.ReadAsStringAsync(Cancellation));
        using var changed = await Client.PostAsync("/api/v1/articles", Json("""{"text": "\"We do not agree,\" Ada Lind said.", "url": "https://news.example/a"}"""), Cancellation);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("""{"article":1,"outcome":"newVersion"}""", await changed.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal([1, 2], (await Api.ListArticleVersionsAsync(1, cancellationToken: Cancellation)).Items.Select(version => version.Version));
        Assert.Contains("We agree", (await Api.GetArticleAsync(1, version: 1, cancellationToken: Cancellation)).Record.Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_alone_is_taken_with_what_is_known_of_it_in_the_query()
    {
        using var content = new StringContent("\"The lock stays shut,\" Per Vang said.", Encoding.UTF8, "text/plain");
        using var answer = await Client.PostAsync("/api/v1/articles?outlet=Harbour%20Post&published=2024-03-01&id=lock", content, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var article = Desk.Archive.Article(1)!;
        Assert.Equal(("Harbour Post", "2024-03-01", "lock"), (article.Outlet, article.Published, article.Name));
    }

    [Fact]
    public async Task A_web_page_is_taken_apart()
    {
        const string Page = "<html><head><title>Lock stays shut</title></head><body><nav>Home</nav><article><h1>Lock stays shut</h1><p>\"The lock stays shut until the spring tide is over,\" Per Vang said on the quay.</p></article></body></html>";
        using var answer = await Client.PostAsync("/api/v1/articles", new StringContent(Page, Encoding.UTF8, "text/html"), Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.DoesNotContain("<p>", Desk.Archive.Record(1)!.Document.Text, StringComparison.Ordinal);
        Assert.Equal("Per Vang", Assert.Single(Desk.Archive.Statements(1)).Speaker);
    }

    [Fact]
    public async Task The_record_alone_is_the_same_bytes_as_the_command_writes()
    {
        await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation);
        Assert.Equal(Desk.Archive.Record(1)!.ToJson(), await Client.GetByteArrayAsync("/api/v1/articles/1/record", Cancellation));
    }

    [Fact]
    public async Task An_article_is_read_without_being_kept()
    {
        var record = await Api.ReadArticleAsync(Ferry(), cancellationToken: Cancellation);
        Assert.NotEmpty(record.Statements);
        Assert.Equal(0, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task Articles_are_listed_page_by_page_and_none_twice_though_more_come_in_between()
    {
        for (var i = 0; i < 7; i++) Desk.Add(new Article($"\"Boat {i} is late,\" Ada Lind said."));
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await Api.ListArticlesAsync(cursor: cursor, limit: 3, cancellationToken: Cancellation);
            seen.AddRange(page.Items.Select(article => article.Id));
            cursor = page.Next;
            if (seen.Count == 3) Desk.Add(new Article("\"One more,\" Ada Lind said."));
        }
        while (cursor is not null);
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], seen);
    }

    [Fact]
    public async Task The_next_page_is_linked()
    {
        for (var i = 0; i < 3; i++) Desk.Add(new Article($"\"Boat {i} is late,\" Ada Lind said.") { Outlet = "A & B" });
        using var first = await Client.GetAsync("/api/v1/articles?outlet=A%20%26%20B&limit=2", Cancellation);
        var link = first.Headers.GetValues("Link").Single();
        Assert.EndsWith("; rel=\"next\"", link, StringComparison.Ordinal);
        var next = JsonNode.Parse(await Client.GetStringAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)], Cancellation))!;
        Assert.Equal(1, (int)next["items"]!.AsArray().Single()!["id"]!);
        Assert.Null(next["next"]);
    }

    [Fact]
    public async Task Articles_are_listed_by_outlet_and_day()
    {
        Desk.Add(new Article("\"A,\" Ada Lind said.") { Outlet = "One", Published = new PublicationDate(DateOnly.Parse("2024-05-01", System.Globalization.CultureInfo.InvariantCulture)) });
        Desk.Add(new Article("\"B,\" Ada Lind said.") { Outlet = "One", Published = new PublicationDate(DateOnly.Parse("2024-05-03", System.Globalization.CultureInfo.InvariantCulture)) });
        Desk.Add(new Article("\"C,\" Ada Lind said.") { Outlet = "Two", Published = new PublicationDate(DateOnly.Parse("2024-05-03", System.Globalization.CultureInfo.InvariantCulture)) });
        async Task<IEnumerable<long>> Found(string query) =>
            JsonNode.Parse(await Client.GetStringAsync("/api/v1/articles?" + query, Cancellation))!["items"]!.AsArray().Select(article => (long)article!["id"]!);
        Assert.Equal([2, 1], await Found("outlet=One"));
        Assert.Equal([3, 2], await Found("from=2024-05-02"));
        Assert.Equal([1], await Found("outlet=One&to=2024-05-02"));
        Assert.Empty(await Found("outlet=Three"));
    }

    [Theory]
    [InlineData("/api/v1/articles/1")]
    [InlineData("/api/v1/articles/1/record")]
    [InlineData("/api/v1/articles/1/statements")]
    [InlineData("/api/v1/statements/1-s1")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/statements")]
    [InlineData("/api/v1/articles/1/comparison")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        Desk.Add(new Article("\"The lock stays shut,\" Per Vang said.") { Url = "https://news.example/lock" });
        using var first = await Client.GetAsync(path, Cancellation);
        var tag = first.Headers.ETag!;
        async Task<HttpStatusCode> Asked()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(tag);
            using var answer = await Client.SendAsync(request, Cancellation);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await Asked());
        Desk.Add(new Article("\"The lock is open,\" Per Vang said.") { Url = "https://news.example/lock" });
        Assert.Equal(HttpStatusCode.OK, await Asked());
    }

    [Fact]
    public async Task An_article_is_deleted_only_where_it_is_still_what_it_was()
    {
        Desk.Add(new Article("\"The lock stays shut,\" Per Vang said."));
        using var stale = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/articles/1");
        stale.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1.9.00000000\""));
        await Refused(stale, HttpStatusCode.PreconditionFailed, "changed");
        using var found = await Client.GetAsync("/api/v1/articles/1", Cancellation);
        await Api.DeleteArticleAsync(1, found.Headers.ETag!.ToString(), Cancellation);
        Assert.Null(Desk.Archive.Article(1));
        Assert.Equal(404, (await Assert.ThrowsAsync<ApiException<Problem>>(() => Api.DeleteArticleAsync(1, cancellationToken: Cancellation))).StatusCode);
    }

    [Fact]
    public async Task Its_happening_and_the_other_printings_of_its_words_are_found()
    {
        await Api.AddArticleAsync(Ferry("Meridian Wire"), cancellationToken: Cancellation);
        await Api.AddArticleAsync(Ferry("Harbour Post", "2024-05-03"), cancellationToken: Cancellation);
        var comparison = Assert.Single((await Api.CompareArticleAsync(1, cancellationToken: Cancellation)).Items);
        Assert.Equal("2", Assert.Single(comparison.Variants).Printing.Article);
        Assert.Equal(2, (await Api.GetArticleHappeningAsync(2, cancellationToken: Cancellation)).Outlets.Count);
    }
}
