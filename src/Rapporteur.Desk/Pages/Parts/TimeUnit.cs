using System.Globalization;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>What one bar of a timeline stands for.</summary>
public enum TimeUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>Days gathered into units.</summary>
internal static class TimeUnits
{
    private const int MostBars = 62, DaysOfWeek = 7, DaysOfMonth = 31;

    /// <summary>The smallest unit in which these days fit into a chart.</summary>
    public static TimeUnit Fitting(DateOnly first, DateOnly last) => (last.DayNumber - first.DayNumber + 1) switch
    {
        <= MostBars => TimeUnit.Day,
        <= MostBars * DaysOfWeek => TimeUnit.Week,
        <= MostBars * DaysOfMonth => TimeUnit.Month,
        _ => TimeUnit.Year,
    };

    /// <summary>The first day of the unit that a day is in.</summary>
    public static DateOnly Start(this TimeUnit unit, DateOnly day) => unit switch
    {
        TimeUnit.Week => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - ((int)day.DayOfWeek + 6) % DaysOfWeek)),
        TimeUnit.Month => new DateOnly(day.Year, day.Month, 1),
        TimeUnit.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    };

    /// <summary>The last day of the unit that begins on a day.</summary>
    public static DateOnly End(this TimeUnit unit, DateOnly start) => unit switch
    {
        TimeUnit.Week => DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, start.DayNumber + DaysOfWeek - 1)),
        TimeUnit.Month => new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)),
        TimeUnit.Year => new DateOnly(start.Year, 12, 31),
        _ => start,
    };

    /// <summary>What the unit that begins on a day is called.</summary>
    public static string Name(this TimeUnit unit, DateOnly start) => unit switch
    {
        TimeUnit.Week => $"{Shown.Day(start)} to {Shown.Day(unit.End(start))}",
        TimeUnit.Month => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        TimeUnit.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => Shown.Day(start),
    };

    /// <summary>The days of the unit as a query writes them.</summary>
    public static string Term(this TimeUnit unit, DateOnly start) => unit switch
    {
        TimeUnit.Week => $"day:{Shown.Iso(start)}..{Shown.Iso(unit.End(start))}",
        TimeUnit.Month => $"day:{start.ToString("yyyy-MM", CultureInfo.InvariantCulture)}",
        TimeUnit.Year => $"day:{start.ToString("yyyy", CultureInfo.InvariantCulture)}",
        _ => $"day:{Shown.Iso(start)}",
    };
}
