using System.Globalization;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>Numbers, days and names of values as pages write them.</summary>
internal static class Shown
{
    /// <summary>A whole number: <c>12,345</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and what it is of: <c>1 statement</c>, <c>12 statements</c>.</summary>
    public static string Number(long number, string one, string? many = null) => $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>A day: <c>2 May 2024</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As above; words where it is not known.</summary>
    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "no day known";

    /// <summary>A day as programs write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The name of an act as words: <c>turnDown</c> is "turn down".</summary>
    public static string Act(string act) => string.Concat(act.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    /// <summary>A share: <c>12 %</c>.</summary>
    public static string Share(double share) => $"{Math.Round(share * 100).ToString(CultureInfo.InvariantCulture)} %";
}
