using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>The capitalised names of a document, so that a short one can be made whole ("Wang" is "Wang Wenbin").</summary>
internal sealed class Names
{
    private const int LongestName = 8;
    private const int MostAlike = 64;

    private readonly Words _words;
    private readonly EntityIndex _entities;
    private readonly Dictionary<string, List<TokenRange>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TokenRange>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Names(Words words, EntityIndex entities)
    {
        _words = words;
        _entities = entities;
        _lookup = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsNameWord(i)) continue;
            var end = i + 1;
            while (end < words.Count && end - i < LongestName && (IsNameWord(end) || Joins(end)) && words.IsNextTo(end - 1)) end++;
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
        while (first > phrase.First && (IsNameWord(first - 1) || (first > phrase.First + 1 && Joins(first - 1)))) first--;
        var name = Unprefixed(new TokenRange(first, phrase.End));

        // A lone noun is no name because it begins a sentence: "Critics", "Police".
        return name.Count == 1 && name.First == phrase.First && Fullest(name).Count == 1 && (_words.Tag(name.First) == UniversalTag.Noun || _words.Lexicon.NounOf(_words[name.First]) != SourceNoun.None) ? new TokenRange(phrase.End, phrase.End) : name;
    }

    /// <summary>The entity that a name is one of; null where it is none's.</summary>
    public Entity? EntityOf(TokenRange name)
    {
        foreach (var (mention, entity) in _entities.In(name))
            if (mention.Kind == MentionKind.Name && mention.Tokens.End == name.End) return entity;
        return null;
    }

    /// <summary>Where the fullest name of an entity first stands; null for one without a name.</summary>
    public TokenRange? Fullest(Entity entity)
    {
        foreach (var mention in entity.Mentions)
            if (mention.Kind == MentionKind.Name) return Fullest(mention.Tokens);
        return null;
    }

    /// <summary>Where a name of two words or more stands, in the order of the text; the name itself where it is shorter.</summary>
    public IEnumerable<TokenRange> Mentions(TokenRange full) =>
        full.Count > 1 && _lookup.TryGetValue(_words[full.End - 1], out var candidates) ? candidates.Where(c => SameWords(c, full)) : [full];

    /// <summary>The name that a label in capitals stands for: "SEN. WHITLOCK" is whoever is last named "... Whitlock" in full.</summary>
    public TokenRange OfLabel(TokenRange label)
    {
        var word = _words[label.End - 1];
        Span<char> title = stackalloc char[Math.Min(word.Length, 32)];
        if (word.Length is 0 or > 32 || word.ToLowerInvariant(title) < 0) return label;
        title[0] = word[0];
        if (_lookup.TryGetValue(title, out var candidates) || _lookup.TryGetValue(word, out candidates)) return candidates[0];
        foreach (var entity in _entities.All)
            foreach (var mention in entity.Mentions)
                if (mention.Kind == MentionKind.Name && mention.Tokens.Count > 1 && _words.Is(mention.Tokens.End - 1, word)) return mention.Tokens;
        return label;
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

    // "Deputy Premier | Fang Guorui", "Alameda County Superior Court Judge | Michael Markman".
    private TokenRange Unprefixed(TokenRange name)
    {
        for (var i = name.First; i < name.End; i++)
            if (Joins(i) && !_words.IsHyphen(i)) return name;
        for (var i = name.End - 2; i >= name.First; i--)
            if (_words.Language.IsRole(_words[i].TrimEnd('.')) || _words.Lexicon.NounOf(_words[i]) == SourceNoun.Person) return new TokenRange(i + 1, name.End);
        return name;
    }

    /// <summary>Whether a word joins two parts of a name: "Department of Education", "St John-Hale".</summary>
    public bool Joins(int i) =>
        i > 0 && i + 1 < _words.Count && IsNameWord(i - 1) && IsNameWord(i + 1)
        && (_words.IsHyphen(i) || (_words.Lexicon.JoinsNames(_words[i]) && _words.Lexicon.NounOf(_words[i - 1]) == SourceNoun.Organization));

    // A capital also begins a sentence: "But Henderson", "After Reid".
    private bool IsNameWord(int i) =>
        _words.IsCapitalised(i) && _words.Tag(i) is not (UniversalTag.Cconj or UniversalTag.Sconj or UniversalTag.Adp or UniversalTag.Adv or UniversalTag.Det
            or UniversalTag.Pron or UniversalTag.Aux or UniversalTag.Part);

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
