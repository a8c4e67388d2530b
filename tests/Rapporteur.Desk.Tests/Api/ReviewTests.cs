using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rapporteur.Archive.Reviews;
using Rapporteur.Desk.Tests.Reviews;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class ReviewTests : ApiTest
{
    private const string First = "/api/v1/articles/1/statements/s1/reviews";

    private const string Rejected = """{"kind": "rejected", "comment": "No words of hers."}""";

    [Fact]
    public async Task A_statement_is_corrected_and_the_correction_taken_back()
    {
        Desk.Add(ReviewSubject.Article());
        var before = await Get(First);
        Assert.Empty(before["reviews"]!.AsArray());
        var found = before["found"]!.DeepClone();

        found["speaker"] = "The chair";
        found["acts"] = new JsonArray("promise");
        using var corrected = await Client.PostAsJsonAsync(First, new JsonObject { ["kind"] = "corrected", ["given"] = found.DeepClone() }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, corrected.StatusCode);
        Assert.Equal("/api/v1/articles/1/statements/r1/reviews", corrected.Headers.Location?.ToString());
        var after = await Get("/api/v1/articles/1/statements/r1/reviews");
        Assert.Equal(("s1", 1L), ((string?)after["statement"], (long?)after["standing"]));
        Assert.True(JsonNode.DeepEquals(found, after["holds"]));
        Assert.True(JsonNode.DeepEquals(before["found"], after["found"]));
        Assert.Equal(Environment.UserName, (string?)after["reviews"]![0]!["reviewer"]);

        using var takenBack = await Client.DeleteAsync(First + "/1", Cancellation);
        Assert.Equal(HttpStatusCode.OK, takenBack.StatusCode);
        after = await Get(First);
        Assert.Null(after["standing"]);
        Assert.Equal(["corrected", "takenBack"], after["reviews"]!.AsArray().Select(review => (string?)review!["kind"]));
        await Refused(new HttpRequestMessage(HttpMethod.Delete, First + "/1"), HttpStatusCode.UnprocessableEntity, "bad-review");
    }

    [Fact]
    public async Task A_statement_that_was_missed_is_added_and_listed_with_the_others()
    {
        Desk.Add(ReviewSubject.Article());
        using var added = await Client.PostAsync("/api/v1/articles/1/reviews", Json("""{"kind": "added", "given": {"source": [[0, 11]], "cue": [], "content": [[12, 28]], "speaker": null, "acts": []}}"""), Cancellation);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var statements = (await Get("/api/v1/articles/1/reviews"))["items"]!.AsArray();
        Assert.Equal("r1", (string?)statements[0]!["statement"]);
        Assert.Equal("The council met 😀 in Quillon", (string?)statements[0]!["reviews"]![0]!["quote"]);
    }

    [Fact]
    public async Task Of_two_who_review_at_once_the_second_is_told()
    {
        Desk.Add(ReviewSubject.Article());
        using var seen = await Client.GetAsync(First, Cancellation);
        using var first = await Client.SendAsync(Post(Rejected, seen.Headers.ETag), Cancellation);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await Refused(Post("""{"kind": "confirmed"}""", seen.Headers.ETag), HttpStatusCode.PreconditionFailed, "changed");
        using var same = new HttpRequestMessage(HttpMethod.Get, First) { Headers = { IfNoneMatch = { (await Client.GetAsync(First, Cancellation)).Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(same, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Reviews_are_listed_page_by_page_and_agreement_is_counted()
    {
        Desk.Add(ReviewSubject.Article());
        var reviews = new StatementReviews(Desk.Archive);
        foreach (var who in new[] { "ada", "bo", "ada" }) reviews.Write(new ReviewDraft(1, ReviewKind.Confirmed, who, DateTimeOffset.UnixEpoch) { Statement = "s1" });
        var page = await Get("/api/v1/reviews?limit=2");
        Assert.Equal([3, 2], page["items"]!.AsArray().Select(review => (int)review!["id"]!));
        var rest = await Get($"/api/v1/reviews?limit=2&cursor={page["next"]}");
        Assert.Equal([1], rest["items"]!.AsArray().Select(review => (int)review!["id"]!));
        Assert.Null(rest["next"]);
        Assert.Equal([3], (await Get("/api/v1/reviews?reviewer=ada&holds=true&kind=confirmed&from=1970-01-01&to=1970-01-01"))["items"]!.AsArray().Select(review => (int)review!["id"]!));
        var agreement = await Get("/api/v1/reviews/agreement?by=reviewer");
        Assert.Equal((1, 1.0), ((int)agreement["all"]!["confirmed"]!, (double)agreement["all"]!["content"]!["exactF1"]!));
        Assert.Equal("ada", (string?)Assert.Single(agreement["groups"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_and_nothing_changes()
    {
        Desk.Add(ReviewSubject.Article());
        static string Given(string content, string acts = "[]") => $$"""{"kind": "corrected", "given": {"source": [], "cue": [], "content": {{content}}, "acts": {{acts}}, "speaker": null} }""";
        var field = await RefusedPost(First, Json(Given("[[0, 999999]]")), HttpStatusCode.UnprocessableEntity, "bad-review");
        Assert.Equal("content", (string?)field["field"]);
        await RefusedPost(First, Json(Given("[[0, 9], [5, 12]]")), HttpStatusCode.UnprocessableEntity, "bad-review");
        await RefusedPost(First, Json(Given("[]")), HttpStatusCode.UnprocessableEntity, "bad-review");
        await RefusedPost(First, Json(Given("[[-4, 9]]")), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(First, Json(Given("[[9, 4]]")), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(First, Json(Given("[[0, 9e99]]")), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(First, Json(Given("[[0, 9]]", "[\"burn\"]")), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(First, Json(Given("[[0, 9]]", "[7]")), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(First, Json("""{"kind": "corrected"}"""), HttpStatusCode.UnprocessableEntity, "bad-review");
        await RefusedPost(First, Json("""{"kind": "burn"}"""), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(First, Json("""{"kind": "takenBack"}"""), HttpStatusCode.BadRequest, "bad-field");
        await RefusedPost(First, Json("""{"kind": "confirmed", "reviewer": "somebody else"}"""), HttpStatusCode.BadRequest, "unknown-field");
        await RefusedPost(First, Json("{\"kind\": \"confirmed\", \"comment\": \"" + new string('x', 1 << 20) + "\"}"), HttpStatusCode.UnprocessableEntity, "bad-review");
        await RefusedPost(First, Json("{"), HttpStatusCode.BadRequest, "bad-json");
        await RefusedPost("/api/v1/articles/1/statements/s99/reviews", Json(Rejected), HttpStatusCode.NotFound, "not-found");
        await RefusedPost("/api/v1/articles/9/reviews", Json(Rejected), HttpStatusCode.NotFound, "not-found");
        await Refused("/api/v1/reviews?cursor=nonsense", HttpStatusCode.BadRequest, "bad-cursor");
        await Refused("/api/v1/reviews?kind=burn", HttpStatusCode.BadRequest, "bad-field");
        await Refused("/api/v1/reviews/agreement?by=weather", HttpStatusCode.BadRequest, "bad-field");
    }

    private static HttpRequestMessage Post(string json, EntityTagHeaderValue? tag) => new(HttpMethod.Post, First) { Content = Json(json), Headers = { IfMatch = { tag! } } };

    private async Task<JsonObject> Get(string path) => JsonNode.Parse(await Client.GetStringAsync(path, Cancellation))!.AsObject();
}
