namespace Rapporteur.Times;

/// <summary>Which way the words around a date point from the day of publication.</summary>
internal enum Direction : byte
{
    /// <summary>Nothing tells.</summary>
    None,

    /// <summary>What is told of has happened.</summary>
    Past,

    /// <summary>What is told of lies ahead.</summary>
    Future,

    /// <summary>It is told in the present tense, which of a day means that it lies ahead ("the court sits on Friday").</summary>
    Present,
}

/// <summary>What a shift is counted from.</summary>
internal enum Anchor : byte
{
    /// <summary>The day of publication ("last month").</summary>
    Publication,

    /// <summary>The date that was last spoken of ("the following month").</summary>
    Mentioned,
}

/// <summary>A year as words name it: itself, or so many years from its anchor.</summary>
internal readonly record struct YearReference(int Value, bool Relative, Anchor Anchor)
{
    public static YearReference Of(int year) => new(year, false, default);
}

/// <summary>What the words of a time expression mean before the day of publication and the flow of the text fix their value.</summary>
internal abstract record TimeMeaning;

/// <summary>A value that depends on nothing: a length, a set, "now", a decade.</summary>
internal sealed record FixedMeaning(TimeType Type, string Value) : TimeMeaning;

/// <summary>A whole year.</summary>
internal sealed record YearMeaning(YearReference Year) : TimeMeaning;

/// <summary>"December 15", with or without its year.</summary>
internal sealed record DayMeaning(YearReference? Year, int Month, int Day) : TimeMeaning;

/// <summary>"05/06/2020": either order, where both are possible.</summary>
internal sealed record SlashedMeaning(int A, int B, int Year) : TimeMeaning;

/// <summary>"May", "last May", "May 2014".</summary>
internal sealed record MonthMeaning(YearReference? Year, int Month, int? Deictic) : TimeMeaning;

/// <summary>"Tuesday", "next Tuesday"; of a week where it is named ("Tuesday of last week").</summary>
internal sealed record WeekdayMeaning(int Weekday, int? Deictic, int? Week) : TimeMeaning;

/// <summary>"the summer", "last summer", "the summer of 1994".</summary>
internal sealed record SeasonMeaning(YearReference? Year, string Season, int? Deictic) : TimeMeaning;

/// <summary>"the third quarter", "the first half of 1990".</summary>
internal sealed record PartOfYearMeaning(YearReference? Year, TimeUnit Unit, int Number) : TimeMeaning;

/// <summary>A period so many units away: "last week", "two years ago", "the following day".</summary>
internal sealed record ShiftMeaning(TimeUnit Unit, int Amount, Anchor Anchor) : TimeMeaning;

/// <summary>The period last spoken of, moved by years: "a year earlier", "the year-ago quarter", "the latest period".</summary>
internal sealed record ComparedMeaning(TimeUnit Unit, int Years, int? Year) : TimeMeaning;

/// <summary>"Christmas Day": month-day, or the rule that gives them.</summary>
internal sealed record HolidayMeaning(YearReference? Year, string Rule) : TimeMeaning;

/// <summary>A decade named by two digits ("the '80s").</summary>
internal sealed record DecadeMeaning(int Tens) : TimeMeaning;

/// <summary>A time within a day: a TIMEX3 suffix (<c>T22:00</c>, <c>TEV</c>) and the day, where the words name it.</summary>
internal sealed record TimeOfDayMeaning(TimeMeaning? Day, string Suffix) : TimeMeaning;

/// <summary>Words that a rule of the grammar covers: pieces from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal sealed record TimeMatch(int First, int End, TimeMeaning Meaning, TimeMod? Mod = null);
