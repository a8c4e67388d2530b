using System.Collections.Frozen;
using Rapporteur.Languages;

namespace Rapporteur.Archive.Comparison;

/// <summary>What the language pack knows of the words that transcripts write beside the words spoken.</summary>
internal sealed class TranscriptWords
{
    private readonly FrozenSet<string> _nameless;
    private readonly FrozenSet<string> _notes;
    private readonly FrozenDictionary<string, string> _headers;

    /// <summary>Reads the lists of a language pack.</summary>
    public TranscriptWords(LanguagePack language)
    {
        var lines = language.List("comparison/transcript-words").Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1].Split(", "));
        FrozenSet<string> Of(string kind) => lines[kind].SelectMany(words => words).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _nameless = Of("nameless");
        _notes = Of("note");
        string[] given = ["date", "title", "speaker"];
        _headers = given.SelectMany(kind => Of(kind).Select(key => (key, kind)))
            .ToFrozenDictionary(pair => pair.key, pair => pair.kind, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Those of English.</summary>
    public static TranscriptWords English { get; } = new(LanguagePack.English);

    /// <summary>Whether a label is of a turn whose speaker it does not name.</summary>
    public bool IsNameless(string label) => _nameless.Contains(label.Trim().TrimEnd('.')) || label.Split(' ', '.').All(word => word.Length == 0 || word[0] == '#' || char.IsDigit(word[0]) || _nameless.Contains(word));

    /// <summary>Whether what stands in brackets is of the room or the writer, not spoken.</summary>
    public bool IsNote(ReadOnlySpan<char> inner)
    {
        var letters = inner.ToString().Split([' ', '.', ',', ';', '…', '-'], StringSplitOptions.RemoveEmptyEntries);
        return letters.Any(_notes.Contains) || (letters.Length > 1 && !inner.ContainsAnyInRange('a', 'z') && inner.ContainsAnyInRange('A', 'Z'));
    }

    /// <summary>What a line above a transcript gives ("date", "title", "speaker") whose key is <paramref name="key"/>; null where it is another.</summary>
    public string? Header(string key) => _headers.GetValueOrDefault(key.Trim());
}
