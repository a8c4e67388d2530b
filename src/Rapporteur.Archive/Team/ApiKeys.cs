using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Team;

/// <summary>The keys that programs come to a desk with.</summary>
/// <param name="archive">The archive that keeps them, open to write.</param>
public sealed class ApiKeys(NewsArchive archive)
{
    private const string Select =
        $"SELECT {Accounts.Columns}, k.id, k.prefix, k.name, k.scope, k.created, k.expires, k.revoked, k.used FROM api_keys k LEFT JOIN accounts a ON a.id = k.maker";

    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    /// <summary>All keys, the newest first; those that have ended too.</summary>
    public ImmutableArray<ApiKey> All() => [.. archive.Read(database => database.Query($"{Select} ORDER BY k.id DESC", Read))];

    /// <summary>A key by its number; null where there is none.</summary>
    public ApiKey? Find(long id) => archive.Read(database => database.Query($"{Select} WHERE k.id = $1", Read, id).SingleOrDefault());

    /// <summary>A key by its secret, whether or not it still holds; null where there is none.</summary>
    /// <param name="hash">The SHA-256 of the whole key.</param>
    public ApiKey? Find(byte[] hash) => archive.Read(database => database.Query($"{Select} WHERE k.hash = $1", Read, hash).SingleOrDefault());

    /// <summary>Makes a key.</summary>
    /// <param name="hash">The SHA-256 of the whole key.</param>
    /// <param name="prefix">How it begins.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="scope">What may be done with it.</param>
    /// <param name="maker">Who makes it; null for the server's owner.</param>
    /// <param name="now">The time.</param>
    /// <param name="expires">When it ends by itself.</param>
    public ApiKey Add(byte[] hash, string prefix, string name, Role scope, long? maker, DateTimeOffset now, DateTimeOffset expires) => archive.Write(
        database =>
        {
            var id = database.Number(
                """
                INSERT INTO api_keys (hash, prefix, name, scope, maker, created, expires)
                VALUES ($1, $2, $3, $4, CAST($5 AS BIGINT), $6, $7) RETURNING id
                """,
                hash, prefix, name, scope.Name(), maker, Instant.Stored(now), Instant.Stored(expires));
            return database.Query($"{Select} WHERE k.id = $1", Read, id).Single();
        }, shows: false);

    /// <summary>Takes a key back, for good.</summary>
    /// <returns>Whether it held until now.</returns>
    public bool Revoke(long id, DateTimeOffset now) => archive.Write(
        database => database.Run("UPDATE api_keys SET revoked = $2 WHERE id = $1 AND revoked IS NULL", id, Instant.Stored(now)) == 1, shows: false);

    /// <summary>Notes that a key was used, once a minute at most.</summary>
    public void NoteUse(ApiKey key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Used is { } before && now - before < UseIsNoted) return;
        archive.Write(database => database.Run("UPDATE api_keys SET used = $2 WHERE id = $1", key.Id, Instant.Stored(now)), shows: false);
    }

    private static ApiKey Read(Row row) => new(
        row.GetInt64(8), row.GetString(9), row.GetString(10), RoleNames.Of(row.GetString(11)) ?? Role.Reader, row.IsDBNull(0) ? null : Accounts.Read(row),
        Instant.At(row, 12), Instant.At(row, 13), Instant.Or(row, 14), Instant.Or(row, 15));
}
