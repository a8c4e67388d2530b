using NodaTime;

namespace Rapporteur.Times;

/// <summary>A meaning with its value fixed.</summary>
internal readonly record struct ResolvedTime(TimeType Type, string Value);

/// <summary>
/// Fixes the values of time expressions, one after another in the order of the text: against the day of publication, the way the
/// words around them point, and the dates already spoken of.
/// </summary>
internal sealed class TimeResolver(LocalDate? publication)
{
    private static readonly Dictionary<string, int> SeasonStart = new(StringComparer.Ordinal) { ["SP"] = 3, ["SU"] = 6, ["FA"] = 9, ["WI"] = 12 };

    // The date last spoken of, and the part of the year that figures are compared for.
    private CalendarPeriod? _mentioned;
    private CalendarPeriod? _compared;
    private CalendarPeriod? _quarter;

    /// <summary>The value of <paramref name="meaning"/>.</summary>
    /// <param name="meaning">What the words mean.</param>
    /// <param name="direction">Which way the words around point.</param>
    public ResolvedTime Resolve(TimeMeaning meaning, Direction direction)
    {
        switch (meaning)
        {
            case FixedMeaning known:
                if (known.Type == TimeType.Duration && known.Value is ['P', _, 'M'] or ['P', _, _, 'M'] && publication is { } day && _compared is not null)
                    _compared = CalendarPeriod.Of(day, TimeUnit.Year);
                return new ResolvedTime(known.Type, known.Value);
            case TimeOfDayMeaning time:
                return new ResolvedTime(TimeType.Time, DayOf(time.Day, direction) + time.Suffix);
            case SeasonMeaning season:
                return new ResolvedTime(TimeType.Date, Season(season, direction));
            case DecadeMeaning decade:
                return new ResolvedTime(TimeType.Date, publication is { } today ? $"{(today.Year / 100 * 100 + decade.Tens > today.Year ? today.Year / 100 - 1 : today.Year / 100)}{decade.Tens / 10}" : $"XX{decade.Tens / 10}");
        }

        if (direction == Direction.Present) direction = meaning is WeekdayMeaning or DayMeaning or HolidayMeaning ? Direction.Future : Direction.None;
        var period = Find(meaning, direction);
        if (period is { } found)
        {
            _mentioned = found;
            if (found.Unit is TimeUnit.Quarter or TimeUnit.Half && found.Plus(1) is { } next && next.First <= publication)
                _compared = _quarter = found;
        }

        return new ResolvedTime(TimeType.Date, period?.Value ?? Open(meaning));
    }

    private CalendarPeriod? Find(TimeMeaning meaning, Direction direction) => meaning switch
    {
        YearMeaning m => Year(m.Year) is { } year ? CalendarPeriod.Month(year, 1, TimeUnit.Year) : null,
        DayMeaning m => DayInYear(m.Year, direction, year => CalendarPeriod.Day(year, m.Month, m.Day)),
        HolidayMeaning m => DayInYear(m.Year, direction, year => Holidays.In(year, m.Rule)),
        SlashedMeaning m => Slashed(m),
        MonthMeaning m => Month(m, direction),
        WeekdayMeaning m => Weekday(m, direction),
        PartOfYearMeaning m => PartOfYear(m, direction),
        ShiftMeaning m => Shift(m, direction),
        ComparedMeaning m => Compared(m),
        _ => null,
    };

    private int? Year(YearReference? year) => year switch
    {
        null => null,
        { Relative: false } absolute => absolute.Value,
        { Anchor: Anchor.Mentioned } relative => (_mentioned?.First.Year ?? publication?.Year) + relative.Value,
        { } relative => publication?.Year + relative.Value,
    };

    // A day without its year is the nearest one; which way the words point weighs as much as half a year.
    private CalendarPeriod? DayInYear(YearReference? year, Direction direction, Func<int, CalendarPeriod?> day)
    {
        const int AgainstDirection = 180;
        if (year is not null) return Year(year) is { } known ? day(known) : null;
        if (publication is not { } today) return null;
        CalendarPeriod? best = null;
        var least = int.MaxValue;
        for (var y = today.Year - 1; y <= today.Year + 1; y++)
        {
            if (day(y) is not { } candidate) continue;
            var days = Period.DaysBetween(today, candidate.First);
            var cost = Math.Abs(days) + (days > 0 && direction == Direction.Past || days < 0 && direction == Direction.Future ? AgainstDirection : 0);
            if (cost < least) (best, least) = (candidate, cost);
        }

        return best;
    }

