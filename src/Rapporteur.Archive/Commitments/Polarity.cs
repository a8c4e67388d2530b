using System.Collections.Frozen;
using Rapporteur.Languages;

namespace Rapporteur.Archive.Commitments;

/// <summary>What a language pack knows of words that turn a proposition round.</summary>
internal sealed class Polarity
{
    private const int ShortestStem = 3;

    private readonly FrozenSet<string> _negations, _breaks;
    private readonly string[] _endings;
    private readonly FrozenDictionary<string, (string Stem, bool Turned)> _opposites;

    /// <summary>Reads the list of a language pack.</summary>
    public Polarity(LanguagePack language)
    {
        var lines = language.List("commitments/polarity").Select(line => line.Split(": ", 2)).ToLookup(parts => parts[0], parts => parts[1]);
        _negations = [.. Words(lines["negation"].Single())];
        _breaks = [.. Words(lines["break"].Single())];
        _endings = Words(lines["ending"].Single());
        var opposites = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (var sides in lines["opposite"].Select(line => line.Split(" / ").Select(Words).ToArray()))
            for (var side = 0; side < sides.Length; side++)
                foreach (var word in sides[side]) opposites.TryAdd(Stem(word), (Stem(sides[0][0]), side == 1));
        _opposites = opposites.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>That of English.</summary>
    public static Polarity English { get; } = new(LanguagePack.English);

    /// <summary>Whether a folded word denies what follows it.</summary>
    public bool IsNegation(string word) => _negations.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>Whether a folded word ends what a negation reaches.</summary>
    public bool IsBreak(string word) => _breaks.Contains(word);

    /// <summary>What a word says: its stem, or that of its opposite turned round.</summary>
    public (string Stem, bool Turned) Meaning(string word)
    {
        var stem = Stem(word);
        return _opposites.TryGetValue(stem, out var meaning) ? meaning : (stem, false);
    }

    // Cuts one ending off: enough to bring "close", "closes" and "closing" together, which is all that is asked of it.
    private string Stem(string word)
    {
        var possessive = word.IndexOf('\'', StringComparison.Ordinal);
        if (possessive > 0) word = word[..possessive];
        foreach (var ending in _endings)
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)) return Undoubled(word[..^ending.Length]);
        return word;
    }

    // "stopping" is of "stop".
    private static string Undoubled(string stem) => stem.Length > ShortestStem && stem[^1] == stem[^2] ? stem[..^1] : stem;

    private static string[] Words(string list) => list.Split(", ", StringSplitOptions.TrimEntries);
}
