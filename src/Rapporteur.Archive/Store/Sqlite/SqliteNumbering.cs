using System.Globalization;
using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store.Sqlite;

/// <summary>Numbers without gaps: while one writes, nobody else does.</summary>
internal sealed class SqliteNumbering(Database database) : Numbering
{
    /// <inheritdoc/>
    public override IReadOnlyList<long> Articles(int count) =>
        count == 0 ? [] : UpTo(database.Number("UPDATE state SET last_article = last_article + $1 RETURNING last_article", count)!.Value, count);

    /// <inheritdoc/>
    public override IReadOnlyList<long> Packs(IReadOnlyList<long> groups) =>
        groups.Count == 0 ? [] : UpTo((database.Number("SELECT max(id) FROM packs") ?? 0) + groups.Count, groups.Count);

    /// <inheritdoc/>
    public override IReadOnlyList<long> Statements(IReadOnlyList<int?> days)
    {
        var last = new Dictionary<long, long>();
        return [.. days.Select(Next)];

        // The first free number of a day, or of the days that share numbers, then those after it.
        long Next(int? day)
        {
            var first = StatementOrder.First(day);
            if (!last.TryGetValue(first, out var number))
                number = database.Number("SELECT max(id) FROM statements WHERE id BETWEEN $1 AND $2", first, StatementOrder.Last(day)) ?? first - 1;
            if (number == StatementOrder.Last(day)) throw new ArchiveException(string.Create(CultureInfo.InvariantCulture, $"the archive holds too many statements of one day ({number})"));
            return last[first] = number + 1;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<VoiceKey, long> Voices(IEnumerable<VoiceKey> keys)
    {
        var last = database.Number("SELECT max(id) FROM voices") ?? 0;
        return keys.ToDictionary(key => key, key => database.Number("SELECT id FROM voices WHERE kind = $1 AND key = $2", (int)key.Kind, key.Key) ?? ++last);
    }

    private static long[] UpTo(long last, int count)
    {
        var numbers = new long[count];
        for (var i = 0; i < count; i++) numbers[i] = last - count + 1 + i;
        return numbers;
    }
}
