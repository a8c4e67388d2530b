using System.Globalization;
using System.Text.RegularExpressions;

namespace Rapporteur.Ingest.Pages;

/// <summary>Reads the dates that pages give in their heads: ISO 8601 in all its spellings, mail dates, dates written out in English.</summary>
/// <remarks>Only whole dates: nothing is ever filled in from a clock. A time without an offset keeps the day only.</remarks>
internal static partial class DateText
{
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-M-d", "yyyy/M/d", "MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy",
        "dddd MMMM d yyyy", "ddd MMM d yyyy", "dddd d MMMM yyyy", "ddd d MMM yyyy",
    ];

    private static readonly string[] Times =
    [
        "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mmzzz", "ddd d MMM yyyy HH:mm:sszzz", "d MMM yyyy HH:mm:sszzz", "yyyyMMdd HHmmsszzz",
        "yyyy/MM/dd HH:mm:sszzz", "yyyy/MM/dd HH:mmzzz",
    ];

    /// <summary>The date that <paramref name="text"/> says; null where it says none.</summary>
    public static PublicationDate? Parse(string? text)
    {
        if (text is null || text.Length > 80) return null;
        text = text.Trim();
        if (Seconds().IsMatch(text)) return FromSeconds(text);
        var plain = Fraction().Replace(IsoTime().Replace(text, "$1 $2"), "$1");
        plain = Blank().Replace(plain.Replace(',', ' ').Replace(". ", " ", StringComparison.Ordinal), " ");
        plain = Offset().Replace(Zulu().Replace(plain, "$1+00:00"), "$1$2:$3");
        const DateTimeStyles Style = DateTimeStyles.AllowWhiteSpaces;
        if (DateTimeOffset.TryParseExact(plain, Times, CultureInfo.InvariantCulture, Style, out var time) && IsPlausible(time.Year))
            return new PublicationDate(time);
        return DateOnly.TryParseExact(ClockTime().Replace(plain, ""), Days, CultureInfo.InvariantCulture, Style, out var day) && IsPlausible(day.Year)
            ? new PublicationDate(day)
            : null;
    }

    private static PublicationDate? FromSeconds(string text)
    {
        var number = long.Parse(text, CultureInfo.InvariantCulture);
        var time = DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? number / 1000 : number);
        return IsPlausible(time.Year) ? new PublicationDate(time) : null;
    }

    private static bool IsPlausible(int year) => year is >= 1800 and <= 2200;

    [GeneratedRegex(@"\A\d{10}(?:\d{3})?\z")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"(\d)[Tt](\d)")]
    private static partial Regex IsoTime();

    [GeneratedRegex(@"(:\d\d)[.,]\d+")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(\d)\s*(?:Z|z|UTC|GMT)\z")]
    private static partial Regex Zulu();

    [GeneratedRegex(@"(\d)\s*([+-]\d\d):?(\d\d)\z")]
    private static partial Regex Offset();

    [GeneratedRegex(@"\s+(?:at\s+)?\d\d?:\d\d.*\z", RegexOptions.IgnoreCase)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
