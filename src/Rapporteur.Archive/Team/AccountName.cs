using System.Text;

namespace Rapporteur.Archive.Team;

/// <summary>The names that people sign in with.</summary>
public static class AccountName
{
    /// <summary>How long a name may be, in UTF-16 units.</summary>
    public const int Longest = 100;

    private const string Allowed = ".-_@+' ";

    /// <summary>A name as it is kept: composed (NFC) and without blanks around it; null where it cannot be one.</summary>
    /// <remarks>Only letters, digits, marks and a few signs: a name stands in lists and logs, where it must not pass for anything else.</remarks>
    public static string? Of(string? given)
    {
        if (given is null || given.Length > Longest * 2) return null;
        foreach (var rune in given.EnumerateRunes())
            if (!(Rune.IsLetterOrDigit(rune) || IsMark(rune) || (rune.IsBmp && Allowed.Contains((char)rune.Value)))) return null;
        var name = given.Normalize().Trim();
        return name.Length is > 0 and <= Longest ? name : null;
    }

    /// <summary>What names are told apart by: two that differ in case alone are one.</summary>
    internal static string Folded(string name) => name.ToLowerInvariant();

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
