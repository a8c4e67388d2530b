using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Rapporteur.Archive;

/// <summary>An archive cannot be opened, read or written. The message says in one line, for people, what, where, and what to do.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>With the message, and what led to it where something did.</summary>
    public ArchiveException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>
    /// Whether the same call may well succeed later, because it failed for what the store could not do at the moment and not for what
    /// it was given: it does not answer, is starting or stopping, has no room left, or others were writing.
    /// </summary>
    public bool IsTemporary => InnerException switch
    {
        SqliteException e => e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_NOMEM or raw.SQLITE_READONLY,
        PostgresException e => e.IsTransient || e.SqlState[..2] is "08" or "40" or "53" or "55" or "57" or "58" || e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction,
        DbException or IOException or TimeoutException => true,
        _ => false,
    };
}
