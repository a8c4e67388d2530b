using Microsoft.Data.Sqlite;

namespace Rapporteur.Archive.Store.Sqlite;

/// <summary>An archive in one SQLite file, in the mode in which many read while one writes (sqlite.org/wal.html).</summary>
/// <param name="path">The file.</param>
/// <param name="access">What it is opened for.</param>
/// <param name="patience">How long others who write are waited for.</param>
internal sealed class SqliteEngine(string path, ArchiveAccess access, TimeSpan patience) : Engine
{
    private const int FewestReaders = 4, ManyReaders = 16;

    // The connections that are used when nobody else reads may remember much, those for a crowd little: the system remembers pages, too.
    private const int CacheInKilobytes = 32 * 1024, CacheInACrowd = 4 * 1024;
    private const int PageSize = 4096, PagesBetweenCheckpoints = 4000;
    private int _readers;

    static SqliteEngine() => SQLitePCL.Batteries_V2.Init();

    /// <inheritdoc/>
    public override string Place => path;

    /// <inheritdoc/>
    public override int MostReaders { get; } = Math.Clamp(2 * Environment.ProcessorCount, FewestReaders, ManyReaders);

    /// <inheritdoc/>
    public override Database ConnectToRead()
    {
        if (!File.Exists(path)) throw new ArchiveException($"there is no archive at {path}: name another with --archive, or make one by adding articles");
        var cache = Interlocked.Increment(ref _readers) == 1 ? CacheInKilobytes : CacheInACrowd;
        try
        {
            return Connect(SqliteOpenMode.ReadOnly, path, cache);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteDatabase.CannotOpen or SqliteDatabase.ReadOnly && !File.Exists(path + "-wal"))
        {
            // Readers of a file that others may write to keep a note beside it. Where none can be made, nobody else writes either.
            return Explained(() => Connect(SqliteOpenMode.ReadOnly, new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", cache));
        }
        catch (SqliteException e)
        {
            throw SqliteDatabase.Explained(e, path);
        }
    }

    /// <inheritdoc/>
    public override Database ConnectToWrite() =>
        access == ArchiveAccess.Read ? ConnectToRead() : Explained(() => Connect(SqliteOpenMode.ReadWriteCreate, path, CacheInKilobytes));

    /// <inheritdoc/>
    /// <remarks>Written anew page by page (VACUUM INTO): pages that are no longer used are not copied; the copy is put in place when it is whole and on the disk.</remarks>
    public override void Backup(string file)
    {
        if (File.Exists(file)) throw new ArchiveException($"{file} is there already: name another file, or take it away first");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        if (!Directory.Exists(folder)) throw new ArchiveException($"there is no folder {folder} to copy the archive into");
        var partial = $"{file}.{Path.GetRandomFileName()}.part";
        try
        {
            using (var database = ConnectToRead()) database.Run("VACUUM INTO $1", partial);
            using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) copy.Flush(flushToDisk: true);
            File.Move(partial, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"{file} cannot be written: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(partial)) File.Delete(partial);
        }
    }

    private SqliteDatabase Connect(SqliteOpenMode mode, string source, int cache)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(patience.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            settings.CommandText = $"PRAGMA cache_size = -{cache}; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                + (mode == SqliteOpenMode.ReadOnly ? " PRAGMA schema_version;" : $" PRAGMA page_size = {PageSize}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints};");
            settings.ExecuteNonQuery();
            return new SqliteDatabase(path, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteDatabase Explained(Func<SqliteDatabase> connect)
    {
        try
        {
            return connect();
        }
        catch (SqliteException e)
        {
            throw SqliteDatabase.Explained(e, path);
        }
    }
}
