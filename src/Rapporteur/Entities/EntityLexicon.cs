using Rapporteur.Languages;

namespace Rapporteur.Entities;

/// <summary>What a noun stands for by its meaning.</summary>
internal enum NounClass : byte
{
    None,
    Person,
    State,
    Organization,
    Group,
    Document,
    Place,
}

/// <summary>The words that entities are known by: first names, nouns for people and things, places. Immutable.</summary>
internal sealed class EntityLexicon
{
    private readonly Dictionary<string, (NounClass Class, Gender? Gender, string Role)>.AlternateLookup<ReadOnlySpan<char>> _nouns;
    private readonly Dictionary<string, Gender?>.AlternateLookup<ReadOnlySpan<char>> _firstNames;
    private readonly Dictionary<string, Gender>.AlternateLookup<ReadOnlySpan<char>> _honorifics;

    /// <summary>Reads the lists of a language pack.</summary>
    /// <exception cref="InvalidDataException">A line is not of its form.</exception>
    public EntityLexicon(LanguagePack language)
    {
        Language = language;
        Actors = new ActorTable(language);
        var nouns = new Dictionary<string, (NounClass, Gender?, string)>(StringComparer.Ordinal);
        foreach (var line in language.Table("entities/role-nouns", 2))
            foreach (var entry in Split(line[1]))
            {
                Gender? gender = entry.EndsWith(" m", StringComparison.Ordinal) ? Gender.Male
                    : entry.EndsWith(" f", StringComparison.Ordinal) ? Gender.Female : null;
                nouns.TryAdd(gender is null ? entry : entry[..^2], (NounClass.Person, gender, line[0]));
            }

        foreach (var line in language.Table("entities/thing-nouns", 2))
        {
            var parts = line[0].Split('-');
            if (!Enum.TryParse<NounClass>(parts[0], ignoreCase: true, out var kind)) throw new InvalidDataException($"No class of nouns '{line[0]}'.");
            foreach (var noun in Split(line[1])) nouns.TryAdd(noun, (kind, null, parts[^1]));
        }

        _nouns = nouns.GetAlternateLookup<ReadOnlySpan<char>>();
        var names = new Dictionary<string, Gender?>(StringComparer.Ordinal);
        foreach (var line in language.Table("entities/first-names", 2))
            foreach (var name in Split(line[1])) names.TryAdd(name, line[0] switch { "m" => Gender.Male, "f" => Gender.Female, _ => null });
        _firstNames = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var honorifics = new Dictionary<string, Gender>(StringComparer.Ordinal);
        foreach (var line in language.Table("entities/honorifics", 2))
            foreach (var word in Split(line[1])) honorifics.TryAdd(word, line[0] == "m" ? Gender.Male : Gender.Female);
        _honorifics = honorifics.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in language.Table("entities/places", 2))
        {
            Places.Add(line[0], true);
            foreach (var other in Split(line[1])) Places.Add(other, true);
        }
    }

    /// <summary>The pack that the lists came from.</summary>
    public LanguagePack Language { get; }

    /// <summary>Countries, organisations, institutions.</summary>
    public ActorTable Actors { get; }

    /// <summary>Names of places.</summary>
    public NameTable<bool> Places { get; } = new();

    /// <summary>What a noun, given as its lemma in lower case, stands for.</summary>
    public NounClass ClassOf(ReadOnlySpan<char> lemma) => _nouns.TryGetValue(lemma, out var found) ? found.Class : NounClass.None;

    /// <summary>The class of role that a noun names ("minister", "spokesperson", "kin"); null for none.</summary>
    public string? RoleOf(ReadOnlySpan<char> lemma) =>
        _nouns.TryGetValue(lemma, out var found) && found.Class == NounClass.Person ? found.Role : null;

    /// <summary>What kind of actor the body of a state is that a noun names; null for other nouns.</summary>
    public ActorKind? StateBodyOf(ReadOnlySpan<char> lemma) =>
        _nouns.TryGetValue(lemma, out var found) && found.Class == NounClass.State ? Enum.Parse<ActorKind>(found.Role, ignoreCase: true) : null;

    /// <summary>The gender that an honorific before a name tells ("Mrs."); null for other words.</summary>
    public Gender? GenderOfHonorific(ReadOnlySpan<char> word) => _honorifics.TryGetValue(word, out var found) ? found : null;

    /// <summary>The gender that is part of a noun's meaning; null where none is.</summary>
    public Gender? GenderOf(ReadOnlySpan<char> lemma) => _nouns.TryGetValue(lemma, out var found) ? found.Gender : null;

    /// <summary>Whether a word, as it is written, is a first name; and of which gender, where it is of one.</summary>
    public bool IsFirstName(ReadOnlySpan<char> word, out Gender? gender) => _firstNames.TryGetValue(word, out gender);

    private static string[] Split(string cell) => cell.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
