using System.Text;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Archive.Tests.Store;

public abstract class AddingTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : AddingTests(new TemporaryArchive());

    public sealed class OnPostgres() : AddingTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    private static ArticleDraft Harbour(string words = "The harbour stays open", string? modified = null) =>
        new ArticleDraft { Name = "harbour", Url = "https://meridian.example/harbour", Title = "Harbour", Modified = modified }.Say("Ilse Marten", words);

    [Fact]
    public void A_record_comes_back_as_it_was_put_in()
    {
        using var archive = _place.Open();
        var record = Harbour().Record();
        Assert.Equal([new AddOutcome(1, AddedAs.New)], archive.Add([ArchiveEntry.Of(record)]));
        Assert.Equal(Encoding.UTF8.GetString(record.ToJson()), Encoding.UTF8.GetString(archive.Record(1)!.ToJson()));
    }

    [Fact]
    public void What_is_kept_of_a_statement_is_what_its_record_says()
    {
        using var archive = _place.With(new ArticleDraft().Say(
            "Ilse Marten", "We will close the strait", SpeechAct.Threaten, role: "foreign minister", actor: new RecordActor("TAL", "Talvia", default),
            to: "Quillon", relay: "Coastal News", medium: "interview", saidOn: "2024-04-30"));
        Assert.Equal(
            new StoredStatement(
                new StatementName(1, 1), new DateOnly(2024, 4, 30), Statements.StatementKind.Direct, false, 0.9, "Ilse Marten", "foreign minister", "TAL",
                "threaten", "Quillon", null, "Coastal News", "interview", "“We will close the strait,”"),
            archive.Statement(new StatementName(1, 1)));
    }

    [Fact]
    public void An_article_is_added_once()
    {
        using var archive = _place.With(Harbour());
        Assert.Equal([new AddOutcome(1, AddedAs.Known)], archive.Add([Harbour().Entry()]));
        Assert.Equal((1, 1), (archive.ArticleCount, archive.StatementCount));
    }

    [Theory]
    [InlineData("http://meridian.example/harbour")]
    [InlineData("https://MERIDIAN.example:443/harbour/")]
    [InlineData("https://meridian.example/harbour?utm_source=mail&fbclid=9#top")]
    public void An_address_is_the_same_however_a_link_was_decorated(string url)
    {
        using var archive = _place.With(Harbour());
        var again = Harbour().Record();
        Assert.True(archive.Holds(new Article(again.Document.Text) { Url = url, Title = "Harbour", Outlet = "Meridian Wire", Published = new PublicationDate(new DateOnly(2024, 5, 2)) }));
    }

    [Fact]
    public void Pages_that_a_query_tells_apart_are_two_articles()
    {
        using var archive = _place.With(
            new ArticleDraft { Url = "https://meridian.example/read?id=1" }.Say("Ilse Marten", "One"),
            new ArticleDraft { Url = "https://meridian.example/read?id=2" }.Say("Ilse Marten", "One"));
        Assert.Equal(2, archive.ArticleCount);
    }

    [Fact]
    public void A_changed_article_becomes_a_new_version_and_the_old_one_stays()
    {
        using var archive = _place.With(Harbour());
        Assert.Equal([new AddOutcome(1, AddedAs.NewVersion)], archive.Add([Harbour("The harbour closes").Entry()]));
        Assert.Equal([1, 2], archive.Versions(1).Select(version => version.Version));
        Assert.Contains("stays open", archive.Record(1, 1)!.Document.Text, StringComparison.Ordinal);
        Assert.Contains("closes", Assert.Single(archive.Statements(1)).Content, StringComparison.Ordinal);
        Assert.Equal([new AddOutcome(1, AddedAs.Known)], archive.Add([Harbour().Entry()]));
    }

    [Fact]
    public void A_version_that_comes_late_does_not_take_the_place_of_a_newer_one()
    {
        using var archive = _place.With(Harbour("The harbour closes", "2024-05-04T10:00:00+00:00"));
        archive.Add([Harbour("The harbour may close", "2024-05-03T10:00:00+00:00").Entry()]);
        Assert.Equal(1, archive.Article(1)!.Version);
        Assert.Contains("closes", Assert.Single(archive.Statements(1)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_words_in_another_outlet_are_another_article()
    {
        using var archive = _place.With(
            new ArticleDraft { Outlet = "Meridian Wire" }.Say("Ilse Marten", "One"),
            new ArticleDraft { Outlet = "Coastal News" }.Say("Ilse Marten", "One"),
            new ArticleDraft { Outlet = "Coastal News" }.Say("Ilse Marten", "One"));
        Assert.Equal(2, archive.ArticleCount);
    }

    [Fact]
    public void Articles_and_versions_of_one_batch_are_told_apart_as_if_they_came_one_by_one()
    {
        using var archive = _place.Open();
        var outcomes = archive.Add([Harbour().Entry(), Harbour("The harbour closes").Entry(), Harbour().Entry()]);
        Assert.Equal([AddedAs.New, AddedAs.NewVersion, AddedAs.Known], outcomes.Select(outcome => outcome.As));
        Assert.Contains("closes", Assert.Single(archive.Statements(1)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_is_added_whole_or_not_at_all()
    {
        using var archive = _place.With(Harbour());
        Assert.Throws<InvalidOperationException>(() => archive.Add(new BreaksOff(Harbour("The harbour closes").Entry())));
        Assert.Equal(1, archive.Article(1)!.Version);
        Assert.Single(archive.Statements(1));
        Assert.Equal(AddedAs.New, archive.Add([new ArticleDraft().Say("Oda Brandt", "We agree").Entry()])[0].As);
    }

    [Fact]
    public void Days_of_other_centuries_stand_beside_each_other_in_one_batch()
    {
        string[] days = ["1799-07-14", "1848-03-18", "1899-12-31", "2150-01-01", "2999-12-31"];
        using var archive = _place.With([.. days.Select(day => new ArticleDraft { Name = day, Published = day }.Say("Oda Brandt", $"We agree on {day}"))]);
        Assert.Equal(days, archive.Articles().Select(article => archive.Statements(article.Id)[0].Day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_article_is_known_before_it_is_read()
    {
        using var archive = _place.Open();
        var article = new Article("\"We agree,\" Oda Brandt said.\n\nNothing \ud800 else 🚢.") { Id = "a", Published = new PublicationDate(new DateOnly(2024, 5, 2)) };
        Assert.False(archive.Holds(article));
        archive.Add([ArchiveEntry.Of(Record.From(Reader.English.Read(article)))]);
        Assert.True(archive.Holds(article));
        Assert.True(archive.Holds(article with { Text = article.Text.Replace("\n", "\r\n", StringComparison.Ordinal) }));
        Assert.False(archive.Holds(article with { Title = "Agreed" }));
    }

    [Fact]
    public void A_record_whose_ranges_lie_outside_its_text_is_refused()
    {
        var record = Harbour().Record();
        Assert.Throws<ArgumentException>(() => ArchiveEntry.Of(record with { Document = record.Document with { Text = "short" } }));
    }

    [Fact]
    public void Articles_come_in_the_order_of_their_numbers()
    {
        using var archive = _place.With([.. Enumerable.Range(0, 600).Select(i => new ArticleDraft { Name = $"a{i}" }.Say("Oda Brandt", $"Number {i}"))]);
        Assert.Equal(Enumerable.Range(0, 600).Select(i => $"a{i}"), archive.Articles().Select(article => article.Name));
    }

    /// <summary>Gives its first entry and then fails.</summary>
    private sealed class BreaksOff(ArchiveEntry first) : IReadOnlyList<ArchiveEntry>
    {
        public int Count => 2;

        public ArchiveEntry this[int index] => index == 0 ? first : throw new InvalidOperationException();

        public IEnumerator<ArchiveEntry> GetEnumerator()
        {
            for (var i = 0; i < Count; i++) yield return this[i];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
