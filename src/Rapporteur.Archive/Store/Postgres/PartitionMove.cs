namespace Rapporteur.Archive.Store.Postgres;

/// <summary>
/// Moves what an archive without partitions holds into partitions, some thousands of rows in a transaction: readers go on, and whoever ends
/// it in between goes on where it was.
/// </summary>
internal static class PartitionMove
{
    private const int RowsAtATime = 5000;
    private const string Suffix = "_parted";

    /// <summary>Moves what is not moved yet. Nobody writes meanwhile (<see cref="Migrations"/>).</summary>
    public static void Run(PostgresDatabase database)
    {
        MakeMonths(database);
        foreach (var table in new[] { "statements", "statement_words", "fingerprints" })
            while (Move(database, table))
            {
            }

        InTransaction(database, () => database.Run(
            "INSERT INTO statement_spans (article, first_id, last_id) SELECT article, min(id), max(id) FROM statements GROUP BY article ON CONFLICT DO NOTHING"));
        database.Script("ANALYZE statements_parted; ANALYZE statement_words_parted; ANALYZE fingerprints_parted");
    }

    private static void MakeMonths(PostgresDatabase database)
    {
        var days = database.Query($"SELECT DISTINCT id / {StatementOrder.NumbersOfDay} FROM statements", row => StatementOrder.Day(row.GetInt64(0)));
        foreach (var month in days.Select(day => PartitionMonth.Of(day?.DayNumber)).OfType<PartitionMonth>().Distinct().Order())
        {
            if (database.Number("SELECT CAST(to_regclass($1) AS bigint)", $"statements_{month.Name}") is not null) continue;
            InTransaction(database, () =>
            {
                database.Partitions.Make(month, Suffix);
                return 0;
            });
        }
    }

    private static bool Move(PostgresDatabase database, string table) => InTransaction(database, () =>
    {
        var last = database.Number("SELECT last_id FROM moved WHERE name = $1", table) ?? -1;
        var moved = database.Number(
            $"""
            WITH batch AS (SELECT * FROM {table} WHERE id > $1 ORDER BY id LIMIT {RowsAtATime}), put AS (INSERT INTO {table}{Suffix} SELECT * FROM batch)
            SELECT max(id) FROM batch
            """,
            last);
        if (moved is null) return false;
        database.Run("INSERT INTO moved (name, last_id) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET last_id = excluded.last_id", table, moved);
        return true;
    });

    private static T InTransaction<T>(PostgresDatabase database, Func<T> work)
    {
        database.BeginWriting(Writing.Shape);
        return database.Complete(work, shows: false);
    }
}
