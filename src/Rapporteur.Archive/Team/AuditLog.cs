using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Team;

/// <summary>What was done at a desk, by whom. It is only added to: the archive refuses to change or shorten it.</summary>
/// <param name="archive">The archive that keeps it, open to write.</param>
public sealed class AuditLog(NewsArchive archive)
{
    /// <summary>Adds entries, all or none of them.</summary>
    public void Add(IReadOnlyList<AuditEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        archive.Write(
            database =>
            {
                foreach (var entry in entries)
                {
                    database.Run(
                        """
                        INSERT INTO audit (at, who, means, source, action, target, result, detail)
                        VALUES ($1, CAST($2 AS TEXT), $3, CAST($4 AS TEXT), $5, CAST($6 AS TEXT), $7, CAST($8 AS TEXT))
                        """,
                        Instant.Stored(entry.At), entry.Who, entry.Means, entry.Source, entry.Action, entry.Target, entry.Result, entry.Detail);
                }

                return entries.Count;
            }, shows: false);
    }

    /// <summary>The entries that fit, those written last first.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="before">Only entries with numbers below this; null for all.</param>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<AuditEntry> Find(AuditQuery query, long? before, int count)
    {
        ArgumentNullException.ThrowIfNull(query);
        return
        [
            .. archive.Read(database => database.Query(
                """
                SELECT id, at, who, means, source, action, target, result, detail FROM audit
                WHERE id < $1
                AND (CAST($2 AS TEXT) IS NULL OR who = CAST($2 AS TEXT) OR lower(who) = lower(CAST($2 AS TEXT)))
                AND (CAST($3 AS TEXT) IS NULL OR action = CAST($3 AS TEXT) OR substr(action, 1, length(CAST($3 AS TEXT)) + 1) = CAST($3 AS TEXT) || '.')
                AND (CAST($4 AS TEXT) IS NULL OR result = CAST($4 AS TEXT))
                AND at >= $5 AND at < $6
                ORDER BY id DESC LIMIT $7
                """,
                Read, before ?? long.MaxValue, query.Who, query.Action, query.Result,
                query.From is { } from ? Instant.Stored(from) : long.MinValue, query.Until is { } until ? Instant.Stored(until) : long.MaxValue, (long)count)),
        ];
    }

    private static AuditEntry Read(Row row) => new(
        Instant.At(row, 1), row.Text(2), row.GetString(3), row.Text(4), row.GetString(5), row.Text(6), row.GetString(7), row.Text(8)) { Id = row.GetInt64(0) };
}
