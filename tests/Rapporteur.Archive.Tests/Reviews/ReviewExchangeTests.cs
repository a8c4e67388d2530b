using System.Text;
using System.Text.Json;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Xunit;
using static Rapporteur.Archive.Tests.Reviews.Reviewing;

namespace Rapporteur.Archive.Tests.Reviews;

public abstract class ReviewExchangeTests(TemporaryArchive from, TemporaryArchive to) : IDisposable
{
    public sealed class FromSqliteToSqlite() : ReviewExchangeTests(new TemporaryArchive(), new TemporaryArchive());

    public sealed class FromSqliteToPostgres() : ReviewExchangeTests(new TemporaryArchive(), new TemporaryServerArchive());

    public sealed class FromPostgresToSqlite() : ReviewExchangeTests(new TemporaryServerArchive(), new TemporaryArchive());

    private readonly TemporaryArchive _from = from;
    private readonly TemporaryArchive _to = to;

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    private static ArticleDraft Draft(string title = "First") =>
        new ArticleDraft { Name = "a", Url = "https://a.example/1", Title = title }.Say("Ana Rui", "we stay 😀 here").Say("Bo Tarn", "they go").Write("Eva hinted at more.");

    private static StatementReviews Reviewed(NewsArchive archive)
    {
        var text = Draft().Text;
        var reviews = new StatementReviews(archive);
        reviews.Say(1, "s1", ReviewKind.Corrected, Marked(text, "Ana Rui", "said", "stay 😀 here", "Ana", SpeechAct.Promise), "Shorter.");
        reviews.Say(1, "s2", ReviewKind.Rejected, who: "bo");
        archive.Add([Draft("Second").Entry()]);
        reviews.Say(1, "s2", ReviewKind.Confirmed, hours: -5);
        reviews.Say(1, "s2", ReviewKind.TakenBack, version: 1);
        reviews.Say(1, null, ReviewKind.Added, Marked(text, "Eva", "hinted", "at more", "Eva"));
        reviews.Say(1, "s1", ReviewKind.Remarked, comment: "Why?", version: 1);
        return reviews;
    }

    [Fact]
    public void An_archive_with_reviews_comes_back_whole_byte_for_byte_and_once()
    {
        using var from = _from.With(Draft(), new ArticleDraft { Name = "b" }.Say("Ana Rui", "nothing"));
        Reviewed(from);
        using var to = _to.Open();
        var lines = Export(from, "jsonl");
        Assert.All(Import(to, lines), Assert.Null);
        Assert.All(Import(to, lines), Assert.Null);
        Assert.Equal(lines, Export(to, "jsonl"));
        Assert.Equal(Export(from, "reviews"), Export(to, "reviews"));
        Assert.Equal(
            new StatementReviews(from).Of(1).Select(review => (review.Key, review.Kind, review.Reviewer, review.At)),
            new StatementReviews(to).Of(1).Select(review => (review.Key, review.Kind, review.Reviewer, review.At)));
        Assert.Equal(
            new StatementReviews(from).Latest(new ReviewFilter { OnlyStanding = true }, null, 9).Select(listed => listed.Review.Key),
            new StatementReviews(to).Latest(new ReviewFilter { OnlyStanding = true }, null, 9).Select(listed => listed.Review.Key));
    }

