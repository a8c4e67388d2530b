using System.Buffers;
using Rapporteur.Languages;

namespace Rapporteur.Text;

/// <summary>
/// Splits text into tokens, one pass, left to right, without changing a character: words with inner hyphens and full stops,
/// clitics on their own as Universal Dependencies has them ("do|n't", "Xi|'s"), numbers, addresses, marks.
/// </summary>
internal static class Tokenizer
{
    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n\u00A0<>\"“”«»()[]{}|");

    /// <summary>Adds the tokens of one stretch of <paramref name="text"/> to <paramref name="tokens"/>.</summary>
    public static void Tokenize(string text, Span range, LanguagePack language, Tokens tokens)
    {
        var i = range.Start;
        while (i < range.End)
        {
            var c = text[i];
            if (IsBlank(c)) { i++; continue; }

            int end;
            if ((end = AddressAt(text, i, range.End)) > i) tokens.Add(i, end - i, TokenKind.Address);
            else if (StartsWord(text, i, range.End)) end = AddWord(text, i, range.End, language, tokens);
            else if (char.IsAsciiDigit(c)) tokens.Add(i, (end = NumberEnd(text, i, range.End)) - i, TokenKind.Number);
            else tokens.Add(i, (end = MarkEnd(text, i, range.End)) - i, TokenKind.Mark);
            i = end;
        }
    }

    /// <summary>The kind of a token that was cut by someone else.</summary>
    public static TokenKind KindOf(ReadOnlySpan<char> token)
    {
        foreach (var c in token)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c)) return TokenKind.Word;
            if (char.IsAsciiDigit(c)) return TokenKind.Number;
        }

        return TokenKind.Mark;
    }

    /// <summary>White space in the widest sense: also no-break, zero-width and control characters.</summary>
    public static bool IsBlank(char c) =>
        c <= ' ' || c is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069') || char.IsWhiteSpace(c) || char.IsControl(c);

    private static bool StartsWord(string text, int i, int end) =>
        char.IsLetter(text[i]) || (char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLetter(text, i));

    private static bool IsWordUnit(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.IsSurrogate(text[i])
        || (text[i] > '\u02FF' && char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark);

    private static int AddWord(string text, int start, int limit, LanguagePack language, Tokens tokens)
    {
        var i = start;
        while (i < limit)
        {
            if (IsWordUnit(text, i)) { i++; continue; }
            if (i + 1 >= limit || !IsWordUnit(text, i + 1)) break;

            // Inside a word: an apostrophe, a hyphen, an ampersand ("AT&T"), a full stop between letters ("U.S.", "Rev.com").
            if (text[i] is '\'' or '’' or '-' or '‐' or '‑' or '&') i++;
            else if (text[i] == '.' && IsInnerStop(text, start, i)) i++;
            else break;
        }

        // "U.S." and "Jan." keep their full stop; "end." does not.
        if (i < limit && text[i] == '.' && (HasInnerStop(text, start, i) || language.IsAbbreviation(text.AsSpan(start, i - start)))) i++;

        var clitic = language.CliticStart(text.AsSpan(start, i - start));
        if (clitic > 0)
        {
            tokens.Add(start, clitic, TokenKind.Word);
            tokens.Add(start + clitic, i - start - clitic, TokenKind.Word);
        }
        else
        {
            tokens.Add(start, i - start, TokenKind.Word);
        }

        return i;
    }

    // A full stop belongs to the word in "U.S", "e.g", "a.m", "Rev.com" but not in "end.Then".
    private static bool IsInnerStop(string text, int start, int i) =>
        i - start == 1 || (i >= start + 2 && text[i - 2] == '.') || char.IsLower(text[i + 1]);

    private static bool HasInnerStop(string text, int start, int end)
    {
        // "U.S" or a single capital, as in "J. Smith".
        if (end - start == 1) return char.IsUpper(text[start]) && text[start] != 'I';
        return end - start >= 3 && text[end - 2] == '.' && end - start <= 8;
    }

    private static int NumberEnd(string text, int i, int limit)
    {
        while (i < limit)
        {
            if (char.IsLetterOrDigit(text[i])) i++;
            else if (i + 1 < limit && text[i] is '.' or ',' or ':' or '/' or '-' or '’' or '\'' && i + 1 < limit
                     && (char.IsAsciiDigit(text[i + 1]) || (text[i] == '-' && char.IsLetter(text[i + 1])))) i++;
            else break;
        }

        return i;
    }

    private static int MarkEnd(string text, int i, int limit)
    {
        var c = text[i];
        var end = i + 1;
        if (char.IsHighSurrogate(c) && end < limit && char.IsLowSurrogate(text[end])) return end + 1;

        // Runs: "--", "...", "!!", "``", "''"; a stretch of the same mark is one token, but quotation marks and brackets are not.
        if (c is '.' or '-' or '—' or '–' or '!' or '?' or '*' or '=' or '_' or '~' or '#' or '…')
            while (end < limit && text[end] == c) end++;
        else if (c is '`' or '\'' && end < limit && text[end] == c) end++;
        return end;
    }

    private static int AddressAt(string text, int i, int limit)
    {
        var c = text[i];
        if (c is '@' or '#')
        {
            var tag = i + 1;
            while (tag < limit && (char.IsLetterOrDigit(text[tag]) || text[tag] == '_')) tag++;
            return tag > i + 1 ? tag : i;
        }

        if (c is not ('h' or 'H' or 'w' or 'W')) return i;
        var rest = text.AsSpan(i, limit - i);
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return i;
        var length = rest.IndexOfAny(AddressEnd);
        var end = length < 0 ? limit : i + length;
        while (end > i + 4 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’') end--;
        return end;
    }
}
