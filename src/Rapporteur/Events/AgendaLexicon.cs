using System.Collections.Frozen;
using Rapporteur.Languages;

namespace Rapporteur.Events;

/// <summary>A language's words for scheduled happenings. Immutable and safe to share between threads.</summary>
internal sealed class AgendaLexicon
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _happenings;
    private readonly FrozenSet<string> _things;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _holding;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _forms;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _manners;

    public AgendaLexicon(LanguagePack language)
    {
        var sections = language.List("agenda-words").Select(line => line.Split(": ", 2)).ToDictionary(p => p[0], p => p[1].Split(' '), StringComparer.Ordinal);
        _happenings = sections["happening"].Select(e => e.Split('=')).ToFrozenDictionary(e => e[0], e => e[1], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _things = sections["things"].ToFrozenSet(StringComparer.Ordinal);
        _holding = Set("holding");
        _forms = Set("form");
        _manners = Set("manner");

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string name) =>
            sections[name].ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The form of the happening that the verb of this lemma is; null where it is none.</summary>
    public string? Happening(ReadOnlySpan<char> verb) => _happenings.TryGetValue(verb, out var form) ? form : null;

    /// <summary>Whether the happening that the verb of this lemma is may be done to a thing: "sign a treaty", not "meet demand".</summary>
    public bool TakesThings(string verb) => _things.Contains(verb);

    /// <summary>Whether the verb of this lemma makes a happening of the noun beside it.</summary>
    public bool Holds(ReadOnlySpan<char> verb) => _holding.Contains(verb);

    /// <summary>Whether the noun of this lemma is a happening.</summary>
    public bool IsForm(ReadOnlySpan<char> noun) => _forms.Contains(noun);

    /// <summary>Whether the word of this lemma says in what manner a happening is held.</summary>
    public bool IsManner(ReadOnlySpan<char> word) => _manners.Contains(word);
}
