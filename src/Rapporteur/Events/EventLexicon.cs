using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Languages;

namespace Rapporteur.Events;

/// <summary>What a verb does: see the language pack's list of event verbs.</summary>
/// <param name="Type">The event.</param>
/// <param name="Mode">Its mode.</param>
/// <param name="With">Lemmas of which one must hang on the verb; empty for any.</param>
/// <param name="Subjects">Lemmas of which one must be the subject; empty for any.</param>
internal sealed record EventRule(PloverEvent Type, string? Mode, FrozenSet<string> With, FrozenSet<string> Subjects)
{
    /// <summary>For looking words up that lie in a text.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithLookup { get; } = With.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>For looking words up that lie in a text.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SubjectLookup { get; } = Subjects.GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>What a word does to the event below it, or shows of it. A word may do several things.</summary>
[Flags]
internal enum EventFrame
{
    None = 0,
    Report = 1 << 0,
    Promise = 1 << 1,
    Threat = 1 << 2,
    Refuse = 1 << 3,
    Demand = 1 << 4,
    DemandWith = 1 << 5,
    BareDemand = 1 << 6,
    Through = 1 << 7,
    Future = 1 << 8,
    Obligation = 1 << 9,
    Negation = 1 << 10,
    Condition = 1 << 11,
    Toward = 1 << 12,
    By = 1 << 13,
    Place = 1 << 14,
    Destination = 1 << 15,
    Hypothesis = 1 << 16,
    Conditional = 1 << 17,
    Possible = 1 << 18,
    Unreal = 1 << 19,
    Plan = 1 << 20,
}

/// <summary>A language's words of political events. Immutable and safe to share between threads.</summary>
internal sealed class EventLexicon
{
    private readonly FrozenDictionary<string, EventRule[]>.AlternateLookup<ReadOnlySpan<char>> _rules;
    private readonly FrozenDictionary<string, EventFrame>.AlternateLookup<ReadOnlySpan<char>> _frames;
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _contexts;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bases;
    private readonly FrozenSet<PloverEvent> _friendly;
    private readonly FrozenSet<PloverEvent> _domestic;
    private readonly FrozenSet<PloverEvent> _spoken;

    public EventLexicon(LanguagePack language)
    {
        var rules = new List<(string Verb, EventRule Rule)>();
        foreach (var line in language.Table("event-verbs", 4))
        {
            var type = line[0].Split('/');
            var rule = new EventRule(Type(type[0]), type.ElementAtOrDefault(1), Words(line[2]), Words(line[3]));
            rules.AddRange(Split(line[1]).Select(verb => (verb, rule)));
        }

        _rules = rules.GroupBy(r => r.Verb, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(r => r.Rule).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

        var frames = new Dictionary<string, EventFrame>(StringComparer.Ordinal);
        var sections = language.List("event-frames").Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => Split(parts[1]), StringComparer.Ordinal);
        foreach (var (name, words) in sections)
            if (Enum.TryParse<EventFrame>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var frame))
                foreach (var word in words) frames[word] = frames.GetValueOrDefault(word) | frame;
        _frames = frames.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _friendly = sections["friendly"].Select(Type).ToFrozenSet();
        // The lemmatizer may miss a verb ("upgraded"); the regular forms of the verbs listed here are known.
        _bases = rules.Select(r => r.Verb).Concat(frames.Keys).Distinct().Where(verb => verb.All(char.IsAsciiLetterLower))
            .SelectMany(verb => Inflections.OfVerb([verb]).Select(form => (Form: form, Verb: verb)))
            .DistinctBy(f => f.Form).ToFrozenDictionary(f => f.Form, f => f.Verb, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _spoken = sections["spoken"].Select(Type).ToFrozenSet();
        _domestic = sections["domestic"].Select(Type).ToFrozenSet();

        _contexts = language.List("event-contexts").Select(line => line.Split(": ", 2))
            .SelectMany(parts => Split(parts[1]).Select(word => (Word: word, Context: parts[0])))
            .GroupBy(c => c.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(c => c.Context).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What the verb of this lemma may do, in the order in which that is tried.</summary>
    public EventRule[] Rules(ReadOnlySpan<char> lemma) => _rules.TryGetValue(lemma, out var rules) ? rules : [];

    /// <summary>The verb of which this is a regular form, where it is one that is listed; null else.</summary>
    public string? BaseOf(ReadOnlySpan<char> form) => _bases.TryGetValue(form, out var verb) ? verb : null;

    /// <summary>What the word of this lemma does to events.</summary>
    public EventFrame Frame(ReadOnlySpan<char> lemma) => _frames.TryGetValue(lemma, out var frame) ? frame : EventFrame.None;

    /// <summary>The contexts that the word of this lemma shows.</summary>
    public ReadOnlySpan<string> Contexts(ReadOnlySpan<char> lemma) => _contexts.TryGetValue(lemma, out var contexts) ? contexts : [];

    /// <summary>Whether the event is one that promises are made of.</summary>
    public bool IsFriendly(PloverEvent type) => _friendly.Contains(type);

    /// <summary>Whether the event is done by words, so that announcing it is doing it.</summary>
    public bool IsSpoken(PloverEvent type) => _spoken.Contains(type);

    /// <summary>Whether the event stays within a country where no other is named.</summary>
    public bool IsDomestic(PloverEvent type) => _domestic.Contains(type);

    private static PloverEvent Type(string name) => Enum.Parse<PloverEvent>(name, ignoreCase: true);

    private static FrozenSet<string> Words(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
