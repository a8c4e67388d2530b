using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rapporteur;

/// <summary>When an article was published: a day, and the time of day with its distance from UTC where these are known.</summary>
/// <remarks>Equal when printed alike. Written and read as ISO 8601: <c>2021-12-14</c> or <c>2021-12-14T09:30:00+03:00</c>.</remarks>
public readonly record struct PublicationDate
{
    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz",
    ];

    /// <summary>A publication date of which only the day is known.</summary>
    public PublicationDate(DateOnly day) => Day = day;

    /// <summary>A publication date with a time of day, to the second.</summary>
    public PublicationDate(DateTimeOffset time)
    {
        Day = DateOnly.FromDateTime(time.DateTime);
        Time = new DateTimeOffset(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond, time.Offset);
    }

    /// <summary>The day, in the place of publication.</summary>
    public DateOnly Day { get; }

    /// <summary>The moment, to the second; null where only the day is known.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>Reads an ISO 8601 day, or a day and time; a time without an offset is taken as UTC.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PublicationDate date)
    {
        date = default;
        text = text?.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = new PublicationDate(day);
            return true;
        }

        if (!DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return false;
        date = new PublicationDate(time);
        return true;
    }

    /// <summary>The date in ISO 8601.</summary>
    public override string ToString() =>
        Time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        ?? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
