using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Archive.Store.Sqlite;

/// <summary>A connection to a SQLite file.</summary>
internal sealed class SqliteDatabase : Database
{
    // SQLite's result codes (sqlite.org/rescode.html).
    public const int ReadOnly = 8, CannotOpen = 14;
    private const int NotPermitted = 3, Busy = 5, Locked = 6, NoMemory = 7, Unwritten = 10, Corrupt = 11, Full = 13, NotADatabase = 26;

    // "RAPP": tells an archive from other SQLite files.
    private const int ApplicationId = 0x52415050;

    private readonly string _path;
    private readonly SqliteConnection _connection;

    public SqliteDatabase(string path, SqliteConnection connection) : base(connection)
    {
        _path = path;
        _connection = connection;
        Index = new SqliteIndex(this);
        Numbering = new SqliteNumbering(this);
    }

    /// <inheritdoc/>
    public override StatementIndex Index { get; }

    /// <inheritdoc/>
    public override Numbering Numbering { get; }

    /// <inheritdoc/>
    public override string Dialect => "sqlite";

    /// <inheritdoc/>
    public override long Shape
    {
        get
        {
            // In this order: where another command makes the archive in between, its tables come with the mark of one.
            var holdsTables = Number("SELECT count(*) FROM sqlite_schema") > 0 || Number("PRAGMA user_version") > 0;
            if (holdsTables && Number("PRAGMA application_id") != ApplicationId)
                throw new ArchiveException($"{_path} is not an archive of rapporteur: name another file with --archive");
            return Number("PRAGMA user_version") ?? 0;
        }

        set => Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {value};"));
    }

    /// <inheritdoc/>
    public override string Translated(string script) => script;

    /// <inheritdoc/>
    public override IEnumerable<string> Damages()
    {
        // A full-text index remembers its parts from one search to the next, and only a search asks whether others have changed them:
        // without one, the check would look for parts that are gone.
        Number("SELECT rowid FROM statement_words WHERE statement_words MATCH 'kind : direct' LIMIT 1");
        Number("SELECT rowid FROM fingerprints WHERE fingerprints MATCH '0' LIMIT 1");
        return Query("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok");
    }

    /// <inheritdoc/>
    public override void BeginWriting(Writing writing) => Run("BEGIN IMMEDIATE");

    /// <inheritdoc/>
    /// <remarks>Nobody else writes.</remarks>
    public override bool Lock(string table, IReadOnlyCollection<long> ids) => false;

    /// <inheritdoc/>
    public override void BeginReading() => Run("BEGIN");

    /// <summary>An error of SQLite as what happened to the file and what to do.</summary>
    public static ArchiveException Explained(SqliteException e, string path) => new(
        e.SqliteErrorCode switch
        {
            Busy or Locked => $"another command is writing to {path}: nothing was lost, try again when it is done",
            ReadOnly or NotPermitted => $"{path} may not be written to: it is read-only, or its folder is",
            Full => $"there is no room left on the disk of {path}: what was added before is kept; make room and run the command again",
            CannotOpen => $"{path} cannot be opened: its folder is not there, or may not be used",
            NotADatabase => $"{path} is not an archive of rapporteur: name another file with --archive",
            Corrupt => $"{path} is damaged ({e.Message}): restore a copy of it",
            _ => $"{path} cannot be used: {e.Message}",
        }, e) { IsTemporary = e.SqliteErrorCode is Busy or Locked or Full or NoMemory or Unwritten or CannotOpen or ReadOnly };

    /// <inheritdoc/>
    protected override bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <inheritdoc/>
    protected override ArchiveException Explained(Exception e) =>
        e is SqliteException ours ? Explained(ours, _path) : new ArchiveException($"{_path} cannot be used: {e.Message}", e);
}
