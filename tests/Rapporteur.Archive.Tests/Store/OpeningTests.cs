using Microsoft.Data.Sqlite;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryArchive _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void An_archive_that_is_not_there_is_not_made_by_reading()
    {
        var problem = Assert.Throws<ArchiveException>(() => _place.Open(ArchiveAccess.Read));
        Assert.Contains(_place.FilePath, problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.FilePath));
    }

    [Fact]
    public void An_archive_that_nobody_has_open_is_one_file()
    {
        using (var archive = _place.With(new ArticleDraft().Say("Oda Brandt", "We agree"))) Assert.Equal(1, archive.ArticleCount);
        Assert.Equal([_place.FilePath], Directory.EnumerateFiles(Path.GetDirectoryName(_place.FilePath)!));
    }

    [Fact]
    public void A_file_of_something_else_is_left_alone()
    {
        File.WriteAllText(_place.FilePath, new string('x', 5000));
        Assert.Contains("not an archive", Assert.Throws<ArchiveException>(() => _place.Open()).Message, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(_place.FilePath).Length);
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        Execute("CREATE TABLE recipes (name TEXT)");
        Assert.Contains("not an archive", Assert.Throws<ArchiveException>(() => _place.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_a_later_version_is_refused()
    {
        _place.With().Dispose();
        Execute("PRAGMA user_version = 1000");
        Assert.Contains("later", Assert.Throws<ArchiveException>(() => _place.Open()).Message, StringComparison.Ordinal);
        Assert.Contains("later", Assert.Throws<ArchiveException>(() => _place.Open(ArchiveAccess.Read)).Message, StringComparison.Ordinal);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_place.FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
