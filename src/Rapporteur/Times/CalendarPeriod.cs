using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Rapporteur.Times;

/// <summary>A period of the calendar: its first day and what it is. Knows how TIMEX3 writes it and how to move.</summary>
/// <param name="First">The first day.</param>
/// <param name="Unit">Day, weekend, week, month, quarter, half, year, decade or century.</param>
internal readonly record struct CalendarPeriod(LocalDate First, TimeUnit Unit)
{
    private static readonly IWeekYearRule Weeks = WeekYearRules.Iso;

    // Far beyond any date that news speaks of, well inside what the calendar can reckon with.
    private const int FirstYear = 1;
    private const int LastYear = 9998;

    /// <summary>The period of a kind that holds a day.</summary>
    public static CalendarPeriod Of(LocalDate day, TimeUnit unit) => new(unit switch
    {
        TimeUnit.Week => day.PlusDays(1 - (int)day.DayOfWeek),
        TimeUnit.Weekend => day.PlusDays(6 - (int)day.DayOfWeek),
        TimeUnit.Month => day.PlusDays(1 - day.Day),
        TimeUnit.Quarter => new LocalDate(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        TimeUnit.Half => new LocalDate(day.Year, day.Month <= 6 ? 1 : 7, 1),
        TimeUnit.Year => new LocalDate(day.Year, 1, 1),
        TimeUnit.Decade => new LocalDate(Math.Max(1, day.Year / 10 * 10), 1, 1),
        TimeUnit.Century => new LocalDate(Math.Max(1, day.Year / 100 * 100), 1, 1),
        _ => day,
    }, unit);

    /// <summary>The day of a month in a year; null where there is none.</summary>
    public static CalendarPeriod? Day(int year, int month, int day) =>
        year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? null : new CalendarPeriod(new LocalDate(year, month, day), TimeUnit.Day);

    /// <summary>The period that starts with a month of a year; null outside the calendar.</summary>
    public static CalendarPeriod? Month(int year, int month, TimeUnit unit = TimeUnit.Month) =>
        year is < FirstYear or > LastYear ? null : new CalendarPeriod(new LocalDate(year, month, 1), unit);

    /// <summary>The period so many of its own kind later; null outside the calendar.</summary>
    public CalendarPeriod? Plus(int count)
    {
        var years = Unit switch
        {
            TimeUnit.Century or TimeUnit.Millennium => 100L * count,
            TimeUnit.Decade => 10L * count,
            TimeUnit.Year => count,
            TimeUnit.Half => count / 2,
            TimeUnit.Quarter => count / 4,
            TimeUnit.Month => count / 12,
            TimeUnit.Week or TimeUnit.Weekend => count / 52,
            _ => count / 365,
        };
        if (First.Year + years is < FirstYear + 1 or > LastYear - 1) return null;
        return this with
        {
            First = Unit switch
            {
                TimeUnit.Century => First.PlusYears(100 * count),
                TimeUnit.Decade => First.PlusYears(10 * count),
                TimeUnit.Year => First.PlusYears(count),
                TimeUnit.Half => First.PlusMonths(6 * count),
                TimeUnit.Quarter => First.PlusMonths(3 * count),
                TimeUnit.Month => First.PlusMonths(count),
                TimeUnit.Week or TimeUnit.Weekend => First.PlusWeeks(count),
                _ => First.PlusDays(count),
            },
        };
    }

    /// <summary>The value as TIMEX3 writes it.</summary>
    public string Value => Unit switch
    {
        TimeUnit.Week => Week,
        TimeUnit.Weekend => Week + "-WE",
        TimeUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{First.Month:00}"),
        TimeUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-Q{(First.Month + 2) / 3}"),
        TimeUnit.Half => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-H{(First.Month + 5) / 6}"),
        TimeUnit.Year => First.Year.ToString("0000", CultureInfo.InvariantCulture),
        TimeUnit.Decade => (First.Year / 10).ToString("000", CultureInfo.InvariantCulture),
        TimeUnit.Century => (First.Year / 100).ToString("00", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{First.Month:00}-{First.Day:00}"),
    };

    private string Week => string.Create(CultureInfo.InvariantCulture, $"{Weeks.GetWeekYear(First):0000}-W{Weeks.GetWeekOfWeekYear(First):00}");
}