    // Month first or day first: the order that comes nearer to the day of publication, else month first.
    private CalendarPeriod? Slashed(SlashedMeaning m)
    {
        var american = CalendarPeriod.Day(m.Year, m.A, m.B);
        var european = CalendarPeriod.Day(m.Year, m.B, m.A);
        if (american is null || european is null || publication is not { } today) return american ?? european;
        return Math.Abs(Period.DaysBetween(today, european.Value.First)) < Math.Abs(Period.DaysBetween(today, american.Value.First)) ? european : american;
    }

    private CalendarPeriod? Month(MonthMeaning m, Direction direction)
    {
        if (m.Year is not null) return Year(m.Year) is { } known ? CalendarPeriod.Month(known, m.Month) : null;
        if (publication is not { } today) return null;
        var year = m.Deictic switch
        {
            -1 => m.Month < today.Month ? today.Year : today.Year - 1,
            1 => m.Month > today.Month ? today.Year : today.Year + 1,
            0 => today.Year,
            _ => direction == Direction.Future ? (m.Month >= today.Month ? today.Year : today.Year + 1)
                : direction == Direction.Past || m.Month - today.Month is <= 0 or > 3 ? (m.Month <= today.Month ? today.Year : today.Year - 1)
                : today.Year,
        };
        return CalendarPeriod.Month(year, m.Month);
    }

    private CalendarPeriod? Weekday(WeekdayMeaning m, Direction direction)
    {
        if (publication is not { } today) return null;
        var weekday = (IsoDayOfWeek)m.Weekday;
        if (m.Week is { } week)
            return CalendarPeriod.Of(today, TimeUnit.Week).Plus(Math.Clamp(week, -1, 1)) is { } found
                ? new CalendarPeriod(found.First.PlusDays(m.Weekday - 1), TimeUnit.Day) : null;
        var anchor = Math.Abs(m.Deictic ?? 0) >= 2 && _mentioned is { Unit: TimeUnit.Day } mentioned ? mentioned.First : today;
        var day = m.Deictic switch
        {
            < 0 => anchor.Previous(weekday),
            > 0 and < 3 => anchor.Next(weekday),
            0 => CalendarPeriod.Of(today, TimeUnit.Week).First.PlusDays(m.Weekday - 1),
            _ when today.DayOfWeek == weekday => today,
            _ => direction == Direction.Future ? today.Next(weekday) : today.Previous(weekday),
        };
        return new CalendarPeriod(day, TimeUnit.Day);
    }

    // A quarter without its year has begun by the day of publication, unless the words point ahead.
    private CalendarPeriod? PartOfYear(PartOfYearMeaning m, Direction direction)
    {
        var month = m.Unit == TimeUnit.Quarter ? 3 * m.Number - 2 : m.Number == 1 ? 1 : 7;
        if (m.Year is not null) return Year(m.Year) is { } known ? CalendarPeriod.Month(known, month, m.Unit) : null;
        if (publication is not { } today || CalendarPeriod.Month(today.Year, month, m.Unit) is not { } current) return null;
        // Figures for a quarter are still awaited in the quarter after it.
        if (direction == Direction.Future && current.Plus(2) is { } next && next.First <= today) return CalendarPeriod.Month(today.Year + 1, month, m.Unit);
        return current.First <= today || direction == Direction.Future ? current : CalendarPeriod.Month(today.Year - 1, month, m.Unit);
    }

