using System.Collections.Immutable;
using CsCheck;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Xunit;
using static Rapporteur.Archive.Tests.Reviews.Reviewing;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Archive.Tests.Reviews;

public sealed class ReviewPropertyTests
{
    private static readonly Gen<CodePointRange> AnyRange = Gen.Select(Gen.Int[-3, 90], Gen.Int[-2, 25], (start, length) => new CodePointRange(start, start + length));

    private static readonly Gen<Annotation> AnyAnnotation = Gen.Select(
        AnyRange.Array[0, 2], AnyRange.Array[0, 2], AnyRange.Array[0, 3], Gen.Int[0, 2].Select(i => new[] { "Ana", null, "Bo\n" }[i]), Gen.Enum<SpeechAct>().Array[0, 3],
        (source, cue, content, speaker, acts) => new Annotation([.. source], [.. cue], [.. content], speaker, [.. acts]));

    // What somebody does: 0 to 5 a review of this kind, 6 a reading by another reader, 7 a version with another beginning.
    private static readonly Gen<(int Deed, int Subject, Annotation Given, bool Old)[]> AnyDeeds =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 5], AnyAnnotation, Gen.Bool).Array[1, 25];

    [Fact]
    public void Whatever_is_said_and_taken_back_records_stay_history_is_whole_and_all_comes_back_from_an_export() =>
        Check(() => new TemporaryArchive(), () => new TemporaryArchive(), 60);

    [Fact]
    public void The_same_holds_in_a_server_and_between_both() => Check(() => new TemporaryServerArchive(), () => new TemporaryArchive(), 15);

    private static void Check(Func<TemporaryArchive> from, Func<TemporaryArchive> to, int times)
    {
        // Where there is no server, that is said before CsCheck takes it for a failure.
        from().Dispose();
        AnyDeeds.Sample(deeds =>
        {
            using TemporaryArchive place = from(), other = to();
            using var archive = place.With(Draft(""));
            var records = new Dictionary<int, byte[]> { [1] = archive.Record(1)!.ToJson() };
            var reviews = new StatementReviews(archive);
            var said = new List<Review>();
            for (var i = 0; i < deeds.Length; i++)
            {
                var (deed, subject, given, old) = deeds[i];
                if (deed == 6) records[1] = Reread(archive, i).ToJson();
                else if (deed == 7) archive.Add([Draft($"{i}! ").Entry()]);
                else if (deed < 6 && Say(reviews, (ReviewKind)deed, subject, given, old) is { } review) said.Add(review);
                foreach (var version in archive.Versions(1)) records.TryAdd(version.Version, archive.Record(1, version.Version)!.ToJson());
            }

            foreach (var (version, record) in records) Assert.Equal(record, archive.Record(1, version)!.ToJson());
            Assert.Equal(said.Select(review => (review.Id, review.Key, review.Kind)), reviews.Of(1).Select(review => (review.Id, review.Key, review.Kind)));
            foreach (var version in archive.Versions(1)) CheckLaying(reviews.Article(1, version.Version)!, said);

            Assert.Empty(archive.Check());
            using var back = other.Open();
            var lines = ReviewExchangeTests.Export(archive, "jsonl");
            Assert.All(ReviewExchangeTests.Import(back, lines), Assert.Null);
            Assert.Equal(lines, ReviewExchangeTests.Export(back, "jsonl"));
            Assert.Empty(back.Check());
            Assert.Equal(ReviewExchangeTests.Export(archive, "reviews"), ReviewExchangeTests.Export(back, "reviews"));
        }, iter: times, threads: 2);
    }

    private static ArticleDraft Draft(string beginning) =>
        new ArticleDraft { Name = "a", Url = "https://a.example/1" }.Write(beginning + "Winter came.").Say("Ana", "we stay 😀").Say("Bo", "they go").Say("Bo", "they go");

    private static Record Reread(NewsArchive archive, int i)
    {
        var first = archive.Versions(1)[0];
        var old = archive.Record(1, 1)!;
        var reread = old with { Reader = new("draft", $"1.{i}", "none/1+00000000"), Statements = [.. old.Statements.Skip(i % 2).Take(2)] };
        archive.Refresh([(first, ArchiveEntry.Of(reread))]);
        return reread;
    }

    private static Review? Say(StatementReviews reviews, ReviewKind kind, int subject, Annotation given, bool old)
    {
        var version = old ? 1 : (int?)null;
        var article = reviews.Article(1, version)!;
        var all = article.Statements.Concat(article.Elsewhere).ToImmutableArray();
        var statement = subject < all.Length ? all[subject].Id : null;
        try
        {
            return reviews.Write(new ReviewDraft(1, kind, subject % 2 == 0 ? "ada" : "bo", Noon.AddMinutes(subject))
            {
                Version = version, Statement = statement, Given = kind is ReviewKind.Corrected or ReviewKind.Added ? given : null, Comment = given.Speaker,
            });
        }
        catch (ReviewRefusedException)
        {
            return null;
        }
    }

    private static void CheckLaying(ReviewedArticle article, List<Review> said)
    {
        var all = article.Statements.Concat(article.Elsewhere).ToList();
        Assert.Equal(all.Count, all.Select(statement => statement.Id).Distinct().Count());
        Assert.Equal(article.Record.Statements.Select(statement => statement.Id).Order(), article.Statements.Select(statement => statement.Found?.Id).OfType<string>().Order());
        Assert.Equal(said.Select(review => review.Id), all.SelectMany(statement => statement.Thread?.Reviews ?? []).Select(review => review.Id).Order());
        var text = new RecordText(article.Record.Document.Text);
        foreach (var statement in article.Statements.Where(statement => statement.Reviewed is not null))
        {
            var standing = statement.Thread!.Standing!;
            Assert.Contains(text[statement.Reviewed!.Content[0]], standing.Body.Anchor.Quote, StringComparison.Ordinal);
            Assert.Equal(standing.Kind == ReviewKind.Confirmed ? standing.Body.Found!.Speaker : standing.Body.Given!.Speaker, statement.Reviewed.Speaker);
        }
    }
}
