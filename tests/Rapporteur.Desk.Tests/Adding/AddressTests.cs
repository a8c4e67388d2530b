using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Rapporteur.Desk.Tests.Adding;

public sealed class AddressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://[::ffff:127.0.0.1]:1/")]
    [InlineData("http://2130706433:1/")]
    [InlineData("http://0x7f.1:1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://0.0.0.0:1/")]
    [InlineData("http://someone:word@example.org/")]
    public async Task Addresses_of_private_networks_are_not_fetched(string address)
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Form(("address", address));
        var (_, page) = await Sent.Job(desk, "/add/address", form);
        Assert.Contains("<h1>Nothing was added</h1>", page, StringComparison.Ordinal);
        Assert.Equal(0, desk.Archive.ArticleCount);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("gopher://example.org/")]
    [InlineData("/etc/passwd")]
    [InlineData("-")]
    [InlineData("http://")]
    public async Task What_is_no_address_of_the_web_is_not_even_tried(string address)
    {
        await using var desk = await OpenDesk.Start();
        using var form = Sent.Form(("address", address));
        using var answer = await desk.Client.PostAsync("/add/address", form, Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_is_fetched_and_leads_to_its_article()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var site = builder.Build();
        site.Run(async context =>
        {
            if (context.Request.Path != "/news") context.Response.StatusCode = 404;
            else await context.Response.WriteAsync(await File.ReadAllTextAsync(Path.Combine(Samples.Root, "samples", "page.html")));
        });
        await site.StartAsync(Cancellation);
        await using var desk = await OpenDesk.Start(options => options with { AllowsLoopback = true });
        using var form = Sent.Form(("address", $"{site.Urls.First()}/news"));
        var (address, _) = await Sent.Job(desk, "/add/address", form);
        Assert.Equal("/articles/1", address);
        Assert.Equal("Teachers to vote on island bonus", desk.Archive.Article(1)?.Title);
    }
}
