using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

public abstract class RefreshingTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : RefreshingTests(new TemporaryArchive());

    public sealed class OnPostgres() : RefreshingTests(new TemporaryServerArchive());

    private static readonly ReaderIdentity NewReader = new("draft", "2.0", "none/1+00000000");
    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_record_of_an_older_reader_gives_way_to_the_new_one_s()
    {
        using var archive = _place.With(Article("We agree", ArticleDraft.DraftReader));
        var old = Assert.Single(archive.ReadByOthers(NewReader, null, 10));
        archive.Refresh([(old, Article("We agree", NewReader).Say("Jon Ferrell", "So do we").Entry())]);
        Assert.Empty(archive.ReadByOthers(NewReader, null, 10));
        Assert.Equal((1, 1, NewReader), (archive.Article(1)!.Id, archive.Article(1)!.Version, archive.Article(1)!.Reader));
        Assert.Equal(2, archive.StatementCount);
        Assert.Single(new StatementSearch(archive).Find(StatementQuery.Parse("speaker:ferrell"), SearchOrder.Newest).Statements);
        Assert.Empty(archive.Check());
    }

    [Fact]
    public void An_old_version_is_read_anew_without_coming_back_to_life()
    {
        using var archive = _place.With(Article("We agree", ArticleDraft.DraftReader), Article("We do not agree", NewReader));
        var old = Assert.Single(archive.ReadByOthers(NewReader, null, 10));
        Assert.Equal(1, old.Version);
        archive.Refresh([(old, Article("We agree", NewReader).Entry())]);
        Assert.Contains("do not", Assert.Single(archive.Statements(1)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_that_could_not_be_read_are_passed_and_the_rest_follows()
    {
        using var archive = _place.With([.. Enumerable.Range(0, 5).Select(i => new ArticleDraft { Name = $"a{i}" }.Say("Oda Brandt", $"Number {i}"))]);
        var first = archive.ReadByOthers(NewReader, null, 2);
        Assert.Equal([1, 2], first.Select(version => version.Id));
        Assert.Equal([3, 4, 5], archive.ReadByOthers(NewReader, first[^1], 10).Select(version => version.Id));
    }

    [Fact]
    public void An_article_is_read_anew_as_it_was_given()
    {
        var article = new Article("“We agree,” Oda Brandt said. 🚢")
        {
            Id = "a", Title = "Agreed", Byline = "Ann Orrin", Outlet = "Meridian Wire", Url = "https://meridian.example/a", Language = "en",
            Published = new PublicationDate(new DateOnly(2024, 5, 2)), Body = [new Span(0, 31)],
        };
        var again = RereadArticle.Of(Records.Record.From(Reader.English.Read(article)));
        Assert.Equal(article with { Body = null }, again with { Body = null });
        Assert.Equal(article.Body!.Value, again.Body!.Value);
    }

    private static ArticleDraft Article(string words, ReaderIdentity reader) =>
        new ArticleDraft { Url = "https://meridian.example/a", Reader = reader }.Say("Oda Brandt", words);
}
