using System.Text;
using CsCheck;
using Rapporteur.Archive.Store;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

public abstract class PackingTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : PackingTests(new TemporaryArchive());

    public sealed class OnPostgres() : PackingTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Ranges_become_steps_and_steps_ranges_again() =>
        Gen.Select(Gen.Int[0, 1 << 24].Array[0, 40], Gen.String).Sample((numbers, text) =>
        {
            var ranges = string.Join(',', numbers.Chunk(2).Select(pair => $"[{pair[0]},{pair[^1]}]"));
            var json = Encoding.UTF8.GetBytes($$"""{"a":[{{ranges}}],"text":{{System.Text.Json.JsonSerializer.Serialize(text + "[1,2] \\\"[3,4]")}},"b":[1,2,3],"c":[1.5,2],"d":[[7,9]]}""");
            Assert.Equal(json, RangeSteps.Decode(RangeSteps.Encode(json)));
        });

    [Theory]
    [InlineData("""{"a":[[10,14],[20,21]]}""", """{"a":[[10,4],[10,1]]}""")]
    [InlineData("""["\"[1,2]", [3,5]]""", """["\"[1,2]", [3,2]]""")]
    [InlineData("[1,2", "[1,2")]
    [InlineData("[", "[")]
    public void Only_pairs_outside_of_strings_are_ranges(string json, string steps) =>
        Assert.Equal(steps, Encoding.UTF8.GetString(RangeSteps.Encode(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void Every_record_comes_out_of_a_pack_of_many_as_it_went_in()
    {
        // Two batches that do not fill their last packs, and one article too long for company.
        ArticleDraft[] articles = [.. Enumerable.Range(0, 70).Select(i => new ArticleDraft { Name = $"a{i}" }.Say("Oda Brandt", string.Concat(Enumerable.Repeat($"boat {i} ", i == 40 ? 80_000 : 3))))];
        using var archive = _place.With(articles[..45]);
        archive.Add([.. articles[45..].Select(article => article.Entry())]);
        for (var i = 0; i < articles.Length; i++)
            Assert.Equal(Encoding.UTF8.GetString(articles[i].Record().ToJson()), Encoding.UTF8.GetString(archive.Record(i + 1)!.ToJson()));
        Assert.Empty(archive.Check());
    }

    [Fact]
    public void A_pack_that_all_have_left_is_gone()
    {
        var reader = new ReaderIdentity("draft", "2.0", "none/1+00000000");
        ArticleDraft Article(int i, ReaderIdentity by) => new ArticleDraft { Name = $"a{i}", Reader = by }.Say("Oda Brandt", $"Number {i}");
        using var archive = _place.With([.. Enumerable.Range(0, 20).Select(i => Article(i, ArticleDraft.DraftReader))]);
        long Packs() => archive.Read(database => database.Number("SELECT count(*) FROM packs"))!.Value;
        var before = Packs();
        for (var i = 0; i < 20; i++) archive.Refresh([(archive.Article(i + 1)!, Article(i, reader).Entry())]);
        Assert.Empty(archive.Check());
        archive.Refresh([.. Enumerable.Range(0, 20).Select(i => (archive.Article(i + 1)!, Article(i, reader).Entry()))]);
        Assert.Equal(before, Packs());
        Assert.Empty(archive.Check());
    }
}