    [Fact]
    public void Training_data_hold_the_text_what_was_found_and_what_people_stand_for()
    {
        using var archive = _from.With(Draft(), new ArticleDraft { Name = "b" }.Say("Ana Rui", "nothing"));
        Reviewed(archive);
        var lines = Encoding.UTF8.GetString(Export(archive, "reviews")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var json = JsonDocument.Parse(lines[1]);
        var article = json.RootElement;
        Assert.Equal(("a", Draft().Text, true), (article.GetProperty("id").GetString(), article.GetProperty("text").GetString(), article.GetProperty("complete").GetBoolean()));
        var marked = article.GetProperty("attributions").EnumerateArray().ToArray();
        Assert.Equal(["corrected", "added"], marked.Select(item => item.GetProperty("kind").GetString()));
        Assert.Equal(Range(Draft().Text, "stay 😀 here")[0].Start, marked[0].GetProperty("content")[0][0].GetInt32());
        Assert.Equal(("ada", "2024-05-03T12:00:00.000Z", "Shorter."), (marked[0].GetProperty("reviewer").GetString(), marked[0].GetProperty("at").GetString(), marked[0].GetProperty("comment").GetString()));
        Assert.Equal("Ana Rui", marked[0].GetProperty("found").GetProperty("speaker").GetString());
        Assert.Equal(JsonValueKind.Null, marked[1].GetProperty("found").ValueKind);
        Assert.Equal("rejected", Assert.Single(article.GetProperty("rejected").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Empty(article.GetProperty("unreviewed").EnumerateArray());
        Assert.Equal(-1, Export(archive, "csv").AsSpan().IndexOf("Shorter"u8));
    }

    [Theory]
    [InlineData("\"start\":0", "\"start\":1", "its words do not stand where it says")]
    [InlineData("\"start\":0", "\"start\":2147483647", "its words do not stand where it says")]
    [InlineData("\"start\":0", "\"start\":-7", "its words do not stand where it says")]
    [InlineData("\"kind\":\"corrected\"", "\"kind\":\"added\"", "it adds nothing, or what was found")]
    [InlineData("\"kind\":\"corrected\"", "\"kind\":\"confirmed\"", "it says what the statement is, and is no correction")]
    [InlineData("\"kind\":\"corrected\"", "\"kind\":\"takenBack\"", "it takes back nothing")]
    [InlineData("\"takesBack\":null", "\"takesBack\":\"00000000-0000-0000-0000-000000000001\"", "it takes back another and says something itself")]
    [InlineData("2024-05-03T12:00:00.000Z", "yesterday", "'yesterday' is not a time")]
    [InlineData("\"reviewer\":\"ada\"", "\"reviewer\":\" \"", "A review wants the name")]
    [InlineData("\"article\":\"", "\"article\":\"zz", "the article that it is about is not in the archive")]
    [InlineData("\"article\":\"", "\"article\":\"00", "the article that it is about is not in the archive")]
    public void A_line_that_does_not_hold_together_is_refused(string from, string to, string problem)
    {
        using var archive = _from.With(Draft());
        new StatementReviews(archive).Say(1, "s1", ReviewKind.Corrected, Marked(Draft().Text, "Ana Rui", "said", "stay 😀 here", "Ana"));
        var line = Encoding.UTF8.GetString(Export(archive, "jsonl")).Split('\n')[1];
        using var other = _to.With(Draft());
        Assert.Contains(from, line, StringComparison.Ordinal);
        var outcome = Import(other, Encoding.UTF8.GetBytes(line.Replace(from, to, StringComparison.Ordinal)));
        Assert.StartsWith(problem, Assert.Single(outcome), StringComparison.Ordinal);
        Assert.Empty(new StatementReviews(other).Of(1));
        Assert.Null(Assert.Single(Import(other, Encoding.UTF8.GetBytes(line))));
    }

    [Theory]
    [InlineData("{\"schema\":\"rapporteur/review/9\"")]
    [InlineData("{\"schema\":\"rapporteur/review/1\"")]
    [InlineData("{\"schema\":\"rapporteur/review/1\"}")]
    [InlineData("{\"schema\":\"rapporteur/review/1\",\"key\":null}")]
    [InlineData("{\"schema\":\"rapporteur/review/\\ud800\"}")]
    public void What_is_no_review_of_this_schema_is_not_read(string line)
    {
        if (ReviewLine.IsOne(Encoding.UTF8.GetBytes(line))) Assert.ThrowsAny<JsonException>(() => ReviewLine.Read(Encoding.UTF8.GetBytes(line)));
        else Assert.DoesNotContain("review/1\"", line, StringComparison.Ordinal);
    }

    internal static byte[] Export(NewsArchive archive, string format)
    {
        using var stream = new MemoryStream();
        ArchiveExport.Write(archive, RecordExports.Named(format)!.Create(stream), versions: RecordExports.Named(format)!.IsOfVersions, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    internal static List<string?> Import(NewsArchive archive, byte[] lines)
    {
        var problems = new List<string?>();
        foreach (var line in Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes))
        {
            if (ReviewLine.IsOne(line)) problems.AddRange(new StatementReviews(archive).Import([ReviewLine.Read(line)]));
            else archive.Add([ArchiveEntry.Of(RecordLines.Read(line))]);
        }

        return problems;
    }
}
