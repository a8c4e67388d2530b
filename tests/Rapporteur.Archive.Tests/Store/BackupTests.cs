using Rapporteur.Archive.Exchange;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryArchive _place = new();

    public void Dispose() => _place.Dispose();

    private static ArticleDraft Article(int number) => new ArticleDraft { Name = $"a{number}" }.Say("Oda Brandt", $"The boats of harbour {number} will sail");

    private string Copy => Path.Combine(Path.GetDirectoryName(_place.FilePath)!, "copy.archive");

    [Fact]
    public void A_copy_of_a_file_is_an_archive_that_says_the_same()
    {
        using var archive = _place.With([.. Enumerable.Range(1, 50).Select(Article)]);
        archive.Delete(7);
        archive.Backup(Copy);
        using var copy = NewsArchive.Open(Copy, ArchiveAccess.Write);
        Assert.Empty(copy.Check());
        Assert.Equal(Export(archive), Export(copy));
        Assert.Equal(51, copy.Add([Article(51).Entry()])[0].Article);
    }

    [Fact]
    public async Task A_copy_that_is_made_while_others_write_holds_whole_batches()
    {
        using var archive = _place.With(Article(0), Article(1));
        using var done = new CancellationTokenSource();
        var writing = Task.Run(
            () =>
            {
                for (var i = 2; !done.IsCancellationRequested; i += 2) archive.Add([Article(i).Entry(), Article(i + 1).Entry()]);
            }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 5; i++)
        {
            archive.Backup(Copy);
            using (var copy = NewsArchive.Open(Copy, ArchiveAccess.Read))
            {
                Assert.Equal(0, copy.ArticleCount % 2);
                Assert.Empty(copy.Check());
            }

            File.Delete(Copy);
        }

        await done.CancelAsync();
        await writing;
    }

    [Fact]
    public void A_file_that_is_there_is_not_written_over_and_no_half_copy_is_left()
    {
        using var archive = _place.With(Article(1));
        File.WriteAllText(Copy, "mine");
        Assert.Contains("is there already", Assert.Throws<ArchiveException>(() => archive.Backup(Copy)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Copy));
        Assert.Throws<ArchiveException>(() => archive.Backup(Path.Combine(Copy, "in", "no", "folder")));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Copy)!, "*.part"));
    }

    [Fact]
    public void A_database_is_copied_and_restored_by_its_own_programs()
    {
        if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        var server = PostgresServer.Shared;
        var (from, to) = (server.NewDatabase(), server.NewDatabase());
        using var archive = NewsArchive.Open(from, ArchiveAccess.Write);
        archive.Add([.. Enumerable.Range(1, 50).Select(i => Article(i).Entry())]);
        archive.Delete(7);
        Assert.Contains("pg_dump", Assert.Throws<ArchiveException>(() => archive.Backup(Copy)).Message, StringComparison.Ordinal);

        var dump = server.Path("archive.dump");
        server.Command("pg_dump", "--format", "custom", "--file", dump, PostgresServer.NameOf(from));
        server.Command("pg_restore", "--exit-on-error", "--dbname", PostgresServer.NameOf(to), dump);
        using var restored = NewsArchive.Open(to, ArchiveAccess.Write);
        Assert.Empty(restored.Check());
        Assert.Equal(Export(archive), Export(restored));
        Assert.Equal(51, restored.Add([Article(51).Entry()])[0].Article);
    }

    private static byte[] Export(NewsArchive archive)
    {
        using var stream = new MemoryStream();
        ArchiveExport.Write(archive, RecordExports.Named("jsonl")!.Create(stream), versions: true, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
