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
        }, e);

    // postgresql.org/docs/current/errcodes-appendix.html
    private static string Said(PostgresException e, string place) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{place} does not let this user in: check name and password",
        PostgresErrorCodes.InvalidCatalogName => $"there is no such database at {place}: make it with createdb, or name another with --archive",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"this user may not do that at {place} ({e.MessageText}): make the user the database's owner, or grant CREATE on its schema",
        PostgresErrorCodes.LockNotAvailable => $"another command is writing to {place}: nothing was lost, try again when it is done",
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
