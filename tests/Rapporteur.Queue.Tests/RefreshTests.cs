using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Queue.Tests;

/// <summary>What an older reader has read, workers read anew.</summary>
public sealed class RefreshTests : QueueTest
{
    private static readonly string Model = Reader.English.Identity.Model;

    private Record AddAsOlder(Article article)
    {
        var record = Record.From(Reader.English.Read(article));
        Archive.Add([ArchiveEntry.Of(record with { Statements = [], Reader = record.Reader with { Version = "0.0.1", Model = "older/1" } })]);
        return record;
    }

    private async Task SubmitOld()
    {
        foreach (var old in Archive.ReadByOthers(Reader.English.Identity, null, 100)) await Queue.SubmitAsync(QueueMessage.Of(old, Model), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Versions_are_read_anew_and_keep_their_numbers()
    {
        var first = AddAsOlder(Article(1));
        var changed = AddAsOlder(Article(1) with { Text = Article(1).Text + "\nOda Brandt said that it would rain.\n" });
        await SubmitOld();
        await WorkAll();
        Assert.Equal((1, 2), (Archive.ArticleCount, Archive.Versions(1).Length));
        Assert.Equal(first.ToJson(), Archive.Record(1, 1)!.ToJson());
        Assert.Equal(changed.ToJson(), Archive.Record(1, 2)!.ToJson());
        Assert.Equal(changed.Statements.Length, Archive.Statements(1).Length);
    }

    [Fact]
    public async Task What_was_deleted_or_refreshed_meanwhile_is_done()
    {
        AddAsOlder(Article(1));
        AddAsOlder(Article(2));
        await SubmitOld();
        Archive.Delete(1);
        await WorkAll();
        Assert.Equal(1, Archive.ArticleCount);
        Assert.Empty(await Parked());
        Assert.Empty(Archive.ReadByOthers(Reader.English.Identity, null, 10));
    }
}
