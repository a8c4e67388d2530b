using System.Net;
using Xunit;

namespace Rapporteur.Desk.Tests.Http;

public sealed class RequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_forbids_scripts_and_styles_that_are_not_the_desks()
    {
        await using var desk = await OpenDesk.Start();
        foreach (var path in new[] { "/", "/nothing", "/api/v1/nothing", "/assets/desk.css" })
        {
            using var answer = await desk.Client.GetAsync(path, Cancellation);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Origin", "http://news.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_a_page_of_another_site_sends_is_refused(string header, string value)
    {
        await using var desk = await OpenDesk.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add(header, value);
        using var answer = await desk.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_strangers_name_for_this_machine_is_refused()
    {
        await using var desk = await OpenDesk.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "rebound.example";
        using var answer = await desk.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Programs_are_answered_in_json_and_people_with_a_page()
    {
        await using var desk = await OpenDesk.Start();
        using var program = await desk.Client.GetAsync("/api/v1/nothing", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, program.StatusCode);
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        using var person = await desk.Client.GetAsync("/nothing", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, person.StatusCode);
        Assert.Equal("text/html", person.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/desk.css")]
    [InlineData("/nothing")]
    public async Task Head_is_answered_as_get_is_without_the_body(string path)
    {
        await using var desk = await OpenDesk.Start();
        using var whole = await desk.Client.GetAsync(path, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await desk.Client.SendAsync(request, Cancellation);
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }
}
