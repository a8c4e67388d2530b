using System.Globalization;
using System.Text;

namespace Rapporteur.Archive.Exchange;

/// <summary>Values as fields of CSV.</summary>
public static class CsvField
{
    /// <summary>
    /// A value as a field in one line. One that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
    /// against CSV injection: pages are not to be trusted.
    /// </summary>
    public static string Of(string value)
    {
        var line = OneLine(value);
        if (line.TrimStart().FirstOrDefault() is '=' or '+' or '-' or '@' or '|' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20') line = "'" + line;
        return line.AsSpan().IndexOfAny(',', '"') >= 0 ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }

    // Each run of white space a blank; what would steer a terminal is replaced.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                if (gap) line.Append(' ');
                line.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 ? Rune.ReplacementChar : rune);
            }

            gap = Rune.IsWhiteSpace(rune);
        }

        return gap ? line.Append(' ').ToString() : line.ToString();
    }
}
