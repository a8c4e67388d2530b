using System.Collections.Frozen;
using Rapporteur.Languages;
using Rapporteur.Learning;

namespace Rapporteur.Archive.Comparison;

/// <summary>What the language pack knows of words that are written differently and are the same, and of words that say little.</summary>
internal sealed class WordForms
{
    private readonly FrozenDictionary<string, string[]> _forms;
    private readonly (string Clitic, string[] Words)[] _clitics;
    private readonly FrozenSet<string> _function;

    /// <summary>Reads the lists of a language pack.</summary>
    public WordForms(LanguagePack language)
    {
        var lines = language.List("comparison/word-forms").Select(line => line.Split(" = ", 2)).ToList();
        _forms = lines.ToFrozenDictionary(pair => pair[0], pair => pair[1].Split(", "), StringComparer.Ordinal);
        _clitics = [.. lines.Where(pair => pair[0][0] == '\'' || pair[0] == "n't").Select(pair => (pair[0], pair[1].Split(", ")))];
        _function = language.List("comparison/function-words").ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Those of English.</summary>
    public static WordForms English { get; } = new(LanguagePack.English);

    /// <summary>Whether a folded word says little of what a sentence is about.</summary>
    public bool IsFunction(string word) => _function.Contains(word);

    /// <summary>The other ways to write a folded word, each as the hash of its one or two words (<see cref="Pair"/>); commonly none.</summary>
    public ulong[] Expansions(string word)
    {
        if (_forms.TryGetValue(word, out var forms)) return [.. forms.Select(Hash).Where(hash => hash != 0)];
        if (!word.Contains('\'', StringComparison.Ordinal)) return [];
        foreach (var (clitic, words) in _clitics)
        {
            if (!word.EndsWith(clitic, StringComparison.Ordinal) || word.Length == clitic.Length) continue;
            var stem = Hashing.Of(word.AsSpan(0, word.Length - clitic.Length));
            return [.. words.Select(second => Pair(stem, Hashing.Of(second)))];
        }

        return [];
    }

    /// <summary>Names one word (the second 0) or two by their hashes.</summary>
    public static ulong Pair(uint first, uint second) => (ulong)first << 32 | second;

    /// <summary>Whether two folded words are likely forms of one: they begin alike over most of their length.</summary>
    public static bool IsNear(string a, string b)
    {
        const int Fewest = 4;
        var common = a.AsSpan().CommonPrefixLength(b);
        return common >= Fewest && common * 10 >= Math.Max(a.Length, b.Length) * 6;
    }

    private static ulong Hash(string words)
    {
        var parts = words.Split(' ');
        return parts.Length switch
        {
            1 => Pair(Hashing.Of(parts[0]), 0),
            2 => Pair(Hashing.Of(parts[0]), Hashing.Of(parts[1])),
            _ => 0,
        };
    }
}
