using System.Collections.Frozen;
using System.Globalization;
using Rapporteur.Languages;

namespace Rapporteur.Times;

/// <summary>A phrase of several words that is looked up whole.</summary>
/// <param name="Words">Its words, in lower case.</param>
/// <param name="Reference">PAST_REF, PRESENT_REF or FUTURE_REF where it is one.</param>
/// <param name="Bound">The mod where it bounds an amount ("more than").</param>
/// <param name="Holiday">The rule of its day where it is a holiday.</param>
internal sealed record TimePhrase(string[] Words, string? Reference, TimeMod? Bound, string? Holiday);

/// <summary>A language's words and phrases of time.</summary>
internal sealed class TimeLexicon
{
    private const int Longest = 24;

    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, TimePhrase[]>.AlternateLookup<ReadOnlySpan<char>> _phrases;
    private readonly FrozenDictionary<string, Direction>.AlternateLookup<ReadOnlySpan<char>> _tenses;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _hollow;

    public TimeLexicon(LanguagePack language)
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.Ordinal);
        var phrases = new List<TimePhrase>();
        foreach (var (name, entries) in Sections(language, "time-words"))
        {
            var list = entries.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (name == "bound")
                phrases.AddRange(list.Select(e => e.Split('=')).Select(e => new TimePhrase(e[0].Split('_'), null, Mod(e[1]), null)));
            else
                foreach (var entry in list) Add(words, Enum.Parse<TimeWordKind>(name, ignoreCase: true), entry);
        }

        foreach (var (value, entries) in Sections(language, "time-references"))
            phrases.AddRange(entries.Split(';', StringSplitOptions.TrimEntries).Select(e => new TimePhrase(Split(e), value, null, null)));
        foreach (var holiday in language.List("holidays").Select(line => line.Split('=')))
            phrases.Add(new TimePhrase(Split(holiday[0]), null, null, holiday[1]));
        foreach (var phrase in phrases) Add(words, TimeWordKind.Phrase, phrase.Words[0]);

        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _phrases = phrases.GroupBy(p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

        var tenses = Sections(language, "tense-words").ToDictionary(s => s.Name, s => s.Entries.Split(' '), StringComparer.Ordinal);
        _tenses = tenses["future"].Select(w => (Word: w, Direction.Future)).Concat(tenses["past"].Select(w => (Word: w, Direction.Past)))
            .DistinctBy(w => w.Word).ToFrozenDictionary(w => w.Word, w => w.Item2, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _hollow = tenses["hollow"].ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What <paramref name="word"/> can be in a time expression, in whatever case it is written; its full stop does not count.</summary>
    public TimeWord Find(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Longest];
        return Lower(word, lower, out var key) && _words.TryGetValue(key, out var found) ? found : default;
    }

    /// <summary>The phrases that begin with <paramref name="word"/>, longest first.</summary>
    public ReadOnlySpan<TimePhrase> PhrasesFrom(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Longest];
        return Lower(word, lower, out var key) && _phrases.TryGetValue(key, out var found) ? found : [];
    }

    /// <summary>Which way <paramref name="word"/> points.</summary>
    public Direction TenseOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Longest];
        return Lower(word, lower, out var key) && _tenses.TryGetValue(key, out var found) ? found : Direction.None;
    }

    /// <summary>Whether an infinitive after <paramref name="word"/> did not lie ahead ("failed to").</summary>
    public bool IsHollow(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Longest];
        return Lower(word, lower, out var key) && _hollow.Contains(key);
    }

    private static bool Lower(ReadOnlySpan<char> word, Span<char> buffer, out ReadOnlySpan<char> lower)
    {
        if (word.Length > 1 && word[^1] == '.') word = word[..^1];
        lower = default;
        if (word.Length > Longest || word.ToLowerInvariant(buffer) != word.Length) return false;
        lower = buffer[..word.Length];
        return true;
    }

    private static string[] Split(string phrase) => phrase.Replace("'s", " 's", StringComparison.Ordinal).Split(' ');

    private static TimeMod Mod(string code) => Enum.Parse<TimeMod>(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static IEnumerable<(string Name, string Entries)> Sections(LanguagePack language, string list) =>
        language.List(list).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1]));

    private static void Add(Dictionary<string, TimeWord> words, TimeWordKind kind, string entry)
    {
        var parts = entry.Split('=');
        var word = words.GetValueOrDefault(parts[0]) with { };
        word = word with { Kind = word.Kind | kind };
        if (parts.Length > 1)
        {
            if (int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) word = word with { Value = value };
            else if (Enum.TryParse<TimeUnit>(parts[1], out var unit)) word = word with { Unit = unit };
            else word = word with { Code = parts[1] };
        }

        words[parts[0]] = word;
    }
}
