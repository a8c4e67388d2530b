using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rapporteur.Archive.Search;

/// <summary>Days from the first to the last, both included; open where null.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record DayRange(DateOnly? First, DateOnly? Last)
{
    private const string Separator = "..";

    /// <summary>Reads <c>2024-05-02</c>, <c>2024-05</c>, <c>2024</c>, or two of these with <c>..</c> between, one of them left out.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DayRange? range)
    {
        range = null;
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        var (from, to) = at < 0 ? (text, text) : (text[..at], text[(at + Separator.Length)..]);
        if (from.Length + to.Length == 0) return false;
        DateOnly? first = null, last = null;
        if (from.Length > 0 && (first = Period(from)?.First) is null) return false;
        if (to.Length > 0 && (last = Period(to)?.Last) is null) return false;
        if (first > last) return false;
        range = new DayRange(first, last);
        return true;
    }

    /// <summary>The days that are in both ranges; the range may be empty, its first day after its last.</summary>
    internal DayRange Within(DayRange other) => new(
        First is null || other.First > First ? other.First : First, Last is null || other.Last < Last ? other.Last : Last);

    private static (DateOnly First, DateOnly Last)? Period(string text) => text.Length switch
    {
        4 when Day(text + "-01-01") is { } first => (first, new DateOnly(first.Year, 12, 31)),
        7 when Day(text + "-01") is { } first => (first, new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month))),
        10 when Day(text) is { } day => (day, day),
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
