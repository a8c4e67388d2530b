using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Rapporteur.Desk.Tests.Api.Generated;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

/// <summary>What tests of the API share: a desk of one's own, and clients for it.</summary>
public abstract class ApiTest : IAsyncLifetime
{
    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected OpenDesk Desk { get; private set; } = null!;

    /// <summary>The client that is made of docs/openapi.json.</summary>
    private protected ApiClient Api { get; private set; } = null!;

    private protected HttpClient Client => Desk.Client;

    public async ValueTask InitializeAsync()
    {
        Desk = await OpenDesk.Start(Options);
        Api = new ApiClient(Desk.Client);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Desk.DisposeAsync();
    }

    private protected virtual DeskOptions Options(DeskOptions options) => options;

    /// <summary>An article that one person is quoted in.</summary>
    private protected static ArticleFields Ferry(string outlet = "Meridian Wire", string day = "2024-05-02") => new()
    {
        Text = "\"The ferries to Ostrey will sail again on Sunday whatever the weather,\" Ilse Marten said in Quillon. "
            + "The minister threatened to fine the owners if they stay in port.",
        Outlet = outlet, Published = day, Title = "Ferries will sail",
    };

    private protected static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>Sends a request that must be refused as said, and changes nothing.</summary>
    /// <returns>The problem.</returns>
    private protected async Task<JsonObject> Refused(HttpRequestMessage request, HttpStatusCode status, string code)
    {
        var (changes, count) = (Desk.Archive.Changes, Desk.Archive.ArticleCount);
        using var answer = await Client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal($"urn:rapporteur:{code}", (string?)problem["type"]);
        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.Equal((changes, count), (Desk.Archive.Changes, Desk.Archive.ArticleCount));
        return problem;
    }

    private protected Task<JsonObject> Refused(string path, HttpStatusCode status, string code) => Refused(new HttpRequestMessage(HttpMethod.Get, path), status, code);

    private protected Task<JsonObject> RefusedPost(string path, HttpContent content, HttpStatusCode status, string code) =>
        Refused(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, status, code);
}
