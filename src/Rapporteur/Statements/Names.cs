using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>The capitalised names of a document, so that a short one can be made whole ("Wang" is "Wang Wenbin").</summary>
internal sealed class Names
{
    private const int LongestName = 5;
    private const int MostAlike = 64;

    private readonly Words _words;
    private readonly Dictionary<string, List<TokenRange>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TokenRange>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Names(Words words)
    {
        _words = words;
        _lookup = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsCapitalised(i)) continue;
            var end = i + 1;
            while (end < words.Count && end - i < LongestName && words.IsCapitalised(end) && words.IsNextTo(end - 1)) end++;
            var name = Unprefixed(new TokenRange(i, end));
            if (name.Count > 1)
            {
                Add(name.First, name);
                Add(name.End - 1, name);
            }

            i = end - 1;
        }
    }

    /// <summary>The capitalised words that <paramref name="phrase"/> ends with, without those that only say what someone is.</summary>
    public TokenRange AtEnd(TokenRange phrase)
    {
        var first = phrase.End;
        while (first > phrase.First && _words.IsCapitalised(first - 1)) first--;
        return Unprefixed(new TokenRange(first, phrase.End));
    }

    /// <summary>The longer name that this one is short for: the only one, else the one last given in full before it.</summary>
    public TokenRange Fullest(TokenRange name)
    {
        if (name.Count == 0 || !_lookup.TryGetValue(_words[name.End - 1], out var candidates)) return name;
        TokenRange only = name, last = name;
        var several = false;
        foreach (var candidate in candidates)
        {
            if (candidate.Count <= name.Count || !(EndsWith(candidate, name) || (name.Count == 1 && StartsWith(candidate, name)))) continue;
            if (only.Count > name.Count && !SameWords(only, candidate)) several = true;
            if (only.Count == name.Count) only = candidate;
            if (candidate.First <= name.First) last = candidate;
        }

        return several ? last : only;
    }

    private TokenRange Unprefixed(TokenRange name)
    {
        var first = name.First;
        while (first < name.End - 1 && (_words.Language.IsRole(_words[first].TrimEnd('.'))
            || _words.Lexicon.NounOf(_words[first]) == Languages.SourceNoun.Person)) first++;
        return new TokenRange(first, name.End);
    }

    private void Add(int word, TokenRange name)
    {
        if (!_lookup.TryGetValue(_words[word], out var alike)) _lookup[_words[word]] = alike = [];
        if (alike.Count < MostAlike) alike.Add(name);
    }

    private bool EndsWith(TokenRange longer, TokenRange shorter) =>
        SameWords(new TokenRange(longer.End - shorter.Count, longer.End), shorter);

    private bool StartsWith(TokenRange longer, TokenRange shorter) =>
        SameWords(new TokenRange(longer.First, longer.First + shorter.Count), shorter);

    private bool SameWords(TokenRange a, TokenRange b)
    {
        if (a.Count != b.Count) return false;
        for (var k = 0; k < a.Count; k++)
            if (!_words[a.First + k].SequenceEqual(_words[b.First + k])) return false;
        return true;
    }
}
