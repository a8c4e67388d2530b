using Microsoft.Data.Sqlite;

namespace Rapporteur.Archive.Store;

/// <summary>One connection to a SQLite file: its settings, prepared commands, transactions, and errors in words for people.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal sealed class Database : IDisposable
{
    private const int CacheInKilobytes = 32 * 1024, PageSize = 4096, PagesBetweenCheckpoints = 4000;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    static Database() => SQLitePCL.Batteries_V2.Init();

    private Database(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
    }

    /// <summary>Opens a file; for writing it is made where it is not there.</summary>
    /// <exception cref="ArchiveException">It cannot be opened, or is no SQLite file.</exception>
    public static Database Open(string path, ArchiveAccess access, TimeSpan patience)
    {
        if (access == ArchiveAccess.Read && !File.Exists(path))
            throw new ArchiveException($"there is no archive at {path}: name another with --archive, or make one by adding articles");
        try
        {
            return Connect(path, access == ArchiveAccess.Read ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate, path, patience);
        }
        catch (SqliteException e) when (access == ArchiveAccess.Read && e.SqliteErrorCode is Codes.CannotOpen or Codes.ReadOnly && !File.Exists(path + "-wal"))
        {
            // Readers of a file that others may write to keep a note beside it. Where none can be made, nobody else writes either.
            return Guarded(path, () => Connect(path, SqliteOpenMode.ReadOnly, new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", patience));
        }
        catch (SqliteException e)
        {
            throw Explained(e, path);
        }
    }

    /// <summary>Runs a statement and gives the number of rows that it changed. Values stand for $1, $2, ...</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Prepared(sql, values);
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            throw Explained(e, _path);
        }
    }

    /// <summary>All rows of a query. Values stand for $1, $2, ...</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Prepared(sql, values);
        try
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read()) rows.Add(read(reader));
            return rows;
        }
        catch (SqliteException e)
        {
            throw Explained(e, _path);
        }
    }

    /// <summary>The number that a query gives; null where it gives no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) =>
        Query(sql, row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), values) is [var number, ..] ? number : null;

    /// <summary>Runs several statements that are not worth keeping prepared.</summary>
    public void Script(string sql) => Guarded(_path, () =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });

    /// <summary>Does something whole or not at all, alone among those who write.</summary>
    public T Transaction<T>(Func<T> work)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            Run("COMMIT");
            return result;
        }
        catch
        {
            // A full disk rolls back by itself; then there is nothing left to roll back.
            if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0) Run("ROLLBACK");
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        _connection.Dispose();
    }

    private static Database Connect(string path, SqliteOpenMode mode, string source, TimeSpan patience)
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
            settings.CommandText = $"PRAGMA cache_size = -{CacheInKilobytes}; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;"
                + (mode == SqliteOpenMode.ReadOnly ? " PRAGMA schema_version;" : $" PRAGMA page_size = {PageSize}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints};");
            settings.ExecuteNonQuery();
            return new Database(path, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw Explained(e, path);
        }
    }

    private static ArchiveException Explained(SqliteException e, string path) => new(
        e.SqliteErrorCode switch
        {
            Codes.Busy or Codes.Locked => $"another command is writing to {path}: nothing was lost, try again when it is done",
            Codes.ReadOnly or Codes.NotPermitted => $"{path} may not be written to: it is read-only, or its folder is",
            Codes.Full => $"there is no room left on the disk of {path}: what was added before is kept; make room and run the command again",
            Codes.CannotOpen => $"{path} cannot be opened: its folder is not there, or may not be used",
            Codes.NotADatabase => $"{path} is not an archive of rapporteur: name another file with --archive",
            Codes.Corrupt => $"{path} is damaged ({e.Message}): restore a copy of it",
            _ => $"{path} cannot be used: {e.Message}",
        }, e);

    /// <summary>SQLite's result codes (sqlite.org/rescode.html).</summary>
    private static class Codes
    {
        public const int NotPermitted = 3, Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;
    }
}
