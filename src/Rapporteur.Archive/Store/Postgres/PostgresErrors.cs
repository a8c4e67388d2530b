using System.Net.Sockets;
using Npgsql;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>Errors of PostgreSQL and of the way to it as what happened and what to do.</summary>
internal static class PostgresErrors
{
    /// <summary>An error in words for people.</summary>
    /// <param name="e">The error.</param>
    /// <param name="place">Where the archive is.</param>
    /// <param name="connected">Whether there was a connection.</param>
    public static ArchiveException Explained(Exception e, string place, bool connected) => new(
        e switch
        {
            PostgresException theirs => Said(theirs, place),
            _ when connected => $"the connection to {place} was lost ({Cause(e)}): nothing was half-written, try again",
            _ => $"{place} cannot be reached ({Cause(e)}): is the server running, and do host and port name it?",
        }, e)
    {
        IsTemporary = e is PostgresException said ? IsTemporary(said.SqlState) : IsOfTheWay(e),
        IsConflict = IsOfPartitions(e) || e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected },
    };

    /// <summary>Whether a row had no partition to go to: there was one, and another took it away.</summary>
    public static bool IsOfPartitions(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: null };

    // Whole classes: 08 is of connections, 40 of transactions undone for others' sake, 53 of resources (a full disk, no connection left),
    // 57 of a server that stops, starts or was told to stop a command, 58 of its machine. What may only be read may be a server that another
    // takes the place of.
    private static bool IsTemporary(string state) =>
        state[..2] is "08" or "40" or "53" or "57" or "58" || state is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction;

    // Certificates, settings and the like stay wrong.
    private static bool IsOfTheWay(Exception e) =>
        e is SocketException or IOException or TimeoutException or NullReferenceException
        || (e is NpgsqlException or InvalidOperationException && (e.InnerException is null ? e is NpgsqlException : IsOfTheWay(e.InnerException)));

    // postgresql.org/docs/current/errcodes-appendix.html
    private static string Said(PostgresException e, string place) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{place} does not let this user in: check name and password",
        PostgresErrorCodes.InvalidCatalogName => $"there is no such database at {place}: make it with createdb, or name another with --archive",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"this user may not do that at {place} ({e.MessageText}): make the user the database's owner, or grant CREATE on its schema",
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => $"another command is writing to {place}: nothing was lost, try again when it is done",
        PostgresErrorCodes.DiskFull => $"there is no room left on the disk of {place}: what was added before is kept; make room and run the command again",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"{place} may not be written to: it is read-only, or was opened to be read",
        PostgresErrorCodes.TooManyConnections => $"{place} has no connection left for us ({e.MessageText}): try again later, or raise max_connections",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
            $"{place} is shutting down or starting up: nothing was half-written, try again when it runs",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => $"{place} is damaged ({e.MessageText}): restore a copy of it",
        _ => $"{place} cannot be used: {e.MessageText}",
    };

    // The innermost says what happened: "Connection refused".
    private static string Cause(Exception e)
    {
        while (e.InnerException is { } inner) e = inner;
        return e.Message;
    }
}
