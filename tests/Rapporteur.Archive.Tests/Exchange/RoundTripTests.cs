using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Archive.Tests.Exchange;

public abstract class RoundTripTests(TemporaryArchive from, TemporaryArchive to) : IDisposable
{
    public sealed class FromSqliteToSqlite() : RoundTripTests(new TemporaryArchive(), new TemporaryArchive());

    public sealed class FromSqliteToPostgres() : RoundTripTests(new TemporaryArchive(), new TemporaryServerArchive());

    public sealed class FromPostgresToSqlite() : RoundTripTests(new TemporaryServerArchive(), new TemporaryArchive());

    private readonly TemporaryArchive _from = from;
    private readonly TemporaryArchive _to = to;

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    [Fact]
    public void An_exported_archive_imports_into_an_empty_one_with_nothing_lost()
    {
        using var from = _from.With(
            new ArticleDraft { Name = "a", Url = "https://a.example/1", Title = "First" }.Say("Ana Rui", "we stay"),
            new ArticleDraft { Name = "b", Published = null, Outlet = null }.Write("Nobody said anything."),
            new ArticleDraft { Name = "a", Url = "https://a.example/1", Title = "Second", Published = "2024-05-03" }.Say("Ana Rui", "we go"),
            new ArticleDraft { Name = "old", Url = "https://a.example/1", Title = "Earlier", Published = "2024-05-01" }.Say("Ana Rui", "we wait"),
            new ArticleDraft { Name = "c", Reader = new("other", "2.0", "none/2+00000000") }.Say("Bo Tarn", "café – “naïve” \U0001F600"));
        using var to = _to.Open();
        Import(to, Export(from));

        Assert.Equal((from.ArticleCount, from.StatementCount), (to.ArticleCount, to.StatementCount));
        Assert.Equal(from.Articles(), to.Articles());
        foreach (var article in from.Articles())
        {
            Assert.Equal(from.Versions(article.Id), to.Versions(article.Id));
            Assert.Equal(from.Statements(article.Id), to.Statements(article.Id));
            foreach (var version in from.Versions(article.Id))
                Assert.Equal(from.Record(article.Id, version.Version)!.ToJson(), to.Record(article.Id, version.Version)!.ToJson());
        }

        Assert.Equal(Export(from), Export(to));
    }

    [Theory]
    [InlineData("\"cue\":[[", "\"cue\":[[1000000000,1000000001],[", "it points beyond its text")]
    [InlineData("\"mentions\":[[", "\"mentions\":[[0,99999],[", "it points beyond its text")]
    [InlineData("\"id\":\"s2\"", "\"id\":\"s1\"", "two statements have one id")]
    [InlineData("rapporteur/record/1", "rapporteur/record/9", "its schema is rapporteur/record/9")]
    [InlineData("\"statements\":[", "\"statements\":[null,", "a list in it has a hole")]
    [InlineData("\"relays\":[]", "\"relays\":null", "")]
    [InlineData("\"statements\":[", "\"statements\":null,\"x\":[", "")]
    [InlineData("\"agenda\":[]", "\"agenda\":{}", "")]
    public void A_record_that_does_not_hold_together_is_refused(string from, string to, string message)
    {
        var json = System.Text.Encoding.UTF8.GetString(new ArticleDraft { Name = "a" }.Say("Ana Rui", "we stay").Say("Bo Tarn", "we go").Record().ToJson());
        Assert.Equal("a", RecordLines.Read(System.Text.Encoding.UTF8.GetBytes(json)).Document.Id);
        var damaged = System.Text.Encoding.UTF8.GetBytes(json.Replace(from, to, StringComparison.Ordinal));
        Assert.StartsWith(message, Assert.ThrowsAny<System.Text.Json.JsonException>(() => RecordLines.Read(damaged)).Message, StringComparison.Ordinal);
    }

    private static byte[] Export(NewsArchive archive)
    {
        using var stream = new MemoryStream();
        ArchiveExport.Write(archive, RecordExports.Named("jsonl")!.Create(stream), versions: true, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static void Import(NewsArchive archive, byte[] lines)
    {
        foreach (var line in System.Text.Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            archive.Add([ArchiveEntry.Of(Record.FromJson(System.Text.Encoding.UTF8.GetBytes(line)))]);
    }
}
