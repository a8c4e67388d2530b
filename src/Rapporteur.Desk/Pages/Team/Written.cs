using System.Globalization;

namespace Rapporteur.Desk.Pages.Team;

/// <summary>Times as pages write them.</summary>
internal static class Written
{
    /// <summary>A time to the minute, UTC: 2024-05-02 08:00.</summary>
    public static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
