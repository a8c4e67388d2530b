using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rapporteur.Times;

/// <summary>The days that a TIMEX3 value covers.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Time">The time of day, where the value names one; 24:00 is the start of the next day.</param>
public readonly record struct TimexPeriod(DateOnly First, DateOnly Last, TimeOnly? Time)
{
    private static readonly Dictionary<string, (int Month, int Length)> Parts = new(StringComparer.Ordinal)
    {
        ["Q1"] = (1, 3), ["Q2"] = (4, 3), ["Q3"] = (7, 3), ["Q4"] = (10, 3), ["H1"] = (1, 6), ["H2"] = (7, 6),
        ["SP"] = (3, 3), ["SU"] = (6, 3), ["FA"] = (9, 3), ["WI"] = (12, 3),
    };

    /// <summary>Reads a value that names a day, week, weekend, month, quarter, half, season or year.</summary>
    /// <returns>False for lengths, sets, references to the past or future, and values that are partly open.</returns>
    public static bool TryParse([NotNullWhen(true)] string? value, out TimexPeriod period)
    {
        period = default;
        if (value is null || value.Length < 4 || !TryNumber(value.AsSpan(0, 4), out var year) || year is < 1 or > 9998) return false;
        var rest = value.AsSpan(4);
        var end = rest.IndexOf('T') is >= 0 and var t ? t : rest.Length;
        if (!Find(year, rest[..end], out period)) return false;
        if (end == rest.Length) return true;
        if (!TryTime(rest[(end + 1)..], out var time, out var nextDay)) return false;
        var shift = nextDay ? 1 : 0;
        period = new TimexPeriod(period.First.AddDays(shift), period.Last.AddDays(shift), time);
        return true;
    }

    private static bool Find(int year, ReadOnlySpan<char> rest, out TimexPeriod period)
    {
        period = default;
        if (rest.IsEmpty) return Months(year, 1, 12, out period);
        if (rest[0] != '-') return false;
        rest = rest[1..];
        if (rest.Length == 2 && TryNumber(rest, out var month)) return month is >= 1 and <= 12 && Months(year, month, 1, out period);
        if (rest.Length == 2 && Parts.TryGetValue(rest.ToString(), out var part)) return Months(year, part.Month, part.Length, out period);
        if (rest.Length == 5 && TryNumber(rest[..2], out month) && TryNumber(rest[3..], out var day))
        {
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
            period = new TimexPeriod(new DateOnly(year, month, day), new DateOnly(year, month, day), null);
            return true;
        }

        if (rest[0] != 'W' || rest.Length < 3 || !TryNumber(rest[1..3], out var week) || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return false;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        if (rest.Length == 3) period = new TimexPeriod(monday, monday.AddDays(6), null);
        else if (rest[3..] is "-WE") period = new TimexPeriod(monday.AddDays(5), monday.AddDays(6), null);
        else return false;
        return true;
    }

    private static bool Months(int year, int month, int count, out TimexPeriod period)
    {
        var first = new DateOnly(year, month, 1);
        period = new TimexPeriod(first, first.AddMonths(count).AddDays(-1), null);
        return true;
    }

    // "T17:30" is a time; "TEV" a part of the day, which has no one time.
    private static bool TryTime(ReadOnlySpan<char> text, out TimeOnly? time, out bool nextDay)
    {
        time = null;
        nextDay = false;
        if (text.Length > 0 && char.IsAsciiLetterUpper(text[0])) return true;
        if (text.Length != 5 || !TryNumber(text[..2], out var hour) || !TryNumber(text[3..], out var minute) || minute > 59 || hour > 24) return false;
        nextDay = hour == 24;
        time = new TimeOnly(hour % 24, minute);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
