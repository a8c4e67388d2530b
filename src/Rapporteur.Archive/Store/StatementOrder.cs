namespace Rapporteur.Archive.Store;

/// <summary>
/// How statements are numbered in the store: the day in the high bits, then a count within the day. Numbers rise with time, so an
/// index that keeps them in order answers "newest first" and "between these days" without looking at the statements.
/// </summary>
internal static class StatementOrder
{
    private const int CountBits = 32;

    // Day 0 is for what has no day; days before the first or after the last fall together with these.
    private static readonly int FirstDay = new DateOnly(1900, 1, 1).DayNumber - 1;

    /// <summary>The most that the high bits can hold.</summary>
    private const int LastDay = (1 << 16) - 1;

    /// <summary>The least number of a day's statements; of those without a day where it is null.</summary>
    public static long First(int? day) => (long)Coarse(day) << CountBits;

    /// <summary>The greatest number of a day's statements.</summary>
    public static long Last(int? day) => ((long)Coarse(day) + 1 << CountBits) - 1;

    /// <summary><see cref="First"/> of a day that a query knows, or of the first where it is none, as SQL.</summary>
    public static string FirstOf(string day) => $"({CoarseOf(day)} * {NumbersOfDay})";

    /// <summary><see cref="Last"/> of a day that a query knows, as SQL.</summary>
    public static string LastOf(string day) => $"(({CoarseOf(day)} + 1) * {NumbersOfDay} - 1)";

    /// <summary>How many numbers a day has.</summary>
    public const long NumbersOfDay = 1L << CountBits;

    /// <summary>The day of a number divided by <see cref="NumbersOfDay"/>; null where it has none, or shares its numbers with others.</summary>
    public static DateOnly? Day(long high) => high is > 1 and < LastDay ? DateOnly.FromDayNumber(FirstDay + (int)high) : null;

    /// <summary>Whether a day has numbers of its own.</summary>
    public static bool IsExact(int day) => day - FirstDay is > 1 and < LastDay;

    private static string CoarseOf(string day) => $"CASE WHEN {day} < {FirstDay + 1} THEN 1 WHEN {day} > {FirstDay + LastDay} THEN {LastDay} ELSE {day} - {FirstDay} END";

    private static int Coarse(int? day) => day is { } known ? Math.Clamp(known - FirstDay, 1, LastDay) : 0;
}
