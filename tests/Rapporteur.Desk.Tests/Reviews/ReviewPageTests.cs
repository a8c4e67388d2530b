using System.Net;
using Rapporteur.Archive.Reviews;
using Rapporteur.Ledger;
using Xunit;

namespace Rapporteur.Desk.Tests.Reviews;

public sealed class ReviewPageTests
{
    private const string First = "/articles/1/statements/s1/review";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<(OpenDesk Desk, StatementReviews Reviews)> Start()
    {
        var desk = await OpenDesk.Start();
        desk.Add(ReviewSubject.Article());
        return (desk, new StatementReviews(desk.Archive));
    }

    [Fact]
    public async Task What_is_confirmed_and_taken_back_stands_in_the_history()
    {
        var (desk, reviews) = await Start();
        await using var _ = desk;
        using var confirmed = await desk.Send(First, Cancellation, ("kind", "confirmed"), ("comment", "I was there."));
        Assert.Equal(HttpStatusCode.Found, confirmed.StatusCode);
        Assert.Equal("/articles/1/statements/r1/review?said=confirmed", confirmed.Headers.Location?.ToString());
        var page = await desk.Client.GetStringAsync(confirmed.Headers.Location, Cancellation);
        Assert.Contains("I was there.", page, StringComparison.Ordinal);
        Assert.Contains(Environment.UserName, page, StringComparison.Ordinal);

        using var takenBack = await desk.Send(First, Cancellation, ("kind", "takenBack"), ("takesBack", "1"));
        Assert.Equal(HttpStatusCode.Found, takenBack.StatusCode);
        Assert.Contains("taken back", await desk.Client.GetStringAsync(First, Cancellation), StringComparison.Ordinal);
        Assert.Null(reviews.Article(1)!.Statement("s1")!.Thread!.Standing);
        using var again = await desk.Send(First, Cancellation, ("kind", "takenBack"), ("takesBack", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(2, reviews.Of(1).Length);
    }

    [Fact]
    public async Task Words_that_are_typed_correct_a_statement()
    {
        var (desk, reviews) = await Start();
        await using var _ = desk;
        using var corrected = await desk.Send(
            First, Cancellation, ("kind", "corrected"), ("source", "Ilse Marten"), ("cue", "said after"), ("content", "The locks open on Monday\nthe boats may pass"),
            ("speaker", "Ilse Marten of the council"), ("act", "promise"), ("act", "announce"), ("act", "nonsense"));
        Assert.Equal(HttpStatusCode.Found, corrected.StatusCode);
        var holds = reviews.Article(1)!.Statement("s1")!.Holds!;
        var text = new Archive.Store.RecordText(ReviewSubject.Text);
        Assert.Equal(["The locks open on Monday", "the boats may pass"], holds.Content.Select(range => text[range]));
        Assert.Equal(("said after", "Ilse Marten of the council"), (text[holds.Cue], holds.Speaker));
        Assert.Equal([SpeechAct.Promise, SpeechAct.Announce], holds.Acts);
    }

    [Fact]
    public async Task A_statement_that_was_missed_is_added_by_its_words()
    {
        var (desk, reviews) = await Start();
        await using var _ = desk;
        using var added = await desk.Send("/articles/1/review", Cancellation, ("kind", "added"), ("source", "The council"), ("content", "met 😀 in Quillon"));
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        var statement = reviews.Article(1)!.Statements[0];
        Assert.Equal("r1", statement.Id);
        Assert.Equal("met 😀 in Quillon", new Archive.Store.RecordText(ReviewSubject.Text)[statement.Holds!.Content]);
        Assert.Equal(HttpStatusCode.OK, (await desk.Client.GetAsync("/articles/1/statements/r1/review", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("content", "0-999999")]
    [InlineData("content", "-5-3: nothing of the kind")]
    [InlineData("content", "5-5")]
    [InlineData("content", "9-3")]
    [InlineData("content", "999999999-999999999")]
    [InlineData("content", "0-20\n10-30")]
    [InlineData("content", "")]
    [InlineData("source", "harbour")]
    [InlineData("cue", "words that stand nowhere")]
    public async Task Places_that_are_none_are_refused_and_what_was_typed_stays(string field, string value)
    {
        var (desk, reviews) = await Start();
        await using var _ = desk;
        (string, string)[] content = field == "content" ? [] : [("content", "0-9")];
        using var refused = await desk.Send(First, Cancellation, [("kind", "corrected"), (field, value), ("comment", "my words stay"), .. content]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Nothing was kept", page, StringComparison.Ordinal);
        Assert.Contains("my words stay", page, StringComparison.Ordinal);
        Assert.Empty(reviews.Of(1));
    }

    [Fact]
    public async Task Of_two_who_review_at_once_the_second_sees_what_happened()
    {
        var (desk, reviews) = await Start();
        await using var _ = desk;
        var seen = reviews.Article(1)!.Statement("s1")!.Tag;
        reviews.Write(new ReviewDraft(1, ReviewKind.Rejected, "bo", DateTimeOffset.UnixEpoch) { Statement = "s1", Comment = "No words of hers." });
        using var late = await desk.Post(First, Cancellation, ("kind", "corrected"), ("version", "1"), ("seen", seen), ("content", "The locks open"), ("comment", "mine"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("No words of hers.", page, StringComparison.Ordinal);
        Assert.Contains("mine", page, StringComparison.Ordinal);
        Assert.Contains("The locks open</textarea>", page, StringComparison.Ordinal);
        Assert.Single(reviews.Of(1));
    }

    [Fact]
    public async Task What_is_hostile_is_shown_as_words()
    {
        var (desk, _) = await Start();
        await using var __ = desk;
        const string Evil = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>\u202Eevil";
        using var remarked = await desk.Send(First, Cancellation, ("kind", "remarked"), ("comment", Evil));
        using var corrected = await desk.Send(First, Cancellation, ("kind", "corrected"), ("content", "0-9"), ("speaker", Evil));
        foreach (var path in new[] { First, "/reviews", "/reviews/done?all=true", "/reviews/done?reviewer=%22%3E%3Cscript%3E", "/reviews/agreement?outlet=%22%3E%3Cscript%3E&by=reviewer" })
        {
            var page = await desk.Client.GetStringAsync(path, Cancellation);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_not_asked_rightly_changes_nothing()
    {
        var (desk, reviews) = await Start();
        await using var _ = desk;
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync("/articles/1/statements/s99/review", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync("/articles/9/review", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Client.GetAsync(First + "?version=7", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Post("/articles/1/statements/s99/review", Cancellation, ("kind", "confirmed"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Post(First, Cancellation, ("kind", "burn"))).StatusCode);
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Client.PostAsync(First, json, Cancellation)).StatusCode);
        using var large = await desk.Send(First, Cancellation, ("kind", "confirmed"), ("comment", new string('x', 1 << 20)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, First) { Content = new FormUrlEncodedContent([KeyValuePair.Create("kind", "confirmed")]) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Client.SendAsync(foreign, Cancellation)).StatusCode);
        Assert.Empty(reviews.Of(1));
    }

    [Fact]
    public async Task Lists_say_what_is_to_do_and_what_was_done_and_agreement_is_exported()
    {
        var (desk, reviews) = await Start();
        await using var _ = desk;
        Assert.Contains("href=\"/articles/1/statements/s1/review\"", await desk.Client.GetStringAsync("/reviews", Cancellation), StringComparison.Ordinal);
        var statements = desk.Archive.Record(1)!.Statements.Length;
        reviews.Write(new ReviewDraft(1, ReviewKind.Confirmed, "bo", DateTimeOffset.UnixEpoch) { Statement = "s1" });
        Assert.Contains($"1 of {statements} statements reviewed", await desk.Client.GetStringAsync("/reviews", Cancellation), StringComparison.Ordinal);
        Assert.Contains("The locks open on Monday", await desk.Client.GetStringAsync("/reviews/done?reviewer=bo&kind=confirmed&from=1970-01-01&to=1970-01-01", Cancellation), StringComparison.Ordinal);
        Assert.Contains("There are none.", await desk.Client.GetStringAsync("/reviews/done?from=1970-01-02&to=nonsense", Cancellation), StringComparison.Ordinal);
        var csv = (await desk.Client.GetStringAsync("/reviews/agreement.csv?by=reviewer", Cancellation)).Split("\r\n");
        Assert.StartsWith("group,reviews,confirmed", csv[0], StringComparison.Ordinal);
        Assert.StartsWith("bo,1,1,0,0,0,1,1,1,1,1,1,1,1,1,1", csv[1], StringComparison.Ordinal);
        Assert.StartsWith("all,1,1,", csv[2], StringComparison.Ordinal);
    }
}
