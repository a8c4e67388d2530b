using System.Net;
using System.Text.Json;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class FetchTests : ApiTest
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.0.0.1:4180/api/v1/articles")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://localhost.localdomain/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://user:password@news.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://news.example/")]
    [InlineData("gopher://127.0.0.1/")]
    [InlineData("//127.0.0.1/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("news.example")]
    [InlineData("http://")]
    [InlineData("")]
    public async Task Only_public_addresses_are_fetched(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/articles:fetch") { Content = Json($"{{\"url\": {JsonSerializer.Serialize(address)}}}") };
        var (count, answer) = (Desk.Archive.ArticleCount, await Client.SendAsync(request, Cancellation));

        // What is not public is refused for good; a name that means nothing may mean something later.
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadGateway, $"{address}: {answer.StatusCode}");
        Assert.Contains("\"field\":\"url\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(count, Desk.Archive.ArticleCount);
        answer.Dispose();
    }
}

public sealed class FetchFromLoopbackTests : ApiTest
{
    private const string Page = "<html><body><article><h1>Lock stays shut</h1><p>\"The lock stays shut until the spring tide is over,\" Per Vang said on the quay this morning.</p></article></body></html>";

    private protected override DeskOptions Options(DeskOptions options) => options with { AllowsLoopback = true };

    [Fact]
    public async Task An_article_is_fetched_and_added()
    {
        await using var site = await OtherSite.Start((_, _) => (200, null, Page));
        var added = await Api.FetchArticleAsync(new Generated.ArticleAddress { Url = site.Address + "news/lock" }, cancellationToken: Cancellation);
        Assert.Equal("new", added.Outcome);
        Assert.Equal("Per Vang", Assert.Single(Desk.Archive.Statements(added.Article!.Value)).Speaker);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://0xa.1/")]
    public async Task A_redirection_into_a_private_network_is_not_followed(string target)
    {
        await using var site = await OtherSite.Start((path, _) => path == "/robots.txt" ? (404, null, "") : (302, target, ""));
        var answer = await Client.PostAsync("/api/v1/articles:fetch", Json($"{{\"url\": \"{site.Address}a\"}}"), Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadGateway, answer.StatusCode.ToString());
        Assert.Equal(0, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task A_feed_is_no_article()
    {
        const string Feed = """<rss version="2.0"><channel><title>Quay</title><item><title>One</title><description>&lt;p&gt;"Boats are late," Ada Lind said on the quay.&lt;/p&gt;</description></item><item><title>Two</title><description>&lt;p&gt;"Boats are here," Ada Lind said.&lt;/p&gt;</description></item></channel></rss>""";
        await using var site = await OtherSite.Start((_, _) => (200, null, Feed));
        await RefusedPost("/api/v1/articles:fetch", Json($"{{\"url\": \"{site.Address}feed\"}}"), HttpStatusCode.UnprocessableEntity, "unreadable");
    }

    [Fact]
    public async Task What_robots_may_not_fetch_is_left_alone()
    {
        await using var site = await OtherSite.Start((path, _) => path == "/robots.txt" ? (200, null, "User-agent: *\nDisallow: /") : (200, null, Page));
        var problem = await RefusedPost("/api/v1/articles:fetch", Json($"{{\"url\": \"{site.Address}a\"}}"), HttpStatusCode.UnprocessableEntity, "unreadable");
        Assert.Contains("robots.txt", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_fails_is_no_fault_of_the_callers()
    {
        await using var site = await OtherSite.Start((path, _) => path == "/robots.txt" ? (404, null, "") : (503, null, ""));
        await RefusedPost("/api/v1/articles:fetch", Json($"{{\"url\": \"{site.Address}a\"}}"), HttpStatusCode.BadGateway, "not-fetched");
    }
}
