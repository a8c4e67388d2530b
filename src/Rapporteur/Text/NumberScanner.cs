using Rapporteur.Languages;

namespace Rapporteur.Text;

/// <summary>Recognises numbers: with separators, as dates and times, telephone numbers, ordinals, decades.</summary>
internal static class NumberScanner
{
    /// <summary>Where the number that starts at <paramref name="start"/>, with a digit or a plus sign, ends.</summary>
    public static int End(string text, int start, int limit, LanguagePack language)
    {
        var i = start + 1;
        while (i < limit)
        {
            if (char.IsAsciiDigit(text[i])) i++;
            else if (text[i] is '.' or ',' or ':' or '/' && i + 1 < limit && char.IsAsciiDigit(text[i + 1])) i++;
            else if (text[i] == '-') break;
            else if (char.IsLetterOrDigit(text[i])) return Lettered(text, i, limit, language);
            else break;
        }

        if (i + 1 < limit && text[i] == '-' && char.IsAsciiDigit(text[i + 1])) return Hyphened(text, start, i, limit);

        // "the 1980's": the decade is one token.
        if (i + 1 < limit && text[i] is '\'' or '’' && text[i + 1] == 's' && (i + 2 >= limit || !char.IsLetterOrDigit(text[i + 2])) && text[i - 1] == '0') return i + 2;
        return i;
    }

    // "5|pm" and "1.2|bn" are two tokens; "1st", "60s", "4x4" are one.
    private static int Lettered(string text, int i, int limit, LanguagePack language)
    {
        var end = i;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || (text[end] == '.' && end + 1 < limit && char.IsLetter(text[end + 1])))) end++;
        var unit = text.AsSpan(i, end - i);
        return language.IsUnit(unit) || (end < limit && text[end] == '.' && language.IsUnit(text.AsSpan(i, end + 1 - i))) ? i : end;
    }

    // Telephone numbers and dates stay whole ("555-0100", "2016-11-08"); a range is three tokens ("5|-|10").
    private static int Hyphened(string text, int start, int hyphen, int limit)
    {
        var end = hyphen;
        var hyphens = 0;
        for (; end < limit; end++)
        {
            if (char.IsAsciiDigit(text[end])) continue;
            if (text[end] != '-' || end + 1 >= limit || !char.IsAsciiDigit(text[end + 1])) break;
            hyphens++;
        }

        return hyphens > 1 || (hyphen - start == 3 && end - hyphen == 5) ? end : hyphen;
    }
}
