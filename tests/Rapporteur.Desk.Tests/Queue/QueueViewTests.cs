using System.Net;
using System.Text.Json.Nodes;
using NATS.Client.Core;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Tests.Browser;
using Rapporteur.Desk.Tests.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Queue;

public sealed class QueueViewTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_queue_there_is_no_page_of_one_and_no_way_to_it()
    {
        await using var desk = await OpenDesk.Start();
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync("/queue", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync("/api/v1/queue", Cancellation)).StatusCode);
        Assert.DoesNotContain("/queue", await desk.Client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_what_waits_who_works_and_what_could_not_be_read_and_sends_it_again()
    {
        await using var queued = await QueuedDesk.Start();
        await Broken(queued);
        queued.Work();
        await Eventually.Holds(() => queued.Queue.StatusAsync(Cancellation).Result is { Parked: 1, Workers.IsEmpty: false });
        await queued.Queue.PauseAsync(Cancellation);

        var page = await queued.Desk.Client.GetStringAsync("/queue", Cancellation);
        Assert.Contains("<a href=\"/queue\" aria-current=\"page\">Queue</a>", page, StringComparison.Ordinal);
        Assert.Contains(Environment.MachineName, page, StringComparison.Ordinal);
        Assert.Contains("It is paused", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);

        var parked = JsonNode.Parse(await queued.Desk.Client.GetStringAsync("/api/v1/queue/parked", Cancellation))!["items"]!.AsArray();
        var id = (ulong)Assert.Single(parked)!["id"]!;
        using var form = new FormUrlEncodedContent([]);
        Assert.Equal("/queue", (await queued.Desk.Client.PostAsync($"/queue/parked/{id}/retry", form, Cancellation)).Headers.Location?.ToString());
        var status = JsonNode.Parse(await queued.Desk.Client.GetStringAsync("/api/v1/queue", Cancellation))!;
        Assert.True((bool)status["isPaused"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await queued.Desk.Client.PostAsync($"/api/v1/queue/parked/{id}:retry", null, Cancellation)).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await queued.Desk.Client.PostAsync("/api/v1/queue:resume", null, Cancellation)).StatusCode);
        await Eventually.Holds(() => queued.Queue.ParkedAsync(cancellation: Cancellation).ToBlockingEnumerable(Cancellation).Any(message => message.Id > id));
    }

    [Fact]
    public async Task What_is_parked_comes_page_by_page()
    {
        await using var queued = await QueuedDesk.Start();
        for (var i = 0; i < 3; i++) await Broken(queued, i);
        queued.Work();
        await Eventually.Holds(() => queued.Queue.StatusAsync(Cancellation).Result.Parked == 3);
        var first = JsonNode.Parse(await queued.Desk.Client.GetStringAsync("/api/v1/queue/parked?limit=2", Cancellation))!;
        Assert.Equal(2, first["items"]!.AsArray().Count);
        var second = JsonNode.Parse(await queued.Desk.Client.GetStringAsync($"/api/v1/queue/parked?limit=2&cursor={first["next"]}", Cancellation))!;
        Assert.Single(second["items"]!.AsArray());
        Assert.Null(second["next"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await queued.Desk.Client.GetAsync("/api/v1/queue/parked?cursor=3", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Readers_look_editors_send_again_and_admins_pause()
    {
        await using var desk = await TeamDesk.Start(options => options with { Queue = "nats://127.0.0.1:1" });
        var people = 0;
        foreach (var (role, path, status) in new[]
        {
            (Role.Reader, "/queue/parked/1/retry", HttpStatusCode.Forbidden), (Role.Editor, "/queue/parked/1/retry", HttpStatusCode.ServiceUnavailable),
            (Role.Editor, "/queue/pause", HttpStatusCode.Forbidden), (Role.Admin, "/queue/pause", HttpStatusCode.ServiceUnavailable),
        })
        {
            using var answer = await desk.Send(HttpMethod.Post, path, desk.Cookie(desk.Account($"somebody {++people}", role)), form: new Dictionary<string, string>());
            Assert.Equal((role, path, status), (role, path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task The_page_is_one_that_everybody_can_use()
    {
        await using var queued = await QueuedDesk.Start();
        await Broken(queued);
        queued.Work();
        await Eventually.Holds(() => queued.Queue.StatusAsync(Cancellation).Result is { Parked: 1, Workers.IsEmpty: false });
        await chromium.Visit(queued.Desk, async page =>
        {
            await page.GoTo("/queue");
            await page.AssertAccessible();
            page.AssertNoProblem();
        });
    }

    // What any program may put there: a line that is no article.
    private static async Task Broken(QueuedDesk queued, int number = 0)
    {
        await using var connection = new NatsConnection(NatsOpts.Default with { Url = queued.Broker.Address });
        await connection.PublishAsync("rapporteur.articles", $"{{\"text\": \"<script>alert({number})</script>", serializer: NatsUtf8PrimitivesSerializer<string>.Default, cancellationToken: Cancellation);
        await connection.PingAsync(Cancellation);
    }
}