    private CalendarPeriod? Shift(ShiftMeaning m, Direction direction)
    {
        var anchor = m.Anchor == Anchor.Mentioned ? _mentioned?.First ?? publication : publication;
        if (anchor is not { } from) return null;
        switch (m.Unit)
        {
            // Weeks back or ahead by number name a day, as days do; "last week" names the week.
            case TimeUnit.Week or TimeUnit.Fortnight when Math.Abs(m.Amount) > 1 || m.Unit == TimeUnit.Fortnight:
                return CalendarPeriod.Of(from, TimeUnit.Day).Plus((m.Unit == TimeUnit.Fortnight ? 14 : 7) * Math.Clamp(m.Amount, -100000, 100000));
            case TimeUnit.Weekend:
                // "the weekend" is the last one, or the next where the words point ahead; "this weekend" is this week's.
                var today = publication ?? from;
                var weekend = CalendarPeriod.Of(today, TimeUnit.Weekend);
                return m.Anchor == Anchor.Mentioned && direction != Direction.Future && today.DayOfWeek < IsoDayOfWeek.Saturday ? weekend.Plus(-1) : weekend.Plus(m.Amount);
            case TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour: return CalendarPeriod.Of(from, TimeUnit.Day);
            default: return CalendarPeriod.Of(from, m.Unit).Plus(m.Amount);
        }
    }

    // Figures are compared with those of a year before: what is spoken of is the same quarter, where quarters are spoken of.
    private CalendarPeriod? Compared(ComparedMeaning m)
    {
        if (publication is not { } today) return null;
        var last = m.Unit == TimeUnit.Quarter || m is { Unit: TimeUnit.Period, Years: 0, Year: null }
            ? _quarter ?? CalendarPeriod.Of(today, TimeUnit.Quarter).Plus(-1) : _compared;
        if (last is not { } period) return CalendarPeriod.Of(today, TimeUnit.Year) is var thisYear ? thisYear.Plus(m.Year - today.Year ?? m.Years) : null;
        var year = m.Year ?? today.Year + m.Years;
        if (period.First.Year != year) period = period with { First = new LocalDate(Math.Clamp(year, 1, 9998), period.First.Month, 1) };
        return period;
    }

    private string Season(SeasonMeaning m, Direction direction)
    {
        var year = Year(m.Year);
        if (year is null && publication is { } today)
        {
            var start = SeasonStart[m.Season];
            var begun = start <= today.Month || m.Season == "WI";
            year = m.Deictic switch
            {
                -1 => m.Season != "WI" && start + 2 < today.Month ? today.Year : today.Year - 1,
                1 => start > today.Month ? today.Year : today.Year + 1,
                0 => today.Year,
                _ => direction == Direction.Future && start + 2 < today.Month ? today.Year + 1 : begun || direction == Direction.Future ? today.Year : today.Year - 1,
            };
        }

        return $"{(year is { } y ? y.ToString("0000", System.Globalization.CultureInfo.InvariantCulture) : "XXXX")}-{m.Season}";
    }

    private string DayOf(TimeMeaning? day, Direction direction)
    {
        if (day is not null) return Resolve(day, direction).Value;
        if (_mentioned is { Unit: TimeUnit.Day } mentioned) return mentioned.Value;
        return publication is { } today ? CalendarPeriod.Of(today, TimeUnit.Day).Value : "XXXX-XX-XX";
    }

    // What stays open without a day of publication, as TIMEX3 writes it.
    private static string Open(TimeMeaning meaning) => meaning switch
    {
        DayMeaning m => $"XXXX-{m.Month:00}-{m.Day:00}",
        MonthMeaning m => $"XXXX-{m.Month:00}",
        WeekdayMeaning m => $"XXXX-WXX-{m.Weekday}",
        PartOfYearMeaning { Unit: TimeUnit.Quarter } m => $"XXXX-Q{m.Number}",
        PartOfYearMeaning m => $"XXXX-H{m.Number}",
        ShiftMeaning { Unit: TimeUnit.Week or TimeUnit.Fortnight } => "XXXX-WXX",
        ShiftMeaning { Unit: TimeUnit.Month } => "XXXX-XX",
        ShiftMeaning { Unit: TimeUnit.Quarter } or ComparedMeaning { Unit: TimeUnit.Quarter } => "XXXX-QX",
        ShiftMeaning { Unit: TimeUnit.Year } or ComparedMeaning or YearMeaning => "XXXX",
        _ => "XXXX-XX-XX",
    };
}
