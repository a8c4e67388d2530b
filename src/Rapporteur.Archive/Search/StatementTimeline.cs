using System.Collections.Immutable;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Search;

/// <summary>By what the statements of a timeline are told apart.</summary>
public enum TimelineSplit
{
    /// <summary>By nothing.</summary>
    None,

    /// <summary>By who is named as the speaker.</summary>
    Speaker,

    /// <summary>By the code of the speaker's actor.</summary>
    Actor,

    /// <summary>By what they do; a statement that does several things counts for each.</summary>
    Act,

    /// <summary>By who published them.</summary>
    Outlet,
}

/// <summary>Some statements over time.</summary>
/// <param name="Value">What they have in common; null for all, or for those that have none of the values shown.</param>
/// <param name="Days">The days on which there are any, the first first.</param>
public sealed record TimelineSeries(string? Value, ImmutableArray<DayCount> Days)
{
    /// <summary>How many statements there are on these days.</summary>
    public int Statements => Days.Sum(day => day.Statements);
}

/// <summary>The statements that a query finds, counted by day. What has no day is in none.</summary>
/// <param name="Series">One, or one for each of the values that most have, and one for the rest.</param>
/// <param name="Counted">How many statements were counted: the latest, where there are more than the most.</param>
/// <param name="IsAll">Whether these are all.</param>
public sealed record StatementTimeline(ImmutableArray<TimelineSeries> Series, int Counted, bool IsAll)
{
    /// <summary>How many statements are counted at most.</summary>
    public const int Most = 20_000;

    /// <summary>How many at most where they are told apart, as each must then be looked at.</summary>
    public const int MostSplit = 5_000;

    /// <summary>How many values have a series of their own.</summary>
    public const int MostSeries = 6;

    internal static StatementTimeline Of(WordQuery query, TimelineSplit split) => split == TimelineSplit.None ? Whole(query) : Parted(query, split);

    private static StatementTimeline Whole(WordQuery query)
    {
        var days = query.LatestDays(Most + 1);
        var counted = days.Sum(day => day.Statements);
        var isAll = counted <= Most;
        return new StatementTimeline(
            [new TimelineSeries(null, [.. days.Select(day => (Day: StatementOrder.Day(day.High), day.Statements)).Where(day => day.Day is not null).Select(day => new DayCount(day.Day!.Value, day.Statements))])],
            isAll ? counted : Most, isAll);
    }

    private static StatementTimeline Parted(WordQuery query, TimelineSplit split)
    {
        var column = split switch
        {
            TimelineSplit.Speaker => "CASE WHEN s.voice IS NULL THEN NULL ELSE s.speaker END",
            TimelineSplit.Actor => "s.actor",
            TimelineSplit.Act => "s.act",
            _ => "s.outlet",
        };
        var rows = query.Latest($"s.day, {column}", row => (Day: row.IsDBNull(0) ? (int?)null : row.GetInt32(0), Value: row.Text(1) ?? ""), MostSplit + 1);
        var isAll = rows.Count <= MostSplit;
        if (!isAll) rows.RemoveAt(rows.Count - 1);
        var counted = rows.Count;
        if (split == TimelineSplit.Act)
            rows = [.. rows.SelectMany(row => row.Value.Length == 0 ? [row] : row.Value.Split(' ').Select(act => row with { Value = act }))];
        string[] shown =
        [
            .. rows.Where(row => row.Value.Length > 0).CountBy(row => row.Value, StringComparer.Ordinal)
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(MostSeries).Select(count => count.Key),
        ];
        var series = shown.Select(value => Over(value, rows.Where(row => row.Value == value))).ToList();
        if (Over(null, rows.Where(row => !shown.Contains(row.Value))) is { Days.Length: > 0 } rest) series.Add(rest);
        return new StatementTimeline([.. series], counted, isAll);
    }

    private static TimelineSeries Over(string? value, IEnumerable<(int? Day, string Value)> rows) => new(
        value, [.. rows.Where(row => row.Day is not null).CountBy(row => row.Day!.Value).OrderBy(day => day.Key).Select(day => new DayCount(DateOnly.FromDayNumber(day.Key), day.Value))]);
}
