using System.Globalization;
using NodaTime;

namespace Rapporteur.Times;

/// <summary>Finds the day of a holiday by its rule: see the language pack's list of holidays for the notation.</summary>
internal static class Holidays
{
    /// <summary>The day of the holiday in a year; null outside the calendar.</summary>
    public static CalendarPeriod? In(int year, string rule)
    {
        if (year is < 1 or > 9998) return null;
        if (rule.StartsWith("easter", StringComparison.Ordinal))
            return new CalendarPeriod(Easter(year).PlusDays(int.Parse(rule.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)), TimeUnit.Day);
        var parts = rule.Split('-');
        var month = int.Parse(parts[0], CultureInfo.InvariantCulture);
        if (parts.Length == 2) return CalendarPeriod.Day(year, month, int.Parse(parts[1], CultureInfo.InvariantCulture));

        var number = parts[1][1] - '0';
        var weekday = (IsoDayOfWeek)int.Parse(parts[2], CultureInfo.InvariantCulture);
        const int Last = 9;
        var day = number == Last
            ? new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month)).PlusDays(1).Previous(weekday)
            : new LocalDate(year, month, 1).PlusDays(-1).Next(weekday).PlusWeeks(number - 1);
        return new CalendarPeriod(day, TimeUnit.Day);
    }

    // The Gregorian computus of an anonymous correspondent to Nature, 1876, as given by Meeus, Astronomical Algorithms, ch. 8.
    private static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new LocalDate(year, n / 31, n % 31 + 1);
    }
}
