using System.Globalization;
using System.Text;

namespace Rapporteur.Cli;

/// <summary>Makes text from elsewhere safe to print: a page may hold control sequences that would steer the reader's terminal.</summary>
internal static class Printable
{
    /// <summary>The text in one line: each run of white space becomes a space, control and direction characters U+FFFD.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = true;
                continue;
            }

            if (gap) line.Append(' ');
            gap = false;
            line.Append(Steers(rune) ? Rune.ReplacementChar : rune);
        }

        if (gap) line.Append(' ');
        return line.ToString();
    }

    private static bool Steers(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
}
