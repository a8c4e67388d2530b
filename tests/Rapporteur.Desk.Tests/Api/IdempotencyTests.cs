using System.Net;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class IdempotencyTests : ApiTest
{
    private const string Agreed = """{"text": "\"We agree,\" Ada Lind said."}""";

    [Fact]
    public async Task A_request_sent_again_under_its_key_gets_the_first_answer()
    {
        using var first = await Add("one", Agreed);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Desk.Archive.Delete(1);

        using var again = await Add("one", Agreed);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await again.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(0, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task A_restart_does_not_forget_the_key()
    {
        using var first = await Add("one", Agreed);
        await Desk.Restart();
        using var again = await Add("one", Agreed);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        using var first = await Add("one", Agreed);
        await Refused(Request("one", """{"text": "\"We do not agree,\" Ada Lind said."}"""), HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task What_was_refused_may_be_put_right_under_its_key()
    {
        await Refused(Request("one", "{}"), HttpStatusCode.UnprocessableEntity, "unreadable");
        using var right = await Add("one", Agreed);
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("long")]
    public async Task A_key_that_is_none_is_refused(string key) =>
        await Refused(Request(key == "long" ? new string('k', 201) : key, Agreed), HttpStatusCode.BadRequest, "bad-field");

    [Fact]
    public async Task Of_many_that_come_at_once_under_one_key_one_is_done_and_the_others_get_its_answer_or_are_told_to_wait()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Add("one", Agreed)));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode && !answer.Headers.Contains("Idempotency-Replayed"));
        foreach (var waiting in answers.Where(answer => !answer.IsSuccessStatusCode))
        {
            Assert.Equal(HttpStatusCode.Conflict, waiting.StatusCode);
            Assert.NotNull(waiting.Headers.RetryAfter);
        }

        Assert.Equal(1, Desk.Archive.ArticleCount);
    }

    private async Task<HttpResponseMessage> Add(string key, string json) => await Client.SendAsync(Request(key, json), Cancellation);

    private static HttpRequestMessage Request(string key, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/articles") { Content = Json(json) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return request;
    }
}
