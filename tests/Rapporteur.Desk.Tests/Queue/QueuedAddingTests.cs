using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rapporteur.Desk.Tests.Adding;
using Xunit;

namespace Rapporteur.Desk.Tests.Queue;

public sealed class QueuedAddingTests
{
    private const string Text = "\"Ships will sail,\" Ilse Marten said on Monday.\n\nNobody else spoke.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_added_through_the_queue_is_read_by_a_worker_and_answered_as_ever()
    {
        await using var queued = await QueuedDesk.Start();
        queued.Work();
        using var first = await Add(queued, Text);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("/api/v1/articles/1", first.Headers.Location?.ToString());
        Assert.Equal("Ilse Marten", Assert.Single(queued.Desk.Archive.Record(1)!.Statements).Speaker?.Name);

        using var again = await Add(queued, Text);
        Assert.Equal((HttpStatusCode.OK, "known"), (again.StatusCode, await Outcome(again)));
        using var changed = await Add(queued, Text + " Or did they?");
        Assert.Equal((HttpStatusCode.OK, "newVersion"), (changed.StatusCode, await Outcome(changed)));
    }

    [Fact]
    public async Task Where_nobody_works_the_caller_is_told_that_it_waits_and_it_is_kept_when_somebody_does()
    {
        await using var queued = await QueuedDesk.Start(queueSeconds: 1);
        using var answer = await Add(queued, Text);
        Assert.Equal((HttpStatusCode.Accepted, "queued"), (answer.StatusCode, await Outcome(answer)));
        Assert.Equal(1, (await queued.Queue.StatusAsync(Cancellation)).Waiting);
        queued.Work();
        await Eventually.Holds(() => queued.Desk.Archive.ArticleCount == 1);
    }

    [Fact]
    public async Task A_pasted_text_that_waits_has_a_page_that_leads_to_the_article_when_it_is_kept()
    {
        await using var queued = await QueuedDesk.Start(queueSeconds: 1);
        using var form = Sent.Form(("text", Text), ("title", "Ships will sail"));
        using var answer = await queued.Desk.Client.PostAsync("/add/text", form, Cancellation);
        var job = answer.Headers.Location!;
        Assert.StartsWith("/add/jobs/", job.ToString(), StringComparison.Ordinal);
        Assert.Contains("Ships will sail", await queued.Desk.Client.GetStringAsync(job, Cancellation), StringComparison.Ordinal);
        queued.Work();
        await Eventually.Holds(() => queued.Desk.Client.GetAsync(job, Cancellation).Result.Headers.Location?.ToString() == "/articles/1");
    }

    [Fact]
    public async Task What_was_deleted_can_be_added_again_though_the_broker_knows_it()
    {
        await using var queued = await QueuedDesk.Start();
        queued.Work();
        using (await Add(queued, Text)) Assert.True(queued.Desk.Archive.Delete(1));
        using var again = await Add(queued, Text);
        Assert.Equal((HttpStatusCode.Created, "/api/v1/articles/2"), (again.StatusCode, again.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task While_the_broker_is_away_the_desk_shows_what_it_has_and_says_that_nothing_can_be_added()
    {
        await using var queued = await QueuedDesk.Start();
        queued.Broker.Kill();
        Assert.Equal(HttpStatusCode.OK, (await queued.Desk.Client.GetAsync("/", Cancellation)).StatusCode);
        using var refused = await Add(queued, Text);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("The queue does not answer", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        queued.Broker.Start();
        queued.Work();
        await Eventually.Holds(() => Add(queued, Text).Result.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK);
        Assert.Equal(1, queued.Desk.Archive.ArticleCount);
    }

    private static Task<HttpResponseMessage> Add(QueuedDesk queued, string text) =>
        queued.Desk.Client.PostAsJsonAsync("/api/v1/articles", new { url = "https://meridian.example/ships", text }, Cancellation);

    private static async Task<string?> Outcome(HttpResponseMessage answer) => (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["outcome"];
}
