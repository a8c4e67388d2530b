using Xunit;

namespace Rapporteur.Archive.Tests.Store;

/// <summary>What goes wrong outside the archive: others who write, disks that are full or read-only, damage.</summary>
public sealed class AdversityTests : IDisposable
{
    private readonly TemporaryArchive _place = new();

    public void Dispose() => _place.Dispose();

    private static ArticleDraft Article(int number) => new ArticleDraft { Name = $"a{number}" }.Say("Oda Brandt", $"Number {number}");

    [Fact]
    public void A_full_disk_is_told_and_loses_nothing_that_was_added_before()
    {
        using (var archive = _place.With(Article(1)))
        {
            archive.Write(database => database.Number("PRAGMA max_page_count = 60"));
            var problem = Assert.Throws<ArchiveException>(() => archive.Add([.. Enumerable.Range(2, 500).Select(i => Article(i).Entry())]));
            Assert.Contains("no room left", problem.Message, StringComparison.Ordinal);
            Assert.Equal((1, 1), (archive.ArticleCount, archive.StatementCount));
            Assert.Empty(archive.Check());
        }

        using var roomier = _place.Open();
        roomier.Add([.. Enumerable.Range(1, 501).Select(i => Article(i).Entry())]);
        Assert.Equal(501, roomier.ArticleCount);
    }

    [Fact]
    public void A_read_only_archive_can_be_read_and_says_why_it_cannot_be_written_to()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may write to what is read-only");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs the permissions of POSIX");
        if (OperatingSystem.IsWindows()) return;
        _place.With(Article(1)).Dispose();
        File.SetUnixFileMode(_place.FilePath, UnixFileMode.UserRead);
        var folder = Path.GetDirectoryName(_place.FilePath)!;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            using (var archive = _place.Open(ArchiveAccess.Read)) Assert.Equal(1, archive.ArticleCount);
            Assert.Contains("read-only", Assert.Throws<ArchiveException>(() => _place.Open()).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Damage_is_found_and_told_not_passed_on()
    {
        _place.With([.. Enumerable.Range(0, 300).Select(Article)]).Dispose();
        using (var file = File.OpenWrite(_place.FilePath))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[3 * 4096]);
        }

        try
        {
            using var archive = _place.Open(ArchiveAccess.Read);
            Assert.NotEmpty(archive.Check());
        }
        catch (ArchiveException e)
        {
            Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
        }
    }
}
