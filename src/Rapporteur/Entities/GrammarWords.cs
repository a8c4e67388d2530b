using Rapporteur.Languages;

namespace Rapporteur.Entities;

/// <summary>What a function word beside a name tells of it.</summary>
internal enum GrammarClass : byte
{
    None,
    Locative,
    Agentive,
    Connective,
    Relative,
    Lead,
    Definite,
    Indefinite,
    Demonstrative,
    Reflexive,
    Generation,
    Calendar,
}

/// <summary>What a pronoun can refer to.</summary>
internal enum PronounClass : byte
{
    None,
    Male,
    Female,
    Neuter,
    Plural,
    First,
    FirstPlural,
    Second,
}

/// <summary>The function words of a language that entities are read by. Immutable.</summary>
internal sealed class GrammarWords
{
    private readonly Dictionary<string, GrammarClass>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly Dictionary<string, PronounClass>.AlternateLookup<ReadOnlySpan<char>> _pronouns;

    /// <summary>Reads the lists of a language pack.</summary>
    /// <exception cref="InvalidDataException">A line names no class.</exception>
    public GrammarWords(LanguagePack language)
    {
        _words = Read<GrammarClass>(language, "entities/grammar-words");
        _pronouns = Read<PronounClass>(language, "entities/pronouns");
    }

    /// <summary>The class of a word, or of the lemma of a verb.</summary>
    public GrammarClass ClassOf(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var found) ? found : GrammarClass.None;

    /// <summary>The class of a pronoun, in whatever case it is written.</summary>
    public PronounClass PronounOf(ReadOnlySpan<char> word)
    {
        const int Longest = 10;
        if (word.Length > Longest) return PronounClass.None;
        Span<char> lower = stackalloc char[Longest];
        return _pronouns.TryGetValue(lower[..word.ToLowerInvariant(lower)], out var found) ? found : PronounClass.None;
    }

    private static Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Read<T>(LanguagePack language, string table) where T : struct, Enum
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var line in language.Table(table, 2))
        {
            if (!Enum.TryParse<T>(line[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsed))
                throw new InvalidDataException($"{table}: no class '{line[0]}'.");
            foreach (var word in line[1].Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) words.TryAdd(word, parsed);
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
