using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Statements;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

/// <summary>What quotations are found by in other articles is kept as articles come, change and go.</summary>
public abstract class VariantIndexTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : VariantIndexTests(new TemporaryArchive());

    public sealed class OnPostgres() : VariantIndexTests(new TemporaryServerArchive());

    private static readonly string[] Said =
    [
        "We will keep the harbour open until the last boat has come home", "The harbour stays open until the last boat of the fleet has come home",
        "No boat leaves the strait before the council has voted on the treaty", "The council will vote on the treaty before the end of the winter",
        "Nobody asked the fishermen of the northern islands what they thought of it", "We asked the fishermen and they told us what they thought of the treaty",
    ];

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    private static ArchiveEntry Entry(Random random, int article, string reader)
    {
        var draft = new ArticleDraft
        {
            Name = $"a{article}", Url = $"https://meridian.example/{article}", Title = $"{random.Next(1000)}", Published = $"2024-0{random.Next(1, 9)}-02", Reader = new ReaderIdentity("draft", reader, "none/1+00000000"),
        };
        for (var i = random.Next(4); i > 0; i--) draft.Say("Oda Brandt", Said[random.Next(Said.Length)], kind: random.Next(3) == 0 ? StatementKind.Indirect : StatementKind.Direct);
        return draft.Entry();
    }

    // Which statements hold each fingerprint, as the index has it and as the records say.
    private static (List<string> Kept, List<string> Rebuilt) Holders(NewsArchive archive) => archive.Read(database =>
    {
        var rebuilt = archive.Articles()
            .SelectMany(article => Fingerprints.Of(archive.Record(article.Id)!).SelectMany(statement => statement.Value.Select(fingerprint => (Fingerprint: fingerprint, Holder: $"{article.Id}#{statement.Key}")))).ToList();
        var names = database.Query("SELECT id, article, number FROM statements", row => (Id: row.GetInt64(0), Name: new StatementName(row.GetInt64(1), row.GetInt32(2)).ToString()))
            .ToDictionary(statement => statement.Id, statement => statement.Name);

        // Of all that was ever said, so that what should be gone shows.
        var ever = Said.SelectMany(words => Fingerprints.Of(new ArticleDraft().Say("Oda Brandt", words).Record()).Values.SelectMany(fingerprints => fingerprints)).Distinct().ToList();
        var kept = database.Index.WithFingerprints(ever, int.MaxValue).SelectMany(holders => holders.Select(id => $"{holders.Key} {names.GetValueOrDefault(id, "nothing")}"));
        return (kept.Order(StringComparer.Ordinal).ToList(), rebuilt.Select(holder => $"{holder.Fingerprint} {holder.Holder}").Order(StringComparer.Ordinal).ToList());
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_adding_changing_reading_anew_and_deleting_it_is_as_if_it_were_made_anew(int seed)
    {
        var random = new Random(seed);
        using var archive = _place.Open();
        for (var step = 0; step < 40; step++)
        {
            var there = archive.Articles().ToList();
            if (there.Count > 3 && random.Next(4) == 0) archive.Delete(there[random.Next(there.Count)].Id);
            else if (there.Count > 0 && random.Next(3) == 0) archive.Refresh([.. there.Where(_ => random.Next(3) == 0).Select(version => (version, Entry(random, int.Parse(version.Name![1..], System.Globalization.CultureInfo.InvariantCulture), $"{step}")))]);
            else archive.Add([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Entry(random, random.Next(15), "1.0"))]);
        }

        var (kept, rebuilt) = Holders(archive);
        Assert.NotEmpty(rebuilt);
        Assert.Equal(rebuilt, kept);
        Assert.Empty(archive.Check());
    }

    [Fact]
    public void Another_printing_is_found_until_its_article_says_something_else_or_goes()
    {
        ArticleDraft Printing(string name, string words, string title = "") => new ArticleDraft { Name = name, Url = $"https://{name}.example/", Title = title }.Say("Oda Brandt", words);
        using var archive = _place.With(Printing("meridian", Said[0]), Printing("tidewater", Said[0]), Printing("coastal", Said[0]));
        List<string> Others() => [.. archive.Compare(new StatementName(1, 1))!.Variants.Select(variant => variant.Printing.Statement).Order(StringComparer.Ordinal)];
        Assert.Equal(["2#s1", "3#s1"], Others());
        archive.Add([Printing("tidewater", Said[4], "Corrected").Entry()]);
        Assert.Equal(["3#s1"], Others());
        archive.Delete(3);
        Assert.Empty(Others());
        archive.Refresh([(archive.Article(2)!, Printing("tidewater", Said[0], "Corrected").Entry())]);
        Assert.Equal(["2#s1"], Others());
    }
}
