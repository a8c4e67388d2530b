using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>The words of a source taken apart: the noun phrase, its head, the name in it, and what follows after a comma.</summary>
/// <param name="Core">The noun phrase, up to the first comma, bracket or relative clause.</param>
/// <param name="Head">The word that the phrase is about: the last of the name, or the noun before the first preposition.</param>
/// <param name="Name">The name that the phrase is about; empty for a description.</param>
/// <param name="Tail">What follows after a comma or a relative pronoun.</param>
internal readonly record struct SourcePhrase(TokenRange Core, int Head, TokenRange Name, TokenRange Tail)
{
    private const int LongestDateline = 16;

    /// <summary>Takes the words of a source apart; null where no word is left.</summary>
    public static SourcePhrase? Parse(TokenRange source, Words words, Names names)
    {
        var first = AfterDateline(source, words);
        while (first < source.End && (words.IsMark(first) || (IsThin(words.Tag(first)) && !(words.IsCapitalised(first) && words.Tag(first) == UniversalTag.Adv)))) first++;
        var end = first;
        while (end < source.End && !EndsCore(end, first, words)) end++;
        if (end == first) return null;
        var core = new TokenRange(first, end);
        var preposition = FirstPreposition(core, words, names);
        var about = new TokenRange(first, preposition);
        var name = names.AtEnd(about);
        var head = about.End - 1;
        while (head > first && words.Tag(head) == UniversalTag.Adv) head--;
        if (name.Count == 0 && head < about.End - 1) name = names.AtEnd(new TokenRange(first, head + 1));
        return new SourcePhrase(core, head, name, new TokenRange(end, source.End));
    }

    // "LONDON, March 9 (Northern Wire) - The minister": the source begins after the dash.
    private static int AfterDateline(TokenRange source, Words words)
    {
        for (var i = source.First + 1; i < source.End - 1 && i < source.First + LongestDateline; i++)
            if (words.IsMark(i) && words.First(i) is '-' or '—' or '–' && (words.First(i - 1) == ')' || IsShouted(words[source.First]))) return i + 1;
        return source.First;
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c)) return false;
        return word.Length > 2;
    }

    private static bool IsThin(UniversalTag tag) => tag is UniversalTag.Adp or UniversalTag.Cconj or UniversalTag.Sconj or UniversalTag.Adv or UniversalTag.Punct;

    private static bool EndsCore(int i, int first, Words words) =>
        i > first && (words.IsMark(i) && !words.IsHyphen(i) && words.First(i) is not ('&' or '/' or '.' or '$' or '%')
        || words.Syntax.PennTags[i] is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Md
        || words.IsPronoun(i) && words.Syntax.PennTags[i] is PennTag.Wdt or PennTag.Wp);

    private static int FirstPreposition(TokenRange core, Words words, Names names)
    {
        for (var i = core.First + 1; i < core.End; i++)
            if ((!names.Joins(i) && words.Tag(i) == UniversalTag.Adp) || (words.Tag(i) == UniversalTag.Verb && words.Syntax.PennTags[i] is PennTag.Vbn or PennTag.Vbg && !words.IsCapitalised(i))) return i;
        return core.End;
    }
}
