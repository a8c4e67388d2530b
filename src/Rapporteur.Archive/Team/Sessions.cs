using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Team;

/// <summary>Who is signed in to a desk. Kept in the archive, so that a session ends for good when it is ended.</summary>
/// <param name="archive">The archive that keeps them, open to write.</param>
public sealed class Sessions(NewsArchive archive)
{
    /// <summary>Begins a session.</summary>
    /// <param name="token">The SHA-256 of the token that the person's browser is given.</param>
    /// <param name="account">Who signed in.</param>
    /// <param name="means">How.</param>
    /// <param name="now">The time.</param>
    /// <param name="length">How long it lasts.</param>
    /// <returns>Whether it began: not where the account is disabled.</returns>
    public bool Begin(byte[] token, long account, string means, DateTimeOffset now, TimeSpan length) => archive.Write(
        database =>
        {
            database.Run("DELETE FROM sessions WHERE expires <= $1", Instant.Stored(now));
            if (database.Run("UPDATE accounts SET signed_in = $2 WHERE id = $1 AND disabled = 0", account, Instant.Stored(now)) == 0) return false;
            database.Run(
                "INSERT INTO sessions (token, account, means, started, expires) VALUES ($1, $2, $3, $4, $5)",
                token, account, means, Instant.Stored(now), Instant.Stored(now + length));
            return true;
        }, shows: false);

    /// <summary>The session of a token; null where there is none, or it is over.</summary>
    public Session? Find(byte[] token, DateTimeOffset now) => archive.Read(database => database.Query(
        $"""
        SELECT {Accounts.Columns}, s.means FROM sessions s JOIN accounts a ON a.id = s.account
        WHERE s.token = $1 AND s.expires > $2 AND a.disabled = 0
        """,
        row => new Session(Accounts.Read(row), row.GetString(8)), token, Instant.Stored(now)).SingleOrDefault());

    /// <summary>Ends a session.</summary>
    public void End(byte[] token) => archive.Write(database => database.Run("DELETE FROM sessions WHERE token = $1", token), shows: false);

    /// <summary>Ends all sessions of an account but one.</summary>
    /// <returns>How many.</returns>
    public int EndOthers(long account, byte[] token) => archive.Write(
        database => database.Run("DELETE FROM sessions WHERE account = $1 AND token <> $2", account, token), shows: false);
}
