using System.Runtime.InteropServices;

namespace Rapporteur.Archive.Answers;

/// <summary>
/// The answers to requests that were sent under a key of the sender's own: who does not know whether a request arrived sends it
/// again under the same key, and nothing is done twice. They are kept with the archive, so that a restart forgets none.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="clock">Tells when an answer has been kept long enough.</param>
public sealed class KeptAnswers(NewsArchive archive, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What was answered under a key; null where nothing was, or too long ago.</summary>
    /// <param name="who">Who sent it: keys of different people have nothing to do with each other.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public KeptAnswer? Recall(string who, string key) => archive.Read(database => database.Query(
        "SELECT request, status, media_type, location, body FROM answers WHERE who = $1 AND key = $2 AND expires > $3",
        row => new KeptAnswer(
            ImmutableCollectionsMarshal.AsImmutableArray(row.Bytes(0)), row.GetInt32(1), row.Text(2), row.Text(3),
            ImmutableCollectionsMarshal.AsImmutableArray(row.Bytes(4))),
        who, key, Now())) is [var kept] ? kept : null;

    /// <summary>Keeps an answer, and forgets those that have been kept long enough.</summary>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public void Keep(string who, string key, KeptAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        archive.Write(
            database =>
            {
                database.Run("DELETE FROM answers WHERE expires <= $1", Now());
                return database.Run(
                    """
                    INSERT INTO answers (who, key, request, status, media_type, location, body, expires) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    ON CONFLICT (who, key) DO NOTHING
                    """,
                    who, key, answer.Request.ToArray(), answer.Status, answer.MediaType, answer.Location, answer.Body.ToArray(), Now() + (long)Kept.TotalSeconds);
            },
            shows: false);
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeSeconds();
}
