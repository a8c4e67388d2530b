using System.Globalization;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>
/// The months that large tables have partitions for, made when the first article of a month comes. There is no partition for what is
/// left over: the first and the last go on without end, so that a new one is hung in without a lock that anybody who reads or writes waits
/// for (postgresql.org/docs/current/sql-altertable.html, ATTACH PARTITION).
/// </summary>
internal sealed class PostgresPartitions(PostgresDatabase database)
{
    // How many months are looked through at once, from the latest: more and more, so that a rare word is not looked for month by month.
    private static readonly int[] Portions = [2, 6, 24];
    private static readonly TimeSpan Current = TimeSpan.FromMinutes(1);

    private readonly SortedSet<PartitionMonth> _months = [];
    private long _asked;

    /// <summary>Makes what is missing for statements and records of some days, outside of a transaction. Of two who make the same, one does.</summary>
    public void Make(IEnumerable<int?> days)
    {
        List<PartitionMonth> wanted = [.. days.Select(PartitionMonth.Of).OfType<PartitionMonth>().Distinct().Where(month => !_months.Contains(month))];
        if (wanted.Count == 0) return;
        database.BeginWriting(Writing.Articles);
        database.Complete(
            () =>
            {
                database.LockPartitions();
                Ask();
                foreach (var month in wanted.Where(month => !_months.Contains(month)).Order()) Make(month, "");
                return true;
            },
            shows: false);
        _months.UnionWith(wanted);
    }

    /// <summary>Makes the partitions of a month, within a transaction, in tables whose names end in <paramref name="suffix"/>.</summary>
    public void Make(PartitionMonth month, string suffix)
    {
        var next = month.After(1);
        database.Script(string.Join('\n',
            Table($"statements{suffix}", $"statements_{month.Name}", month.FirstStatement, next.FirstStatement),
            Table($"statement_words{suffix}", $"statement_words_{month.Name}", month.FirstStatement, next.FirstStatement),
            ShortList($"statement_words_{month.Name}_words_idx"),
            Table("packs", $"packs_{month.Name}", month.FirstPack, next.FirstPack)));

        // Fingerprints are asked for of all time at once, so that there are fewer and larger ones.
        var year = string.Create(CultureInfo.InvariantCulture, $"fingerprints_{month.Year}");
        if (database.Number("SELECT CAST(to_regclass($1) AS bigint)", year) is null)
            database.Script(Table($"fingerprints{suffix}", year, month.January.FirstStatement, month.January.After(12).FirstStatement) + ShortList($"{year}_fingerprints_idx"));
    }

    /// <summary>Takes months before a day away that hold nothing any more, outside of a transaction. What others read just now stays for another time.</summary>
    public void RemoveEmpty(DateOnly before)
    {
        Ask();
        foreach (var month in _months.Where(month => month.After(1).CompareTo(PartitionMonth.Of(before.DayNumber) ?? PartitionMonth.End) <= 0).ToList())
        {
            RemoveEmpty([$"statements_{month.Name}", $"statement_words_{month.Name}", $"packs_{month.Name}"]);
            if (month.Year < before.Year) RemoveEmpty([string.Create(CultureInfo.InvariantCulture, $"fingerprints_{month.Year}")]);
        }

        Forget();
    }

    private void RemoveEmpty(string[] tables)
    {
        try
        {
            database.BeginWriting(Writing.Articles);
            database.Complete(
                () =>
                {
                    database.LockPartitions();
                    if (tables.Any(table => database.Number("SELECT CAST(to_regclass($1) AS bigint)", table) is null)) return false;
                    database.Script($"SET LOCAL lock_timeout = 300; LOCK TABLE {string.Join(", ", tables)}");
                    if (tables.Any(table => database.Number($"SELECT 1 FROM {table} LIMIT 1") is not null)) return false;
                    database.Script($"DROP TABLE {string.Join(", ", tables)}");
                    return true;
                },
                shows: false);
        }
        catch (ArchiveException e) when (e.IsTemporary && !database.IsBroken)
        {
            // An empty table does no harm.
        }
    }

    /// <summary>Forgets which there are: another has taken one away.</summary>
    public void Forget()
    {
        _asked = 0;
        _months.Clear();
    }

    /// <summary>A range of numbers of statements in parts, each of some partitions.</summary>
    public IReadOnlyList<(long First, long Last)> Parts(long first, long last)
    {
        if (_asked == 0 || Environment.TickCount64 - _asked > Current.TotalMilliseconds) Ask();
        var starts = new List<long>();
        var passed = 0;
        foreach (var portion in Portions)
            if (_months.Count > (passed += portion)) starts.Add(_months.Reverse().ElementAt(passed - 1).FirstStatement);
        var parts = new List<(long First, long Last)>();
        foreach (var start in starts.Where(start => start > first && start <= last))
        {
            parts.Add((start, last));
            last = start - 1;
        }

        parts.Add((first, last));
        parts.Reverse();
        return parts;
    }

    private void Ask()
    {
        const string Beginning = "statements_";
        _months.Clear();
        _months.UnionWith(database.Query(
            "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = to_regclass('statements') AND c.relname ~ '^statements_[0-9]{4}_[0-9]{2}$'",
            row => PartitionMonth.Parse(row.GetString(0)[Beginning.Length..])));
        _asked = Environment.TickCount64;
    }

    // Of what waits to come into an inverted index, in kilobytes: each search reads through it, of each partition.
    private static string ShortList(string index) => $"ALTER INDEX {index} SET (gin_pending_list_limit = 256);";

    private static string Table(string parent, string name, long first, long next) => string.Create(
        CultureInfo.InvariantCulture,
        $"CREATE TABLE {name} (LIKE {parent} INCLUDING ALL); ALTER TABLE {parent} ATTACH PARTITION {name} FOR VALUES FROM ({first}) TO ({next});");
}
