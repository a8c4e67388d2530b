using System.Text;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

public abstract class DeletingTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : DeletingTests(new TemporaryArchive());

    public sealed class OnPostgres() : DeletingTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    private static ArticleDraft Article(int number, string? words = null) =>
        new ArticleDraft { Name = $"a{number}", Url = $"https://meridian.example/{number}" }.Say("Oda Brandt", words ?? $"The boats of harbour {number} will sail at dawn tomorrow");

    [Fact]
    public void A_deleted_article_is_gone_with_its_versions_statements_and_words()
    {
        using var archive = _place.With(Article(1), Article(2), Article(2, "Nothing will sail"));
        Assert.True(archive.Delete(2));
        Assert.Null(archive.Article(2));
        Assert.Null(archive.Record(2));
        Assert.Empty(archive.Versions(2));
        Assert.Empty(archive.Statements(2));
        Assert.Equal((1, 1), (archive.ArticleCount, archive.StatementCount));
        Assert.Empty(new StatementSearch(archive).Find(StatementQuery.Parse("nothing"), SearchOrder.Newest).Statements);
        Assert.Empty(archive.Check());
    }

    [Fact]
    public void An_article_that_is_not_there_cannot_be_deleted()
    {
        using var archive = _place.With(Article(1));
        Assert.False(archive.Delete(7));
        Assert.Equal(1, archive.ArticleCount);
    }

    [Fact]
    public void Others_that_were_packed_with_a_deleted_article_stay_as_they_were()
    {
        using var archive = _place.With([.. Enumerable.Range(1, 40).Select(i => Article(i))]);
        foreach (var gone in new[] { 1, 16, 17, 40 }) Assert.True(archive.Delete(gone));
        Assert.Empty(archive.Check());
        foreach (var left in Enumerable.Range(1, 40).Except([1, 16, 17, 40]))
            Assert.Equal(Encoding.UTF8.GetString(Article(left).Record().ToJson()), Encoding.UTF8.GetString(archive.Record(left)!.ToJson()));
    }

    [Fact]
    public void Nothing_of_a_deleted_record_is_left_in_any_pack()
    {
        using var archive = _place.With(Article(1), Article(2, "The heron knows"), Article(3));
        archive.Delete(2);
        var packs = archive.Read(database => database.Query("SELECT records FROM packs", row => row.Bytes(0)));
        Assert.Equal(2, packs.Sum(pack => Enumerable.Range(0, 3).Count(place => HoldsRecord(pack, place))));
        Assert.DoesNotContain(packs, pack => Enumerable.Range(0, 2).Any(place => Encoding.UTF8.GetString(new PackedRecord(pack, place).Json()).Contains("heron", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_number_of_a_deleted_article_is_not_given_again()
    {
        using var archive = _place.With(Article(1), Article(2));
        archive.Delete(2);
        Assert.Equal([new AddOutcome(3, AddedAs.New)], archive.Add([Article(2).Entry()]));
    }

    [Fact]
    public void A_deleted_article_is_no_printing_of_what_others_say()
    {
        using var archive = _place.With(Article(1, "The boats of this harbour will sail at dawn tomorrow"), Article(2, "The boats of this harbour will sail at dawn tomorrow"));
        Assert.Single(archive.Compare(new StatementName(1, 1))!.Variants);
        archive.Delete(2);
        Assert.Empty(archive.Compare(new StatementName(1, 1))!.Variants);
    }

    private static bool HoldsRecord(byte[] pack, int place)
    {
        try
        {
            return new PackedRecord(pack, place).Json().Length > 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
