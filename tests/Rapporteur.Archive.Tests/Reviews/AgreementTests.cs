using Rapporteur.Archive.Reviews;
using Rapporteur.Ledger;
using Xunit;
using static Rapporteur.Archive.Tests.Reviews.Reviewing;

namespace Rapporteur.Archive.Tests.Reviews;

public abstract class AgreementTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : AgreementTests(new TemporaryArchive());

    public sealed class OnPostgres() : AgreementTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    // Four statements found; one is right, one has a wrong speaker and shorter content, one another act, one is none; two were missed.
    private static StatementReviews Reviewed(NewsArchive archive, ArticleDraft draft)
    {
        var reviews = new StatementReviews(archive);
        reviews.Say(1, "s1", ReviewKind.Confirmed);
        reviews.Say(1, "s2", ReviewKind.Corrected, Marked(draft.Text, "Bo", "said", "two words", "BÓ TARN", SpeechAct.State), who: "bo");
        reviews.Say(1, "s3", ReviewKind.Corrected, Annotation.Of(draft.Record().Statements[2]) with { Acts = [SpeechAct.Deny], Speaker = "CÉ" }, hours: 24 * 40);
        reviews.Say(1, "s4", ReviewKind.Rejected, who: "bo");
        reviews.Say(1, null, ReviewKind.Added, Marked(draft.Text, "Eva", "hinted", "at more", "Eva", SpeechAct.State));
        var gone = reviews.Say(1, null, ReviewKind.Added, Marked(draft.Text, "Eva", "", "more"));
        reviews.Say(1, $"r{gone.Id}", ReviewKind.TakenBack);
        reviews.Say(1, "s1", ReviewKind.Remarked, comment: "Good.");
        return reviews;
    }

    private static ArticleDraft Draft() => new ArticleDraft { Name = "a" }.Say("Ada", "one word").Say("Bo", "two words or three").Say("Ce", "no").Say("Dee", "nothing").Write("Eva hinted at more.");

    [Fact]
    public void Agreement_counts_what_stands_and_compares_each_part()
    {
        var draft = Draft();
        using var archive = _place.With(draft);
        var all = Reviewed(archive, draft).Agreement(new ReviewFilter(), AgreementBy.All).All;
        Assert.Equal((1, 2, 1, 1), (all.Confirmed, all.Corrected, all.Rejected, all.Missed));
        Assert.Equal(new SpanAgreement(4, 4, 2, 3), all.Content);
        Assert.Equal(0.75, all.Content.OverlapF1);
        Assert.Equal(0.5, all.Content.ExactF1);
        Assert.Equal((0.75, 0.75), (all.Precision, all.Recall));
        Assert.Equal((2, 2), (all.SameSpeaker, all.SameActs));
        Assert.Equal(new SpanAgreement(4, 4, 2, 2), all.Acts);
    }

    [Fact]
    public void Agreement_is_told_apart_by_reviewer_month_outlet_and_reader()
    {
        var draft = Draft();
        using var archive = _place.With(draft);
        var reviews = Reviewed(archive, draft);
        Assert.Equal([("ada", 3), ("bo", 2)], reviews.Agreement(new ReviewFilter(), AgreementBy.Reviewer).Groups.Select(group => (group.Name, group.Agreement.Reviews)));
        Assert.Equal([("2024-05", 4), ("2024-06", 1)], reviews.Agreement(new ReviewFilter(), AgreementBy.Month).Groups.Select(group => (group.Name, group.Agreement.Reviews)));
        Assert.Equal([("Meridian Wire", 5)], reviews.Agreement(new ReviewFilter(), AgreementBy.Outlet).Groups.Select(group => (group.Name, group.Agreement.Reviews)));
        Assert.Equal([(null, 1), ("draft 1.0, none/1+00000000", 4)], reviews.Agreement(new ReviewFilter(), AgreementBy.Reader).Groups.Select(group => (group.Name, group.Agreement.Reviews)));
    }

    [Fact]
    public void Agreement_and_lists_can_be_narrowed()
    {
        var draft = Draft();
        using var archive = _place.With(draft);
        var reviews = Reviewed(archive, draft);
        int Count(ReviewFilter filter) => reviews.Agreement(filter, AgreementBy.All).All.Reviews;
        Assert.Equal(2, Count(new ReviewFilter(Reviewer: "bo")));
        Assert.Equal(0, Count(new ReviewFilter(Outlet: "Elsewhere")));
        Assert.Equal(1, Count(new ReviewFilter(From: new DateOnly(2024, 6, 1))));
        Assert.Equal(4, Count(new ReviewFilter(To: new DateOnly(2024, 5, 3))));
        Assert.Equal(1, Count(new ReviewFilter(Kind: ReviewKind.Rejected)));

        var latest = reviews.Latest(new ReviewFilter(), null, 3);
        Assert.Equal([8, 7, 6], latest.Select(listed => listed.Review.Id));
        Assert.Equal([false, false, false], latest.Select(listed => listed.Stands));
        Assert.Equal([5, 4], reviews.Latest(new ReviewFilter { OnlyStanding = true }, 6, 2).Select(listed => listed.Review.Id));
        Assert.Equal([1L], reviews.Begun(10));
        Assert.Empty(reviews.NotBegun(archive.Articles()));
    }

    [Fact]
    public void Nothing_reviewed_agrees_in_nothing()
    {
        using var archive = _place.With(Draft());
        var none = new StatementReviews(archive).Agreement(new ReviewFilter(), AgreementBy.All).All;
        Assert.Null(none.Precision);
        Assert.Null(none.Content.ExactF1);
        Assert.Empty(new StatementReviews(archive).Agreement(new ReviewFilter(), AgreementBy.Reviewer).Groups);
    }
}
