using Rapporteur.Languages;

namespace Rapporteur.Text;

/// <summary>Finds where sentences end inside a paragraph.</summary>
internal static class SentenceSplitter
{
    /// <summary>Adds the sentences of the paragraph that covers <paramref name="paragraph"/> to <paramref name="sentences"/>.</summary>
    public static void Find(string text, Tokens tokens, TokenRange paragraph, LanguagePack language, List<TokenRange> sentences)
    {
        var first = paragraph.First;
        for (var i = paragraph.First; i < paragraph.End; i++)
        {
            if (!Ends(text, tokens, i, language)) continue;
            var end = i + 1;
            while (end < paragraph.End && Closes(text, tokens, end)) end++;
            if (end < paragraph.End && !Begins(text, tokens, i, end, language)) continue;
            sentences.Add(new TokenRange(first, end));
            first = end;
            i = end - 1;
        }

        if (first < paragraph.End) sentences.Add(new TokenRange(first, paragraph.End));
    }

    private static bool Ends(string text, Tokens tokens, int i, LanguagePack language)
    {
        var token = tokens[i].In(text);
        var last = token[^1];
        if (last is '!' or '?' or '…' or '。' or '！' or '？') return true;
        if (last != '.') return false;
        return token.Length == 1 || tokens.Kinds[i] != TokenKind.Word
            || !language.IsTitle(token[..^1]) && !(token.Length == 2 && char.IsUpper(token[0]));
    }

    // A quotation mark or bracket that closes, written up against what it closes.
    private static bool Closes(string text, Tokens tokens, int i)
    {
        if (tokens.Starts[i] != tokens[i - 1].End) return false;
        var mark = tokens[i].In(text);
        if (mark.Length > 2) return false;
        return mark[0] is '”' or '’' or '"' or '\'' or ')' or ']' or '»' or '›'
            && (tokens[i].End == text.Length || !char.IsLetterOrDigit(text[tokens[i].End]));
    }

    private static bool Begins(string text, Tokens tokens, int stop, int next, LanguagePack language)
    {
        // "end.Then", without a space, is a slip of the pen: still a border after a mark that only ends sentences.
        var spaced = tokens.Starts[next] > tokens[next - 1].End;
        var token = tokens[next].In(text);
        var c = token[0];
        if (!spaced) return next > stop + 1 && c is '“' or '«' or '„';
        if (char.IsLower(c)) return false;
        if (c is ',' or ';' or ':' or ')' or ']' or '—' or '–' or '-' or '&' or '%' or '/') return false;

        // After an abbreviation ("U.S. Senate", "Jan. 5") only a word that commonly starts sentences starts one.
        var before = tokens[stop].In(text);
        if (before.Length == 1 || before[^1] != '.' || tokens.Kinds[stop] == TokenKind.Mark) return true;
        return c is '“' or '"' or '‘' || language.StartsSentences(token);
    }
}
