using System.Globalization;
using Rapporteur.Languages;

namespace Rapporteur.Text;

/// <summary>
/// Splits text into tokens, one pass, left to right, without changing a character, as Universal Dependencies English does:
/// clitics on their own ("do|n't", "Xi|'s"), compounds at their hyphens ("al|-|Qaeda", but "non-aligned"), amounts from their
/// signs and units ("$|1.2|bn"). Letters that an editor put in brackets stay in their word ("(R)ecent", "flex(ing)").
/// </summary>
internal static class Tokenizer
{
    /// <summary>Adds the tokens of one stretch of <paramref name="text"/> to <paramref name="tokens"/>.</summary>
    public static void Tokenize(string text, Span range, LanguagePack language, Tokens tokens)
    {
        var i = range.Start;
        var limit = range.End;
        var blank = i;
        while (i < limit)
        {
            var c = text[i];
            if (IsBlank(c)) { i++; continue; }
            if (i >= blank)
                for (blank = i + 1; blank < limit && !IsBlank(text[blank]);) blank++;

            int end;
            if ((end = AddressScanner.End(text, i, blank)) > i) tokens.Add(i, end - i, TokenKind.Address);
            else if (StartsWord(text, i, limit) || OpensBracketedLetter(text, i, limit))
            {
                if (StartsName(text, i, range.Start) && (end = AddressScanner.NameEnd(text, i, blank)) > i) tokens.Add(i, end - i, TokenKind.Address);
                else end = AddWord(text, i, limit, language, tokens);
            }
            else if (char.IsAsciiDigit(c) || (c == '+' && i + 1 < limit && char.IsAsciiDigit(text[i + 1])))
                tokens.Add(i, (end = NumberScanner.End(text, i, limit, language)) - i, TokenKind.Number);
            else if ((end = i + language.CliticLength(text.AsSpan(i, limit - i))) > i) tokens.Add(i, end - i, TokenKind.Word);
            else tokens.Add(i, (end = MarkEnd(text, i, limit, language)) - i, TokenKind.Mark);
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

    // Where a name of a file or a mailbox can start: after white space, or after a bracket or quotation mark, at which the
    // search for its end stops too, so that no character is searched twice.
    private static bool StartsName(string text, int i, int first) =>
        i == first || IsBlank(text[i - 1]) || text[i - 1] is '<' or '(' or '[' or '"' or '“';

    private static bool IsWordUnit(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || text[i] == '_' || char.IsSurrogate(text[i])
        || (text[i] > '\u02FF' && char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static int AddWord(string text, int start, int limit, LanguagePack language, Tokens tokens)
    {
        var i = WordEnd(text, start, limit, language);
        var word = text.AsSpan(start, i - start);
        var clitic = language.CliticStart(word);
        if (clitic == 0) clitic = language.ContractionBreak(word);
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

    private static int WordEnd(string text, int start, int limit, LanguagePack language)
    {
        var i = OpensBracketedLetter(text, start, limit) ? start + 3 : start;
        while (i < limit)
        {
            if (IsWordUnit(text, i)) { i++; continue; }
            var inside = BracketedLetters(text, i, limit);
            if (inside > 0) { i += inside; continue; }
            if (i + 1 >= limit || !IsWordUnit(text, i + 1)) break;

            // Inside a word: an apostrophe, a prefix's hyphen, an ampersand ("AT&T"), a full stop between letters ("U.S.", "Rev.com").
            if (text[i] is '\'' or '’' or '`' or '&') i++;
            else if (text[i] is '-' or '‐' or '‑' && language.IsHyphenPrefix(text.AsSpan(start, i - start))) i++;
            else if (text[i] == '.' && IsInnerStop(text, start, i)) i++;
            else if (text[i] == '/' && i == start + 1 && char.IsLetter(text[i + 1]) && (i + 2 >= limit || !IsWordUnit(text, i + 2))) i += 2;
            else break;
        }

        if (i >= limit) return i;

        // "US$" is one token, as "$" is. "U.S." and "Jan." keep their full stop; "end." does not.
        if (text[i] == '$' && i - start <= 2 && char.IsUpper(text[i - 1])) return i + 1;
        return text[i] == '.' && KeepsStop(text, start, i, limit, language) ? i + 1 : i;
    }

    private static bool KeepsStop(string text, int start, int i, int limit, LanguagePack language)
    {
        var word = text.AsSpan(start, i - start);
        var next = i + 1;
        while (next < limit && IsBlank(text[next])) next++;
        if (language.IsNumbering(word)) return next < limit && char.IsAsciiDigit(text[next]);
        if (!HasInnerStop(text, start, i) && !language.IsAbbreviation(word)) return false;

        // A sentence that an abbreviation in small letters ends has its own full stop: "at 5 p.m|.".
        if (char.IsUpper(word[^1])) return true;
        var end = next;
        while (end < limit && char.IsLetter(text[end])) end++;
        return next < limit && !(next > i + 1 && char.IsLower(word[0]) && language.StartsSentences(text.AsSpan(next, end - next)));
    }

    // "[t]he", "(R)ecent": one letter in brackets, and the rest of its word.
    private static bool OpensBracketedLetter(string text, int i, int limit) =>
        text[i] is '(' or '[' && i + 3 < limit && char.IsLetter(text[i + 1]) && IsCloser(text[i], text[i + 2]) && char.IsLower(text[i + 3]);

    // "flex(ing)", "problem[s]": up to four letters in brackets, written on to a word; 0 where there are none.
    private static int BracketedLetters(string text, int i, int limit)
    {
        const int Most = 4;
        if (text[i] is not ('(' or '[')) return 0;
        var k = i + 1;
        while (k < limit && k - i <= Most && char.IsLower(text[k])) k++;
        return k > i + 1 && k < limit && IsCloser(text[i], text[k]) ? k + 1 - i : 0;
    }

    private static bool IsCloser(char opener, char c) => c == (opener == '(' ? ')' : ']');

    // A full stop belongs to the word in "U.S", "e.g", "a.m", "Rev.com" but not in "end.Then".
    private static bool IsInnerStop(string text, int start, int i) =>
        i - start == 1 || (i >= start + 2 && text[i - 2] == '.') || char.IsLower(text[i + 1]);

    private static bool HasInnerStop(string text, int start, int end)
    {
        // "U.S" or a single capital, as in "J. Smith".
        if (end - start == 1) return char.IsUpper(text[start]) && text[start] != 'I';
        return end - start >= 3 && text[end - 2] == '.' && end - start <= 8;
    }

    private static int MarkEnd(string text, int i, int limit, LanguagePack language)
    {
        var c = text[i];
        var end = i + 1;
        if (char.IsHighSurrogate(c) && end < limit && char.IsLowSurrogate(text[end])) return end + 1;
        var face = language.EmoticonLength(text.AsSpan(i, limit - i));
        if (face > 0) return i + face;

        // Runs: "--", "...", "?!", "``", "''"; a stretch of the same mark is one token, but quotation marks and brackets are not.
        if (c is '.' or '!' or '?') while (end < limit && text[end] is '.' or '!' or '?') end++;
        else if (c is '-' or '—' or '–' or '*' or '=' or '_' or '~' or '#' or '…' or '+') while (end < limit && text[end] == c) end++;
        else if (c is '`' or '\'' or '’' or '<' or '>' && end < limit && text[end] == c) end++;
        return end;
    }
}
