using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Xunit;
using static Rapporteur.Archive.Tests.Reviews.Reviewing;

namespace Rapporteur.Archive.Tests.Reviews;

public abstract class ReviewingTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : ReviewingTests(new TemporaryArchive());

    public sealed class OnPostgres() : ReviewingTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    private static ArticleDraft Draft(string? title = null, string? published = null) =>
        new() { Name = "a", Url = "https://meridian.example/1", Title = title, Published = published ?? "2024-05-02" };

    private static ArticleDraft TwoStatements() => Draft().Say("Oda Brandt", "the boats will sail at dawn", SpeechAct.Announce).Say("Per Holm", "nobody asked us", SpeechAct.Report);

    [Fact]
    public void A_correction_stands_beside_what_the_reader_found_and_leaves_it_as_it_is()
    {
        var draft = TwoStatements();
        using var archive = _place.With(draft);
        var before = archive.Record(1)!.ToJson();
        var reviews = new StatementReviews(archive);
        var given = Marked(draft.Text, "Oda Brandt", "said", "the boats will sail at dawn", "Oda Brandt of the harbour", SpeechAct.Promise);
        reviews.Say(1, "s1", ReviewKind.Corrected, given, "She binds herself.");

        var article = reviews.Article(1)!;
        Assert.Equal(["s1", "s2"], article.Statements.Select(statement => statement.Id));
        var statement = article.Statement("s1")!;
        Assert.Equal(given, statement.Reviewed);
        Assert.Equal(given, statement.Holds);
        Assert.Equal(Annotation.Of(archive.Record(1)!.Statements[0]), statement.Read);
        Assert.Equal(("ada", Noon, "She binds herself."), (statement.Thread!.Standing!.Reviewer, statement.Thread.Standing.At, statement.Thread.Standing.Body.Comment));
        Assert.Equal(ArticleDraft.DraftReader, statement.Thread.Standing.Body.Reader);
        Assert.Null(article.Statement("s2")!.Thread);
        Assert.Equal(before, archive.Record(1)!.ToJson());
    }

    [Fact]
    public void What_is_taken_back_no_longer_holds_and_stays_in_the_history()
    {
        var draft = TwoStatements();
        using var archive = _place.With(draft);
        var reviews = new StatementReviews(archive);
        var first = reviews.Say(1, "s1", ReviewKind.Confirmed);
        var second = reviews.Say(1, "s1", ReviewKind.Rejected, who: "bo");
        Assert.Null(reviews.Article(1)!.Statement("s1")!.Holds);

        reviews.Say(1, "s1", ReviewKind.TakenBack, comment: "I misread it.", who: "bo");
        var thread = reviews.Article(1)!.Statement("s1")!.Thread!;
        Assert.Equal(first.Id, thread.Standing!.Id);
        Assert.True(thread.IsTakenBack(second));
        Assert.Equal([ReviewKind.Confirmed, ReviewKind.Rejected, ReviewKind.TakenBack], thread.Reviews.Select(review => review.Kind));

        reviews.Say(1, "s1", ReviewKind.TakenBack, takesBack: first.Id);
        Assert.Null(reviews.Article(1)!.Statement("s1")!.Thread!.Standing);
        Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, "s1", ReviewKind.TakenBack, takesBack: first.Id));
        Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, "s1", ReviewKind.TakenBack));
    }

    [Fact]
    public void A_statement_that_was_missed_is_added_where_it_stands_and_can_be_corrected()
    {
        var draft = TwoStatements().Write("Mira Sand warned of frost.");
        using var archive = _place.With(draft);
        var reviews = new StatementReviews(archive);
        var added = reviews.Say(1, null, ReviewKind.Added, Marked(draft.Text, "Mira Sand", "warned", "of frost", "Mira Sand", SpeechAct.Warn));
        var name = $"r{added.Id}";
        Assert.Equal(["s1", "s2", name], reviews.Article(1)!.Statements.Select(statement => statement.Id));

        var better = Marked(draft.Text, "Mira Sand", "warned of", "frost", "Mira Sand", SpeechAct.Warn);
        Assert.Equal(ReviewKind.Added, reviews.Say(1, name, ReviewKind.Corrected, better).Kind);
        Assert.Equal(better, reviews.Article(1)!.Statement(name)!.Holds);
        Assert.Equal("kind", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, name, ReviewKind.Confirmed)).Field);
        reviews.Say(1, name, ReviewKind.Rejected);
        Assert.Null(reviews.Article(1)!.Statement(name)!.Holds);
    }

    [Fact]
    public void A_statement_within_another_is_one_of_its_own_until_a_reader_finds_the_same()
    {
        var draft = Draft().Say("Oda Brandt", "Per Holm told us that nobody asked");
        using var archive = _place.With(draft);
        var reviews = new StatementReviews(archive);
        var inner = Marked(draft.Text, "Per Holm", "told us", "that nobody asked", "Per Holm");
        var added = reviews.Say(1, null, ReviewKind.Added, inner);
        Assert.Equal(["s1", $"r{added.Id}"], reviews.Article(1)!.Statements.Select(statement => statement.Id));
        Assert.Equal("content", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, null, ReviewKind.Added, inner with { Speaker = "Holm" })).Field);

        var old = archive.Record(1)!;
        var second = old.Statements[0] with { Id = "s2", Content = inner.Content, Cue = [new(inner.Cue[0].Start, inner.Cue[0].Start + 4)] };
        archive.Refresh([(archive.Article(1)!, ArchiveEntry.Of(old with { Reader = new("draft", "2.0", "none/1+00000000"), Statements = [old.Statements[0], second] }))]);
        Assert.Equal(inner, reviews.Article(1)!.Statement("s2")!.Holds);
        Assert.Equal("s2", reviews.Article(1)!.Statement($"r{added.Id}")!.Id);
        Assert.Null(reviews.Article(1)!.Statement("s1")!.Thread);
    }

    [Fact]
    public void A_remark_changes_nothing_and_wants_words()
    {
        using var archive = _place.With(TwoStatements());
        var reviews = new StatementReviews(archive);
        reviews.Say(1, "s1", ReviewKind.Rejected);
        reviews.Say(1, "s1", ReviewKind.Remarked, comment: "Is it not?");
        Assert.Equal(ReviewKind.Rejected, reviews.Article(1)!.Statement("s1")!.Thread!.Standing!.Kind);
        Assert.Equal("comment", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, "s1", ReviewKind.Remarked, comment: " \r\n ")).Field);
    }

    [Fact]
    public void A_review_of_what_has_changed_in_the_meantime_is_not_written()
    {
        using var archive = _place.With(TwoStatements());
        var reviews = new StatementReviews(archive);
        var seen = reviews.Article(1)!.Statement("s1")!.Tag;
        reviews.Say(1, "s1", ReviewKind.Confirmed);
        var late = new ReviewDraft(1, ReviewKind.Rejected, "bo", Noon) { Statement = "s1", Seen = seen };
        Assert.Throws<ReviewOutrunException>(() => reviews.Write(late));
        Assert.Single(reviews.Of(1));
        Assert.NotNull(reviews.Write(late with { Seen = reviews.Article(1)!.Statement("s1")!.Tag }));
    }

    [Fact]
    public void Reviews_hold_after_the_article_was_read_anew_whatever_the_statements_are_called()
    {
        using var archive = _place.With(TwoStatements());
        var reviews = new StatementReviews(archive);
        reviews.Say(1, "s2", ReviewKind.Rejected);
        reviews.Say(1, "s1", ReviewKind.Confirmed);
        var old = archive.Record(1)!;
        var reread = old with { Reader = new("draft", "2.0", "none/1+00000000"), Statements = [old.Statements[1] with { Id = "s1" }] };
        archive.Refresh([(archive.Article(1)!, ArchiveEntry.Of(reread))]);

        var article = reviews.Article(1)!;
        Assert.Equal(ReviewKind.Rejected, article.Statement("s1")!.Thread!.Standing!.Kind);
        var lost = Assert.Single(article.Statements, statement => statement.Found is null);
        Assert.Equal(Annotation.Of(old.Statements[0]), lost.Holds);
        Assert.Empty(article.Elsewhere);
    }

    [Fact]
    public void Reviews_are_carried_to_a_new_version_where_their_words_stand_once_and_else_are_those_of_the_earlier()
    {
        var old = TwoStatements().Say("Mira Sand", "wait");
        using var archive = _place.With(old);
        var reviews = new StatementReviews(archive);
        reviews.Say(1, "s1", ReviewKind.Corrected, Marked(old.Text, "Oda Brandt", "said", "the boats will sail", "Oda Brandt"));
        reviews.Say(1, "s2", ReviewKind.Rejected);
        reviews.Say(1, "s3", ReviewKind.Confirmed);
        var edited = Draft("New", "2024-05-03").Write("An 😀 opening.").Say("Oda Brandt", "the boats will sail at dawn").Say("Mira Sand", "wait").Write("Later:").Say("Mira Sand", "wait");
        archive.Add([edited.Entry()]);

        var article = reviews.Article(1)!;
        Assert.Equal(2, article.Article.Version);
        var carried = article.Statement("s1")!;
        Assert.Equal(1, carried.CarriedFrom);
        Assert.Equal(Marked(edited.Text, "Oda Brandt", "said", "the boats will sail", "Oda Brandt"), carried.Reviewed);
        Assert.Equal([ReviewKind.Rejected, ReviewKind.Confirmed], article.Elsewhere.Select(statement => statement.Thread!.Standing!.Kind));
        Assert.Equal(["s1", "s2", "s3"], reviews.Article(1, 1)!.Statements.Where(statement => statement.Thread is not null).Select(statement => statement.Id));

        var elsewhere = article.Elsewhere[0].Id;
        Assert.Equal("kind", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, elsewhere, ReviewKind.Rejected)).Field);
        reviews.Say(1, elsewhere, ReviewKind.TakenBack);
        Assert.Null(reviews.Article(1, 1)!.Statement("s2")!.Thread!.Standing);
    }

    [Fact]
    public void A_version_of_the_same_text_keeps_reviews_of_words_that_stand_twice()
    {
        using var archive = _place.With(Draft("Old").Say("Mira Sand", "wait").Say("Mira Sand", "wait"));
        var reviews = new StatementReviews(archive);
        reviews.Say(1, "s2", ReviewKind.Rejected);
        archive.Add([Draft("New").Say("Mira Sand", "wait").Say("Mira Sand", "wait").Entry()]);
        var article = reviews.Article(1)!;
        Assert.Equal((2, ReviewKind.Rejected), (article.Article.Version, article.Statement("s2")!.Thread!.Standing!.Kind));
    }

    [Fact]
    public void Reviews_go_with_their_article()
    {
        using var archive = _place.With(TwoStatements());
        var reviews = new StatementReviews(archive);
        reviews.Say(1, "s1", ReviewKind.Rejected);
        reviews.Say(1, "s1", ReviewKind.TakenBack);
        Assert.True(archive.Delete(1));
        Assert.Empty(reviews.Of(1));
        Assert.Equal(0, archive.Read(database => database.Number("SELECT count(*) FROM reviews r")));
        Assert.Null(reviews.Write(new ReviewDraft(1, ReviewKind.Rejected, "ada", Noon) { Statement = "s1" }));
        archive.Add([TwoStatements().Entry()]);
        Assert.Empty(reviews.Of(2));
        Assert.Equal(3, reviews.Say(2, "s1", ReviewKind.Confirmed).Id);
    }

    [Fact]
    public void What_lies_outside_the_text_overlaps_or_is_too_much_is_refused_and_nothing_is_written()
    {
        var draft = TwoStatements().Write(new string('x', 2 * ReviewRules.LongestStatement) + ".");
        using var archive = _place.With(draft);
        var reviews = new StatementReviews(archive);
        var changes = archive.Changes;
        var good = Marked(draft.Text, "Per Holm", "said", "nobody");
        var length = draft.Text.EnumerateRunes().Count();
        Refused("content", good with { Content = [] });
        Refused("content", good with { Content = [new(0, length + 1)] });
        Refused("cue", good with { Cue = [new(-5, 3)] });
        Refused("cue", good with { Cue = [new(int.MinValue, int.MaxValue)] });
        Refused("source", good with { Source = [new(9, 9)] });
        Refused("source", good with { Source = [new(9, 3)] });
        Refused("content", good with { Content = [new(1, 8), new(5, 12)] });
        Refused("content", good with { Content = [.. Enumerable.Range(0, ReviewRules.MostRanges + 1).Select(i => new CodePointRange(2 * i, 2 * i + 1))] });
        Refused("content", good with { Content = [new(0, 1), new(length - 1, length)] });
        Refused("acts", good with { Acts = [(SpeechAct)99] });
        Refused("speaker", good with { Speaker = new string('y', 1 << 20) });
        Refused("comment", good, new string('z', 1 << 20));
        Assert.Equal("reviewer", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, "s1", ReviewKind.Confirmed, who: " ")).Field);
        Assert.Equal("kind", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, "s1", ReviewKind.Corrected, Annotation.Of(draft.Record().Statements[0]))).Field);
        Assert.Equal("content", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, "s1", ReviewKind.Corrected)).Field);
        Assert.Equal("content", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, null, ReviewKind.Added, Annotation.Of(draft.Record().Statements[0]))).Field);
        Assert.Equal("kind", Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, null, ReviewKind.Rejected)).Field);
        Assert.Empty(reviews.Of(1));
        Assert.Equal(changes, archive.Changes);

        void Refused(string field, Annotation given, string? comment = null)
        {
            Assert.Equal(field, Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, "s2", ReviewKind.Corrected, given, comment)).Field);
            Assert.Equal(field, Assert.Throws<ReviewRefusedException>(() => reviews.Say(1, null, ReviewKind.Added, given, comment)).Field);
        }
    }

    [Fact]
    public void Hostile_words_are_kept_as_words()
    {
        var draft = TwoStatements();
        using var archive = _place.With(draft);
        var reviews = new StatementReviews(archive);
        const string Comment = "<script>alert(1)</script>\0\u202E'; DROP TABLE reviews; --\uD800";
        reviews.Say(1, "s1", ReviewKind.Corrected, Marked(draft.Text, "", "", "the boats", "a\r\nb\0\u0007 \t c"), Comment, who: "ada\n\0 <b>");
        var kept = Assert.Single(reviews.Of(1));
        Assert.Equal(("ada <b>", "a b c"), (kept.Reviewer, kept.Body.Given!.Speaker));
        Assert.Equal(Comment.Replace('\uD800', '\uFFFD'), kept.Body.Comment);
    }
}
