namespace Rapporteur.Times;

/// <summary>What a word can be in a time expression; a word may be several things.</summary>
[Flags]
internal enum TimeWordKind : long
{
    None = 0,
    Month = 1L << 0,
    Weekday = 1L << 1,
    Weekdays = 1L << 2,
    Unit = 1L << 3,
    Units = 1L << 4,
    Season = 1L << 5,
    Seasons = 1L << 6,
    Daypart = 1L << 7,
    Dayparts = 1L << 8,
    Clock = 1L << 9,
    Meridiem = 1L << 10,
    Zone = 1L << 11,
    Cardinal = 1L << 12,
    Scale = 1L << 13,
    Ordinal = 1L << 14,
    Decade = 1L << 15,
    Vague = 1L << 16,
    The = 1L << 17,
    A = 1L << 18,
    This = 1L << 19,
    That = 1L << 20,
    Every = 1L << 21,
    Deictic = 1L << 22,
    Position = 1L << 23,
    Part = 1L << 24,
    Approximate = 1L << 25,
    Day = 1L << 26,
    Tonight = 1L << 27,
    Ago = 1L << 28,
    Earlier = 1L << 29,
    Later = 1L << 30,
    Frequency = 1L << 31,
    Fiscal = 1L << 32,
    Filler = 1L << 33,
    And = 1L << 34,
    Half = 1L << 35,
    Of = 1L << 36,
    On = 1L << 37,
    Possessive = 1L << 38,
    Old = 1L << 39,
    Large = 1L << 40,
    Counted = 1L << 41,
    Ambiguous = 1L << 42,

    Before = 1L << 44,
    After = 1L << 45,
    Ahead = 1L << 46,
    In = 1L << 47,
    Upon = 1L << 48,
    Since = 1L << 49,
    Lasting = 1L << 50,
    For = 1L << 51,
    Alternate = 1L << 52,
    Times = 1L << 53,
    Comparable = 1L << 54,
    OClock = 1L << 55,
    So = 1L << 56,
    Time = 1L << 57,
    Local = 1L << 58,

    /// <summary>The first word of a phrase that is looked up whole: a holiday, a bound, a reference to past, present or future.</summary>
    Phrase = 1L << 43,

    /// <summary>Kinds that can be the heart of an expression; a sentence without any of them, and without a number, has none.</summary>
    Heart = Month | Weekday | Weekdays | Unit | Units | Season | Seasons | Daypart | Dayparts | Clock | Meridiem | Decade | Day
            | Tonight | Frequency | Phrase,
}

/// <summary>The lengths of time that the calendar has names for.</summary>
internal enum TimeUnit : byte
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
    Period,
}

/// <summary>A word as time expressions see it.</summary>
/// <param name="Kind">What it can be.</param>
/// <param name="Value">The number it stands for: of a month, weekday, count, or how many periods ahead.</param>
/// <param name="Unit">The unit it names.</param>
/// <param name="Code">The TIMEX3 code it stands for: of a season, part of the day, mod or hour.</param>
internal readonly record struct TimeWord(TimeWordKind Kind, int Value, TimeUnit Unit, string? Code)
{
    /// <summary>The unit, where the word is its name and not an adverb made from it.</summary>
    public TimeUnit Named => Is(TimeWordKind.Unit | TimeWordKind.Units) ? Unit : TimeUnit.None;

    public bool Is(TimeWordKind kind) => (Kind & kind) != 0;
}
