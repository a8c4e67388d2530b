using System.Diagnostics;
using System.Text.Json.Nodes;
using Rapporteur.Desk.Tests.Api;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.EndToEnd;

/// <summary>The desk on one's own machine, as it is published: its JSON and its description are made by code that was compiled ahead of time.</summary>
public sealed class DeskTests : IDisposable
{
    private readonly PublishedCommand _published;
    private readonly string _folder = Directory.CreateTempSubdirectory("desk-").FullName;

    public DeskTests(PublishedCommand published)
    {
        Programs.SkipUnlessInCi();
        _published = published;
        published.Make();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_shows_its_pages_describes_itself_and_answers_every_command_of_the_tour()
    {
        var start = new ProcessStartInfo(_published.Executable, ["desk", "--port", "0", "--archive", Path.Combine(_folder, "news.archive")]) { RedirectStandardError = true };
        using var desk = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await Address(desk) };
            Assert.Contains("<h1", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
            Assert.Contains("swagger-ui", await client.GetStringAsync("/api/index.html", Cancellation), StringComparison.Ordinal);
            var described = JsonNode.Parse(await client.GetStringAsync("/api/v1/openapi.json", Cancellation));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("docs", "openapi.json"), Cancellation)), described), "it describes itself otherwise than docs/openapi.json");
            await Tour.Take(client.BaseAddress!, Repository.File("docs", "api.md"), Cancellation);
        }
        finally
        {
            desk.Kill();
        }
    }

    private static async Task<Uri> Address(Process desk)
    {
        const string Open = "The desk is open at ";
        while (await desk.StandardError.ReadLineAsync(Cancellation) is { } line)
            if (line.StartsWith(Open, StringComparison.Ordinal)) return new Uri(line[Open.Length..].Split(' ')[0]);
        throw new InvalidOperationException("the desk did not open");
    }
}
