using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class DescriptionTests : ApiTest
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_in_docs_is_what_the_server_serves()
    {
        var served = JsonNode.Parse(await Client.GetStringAsync("/api/v1/openapi.json", Cancellation))!.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1") await File.WriteAllTextAsync(Documents.Path("openapi.json"), served, Cancellation);
        Assert.True(served == await File.ReadAllTextAsync(Documents.Path("openapi.json"), Cancellation), "docs/openapi.json is old: run this test with UPDATE_OPENAPI=1");
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_with_an_example_and_what_it_takes()
    {
        var document = JsonNode.Parse(await Client.GetStringAsync("/api/v1/openapi.json", Cancellation))!;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var name = $"{method} {path}";
                Assert.False(string.IsNullOrEmpty((string?)operation!["summary"]), $"{name} has no summary");
                Assert.False(string.IsNullOrEmpty((string?)operation["operationId"]), $"{name} has no name");
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                    Assert.False(string.IsNullOrEmpty((string?)parameter!["description"]), $"{name} does not say what {parameter["name"]} is");
                foreach (var (type, content) in operation["requestBody"]?["content"]?.AsObject() ?? [])
                    Assert.True(content!["example"] is not null, $"{name} gives no example of {type}");
                var answers = operation["responses"]!.AsObject().SelectMany(answer => answer.Value!["content"]?.AsObject() ?? []).ToList();
                foreach (var (type, content) in answers.Where(answer => !((string?)answer.Value!["schema"]?["$ref"] ?? "").EndsWith("/Record", StringComparison.Ordinal) && !((string?)answer.Value!["schema"]?["$ref"] ?? "").EndsWith("/ArticleAnswer", StringComparison.Ordinal)))
                    Assert.True(content!["example"] is not null || (string?)content["schema"]!["type"] == "string", $"{name} gives no example of an answer of {type}");
            }
        }
    }

    [Fact]
    public async Task Its_page_comes_whole_from_this_server_and_runs_nothing_that_stands_in_the_page()
    {
        var page = await Client.GetAsync("/api/index.html", Cancellation);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        foreach (var script in html.Split("<script").Skip(1)) Assert.StartsWith(" src=\"", script, StringComparison.Ordinal);
        foreach (var part in new[] { "swagger-ui.css", "swagger-ui-bundle.js", "index.js" })
            Assert.True((await Client.GetAsync("/api/" + part, Cancellation)).IsSuccessStatusCode, part);
    }
}
