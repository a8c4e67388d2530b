using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>
/// Words and phrases of a list, each with what the list says of it; looked up where they begin among the tokens of a document,
/// the longest first. A word of a phrase stands for a form and for a lemma alike: "call on" finds "called on", "calls on".
/// </summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> _byFirst;

    private readonly record struct Entry(string[] Words, T Value);

    /// <summary>Makes a table of phrases; where one stands twice, the first counts.</summary>
    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        _byFirst = phrases
            .Select(p => new Entry(p.Phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries), p.Value))
            .GroupBy(e => e.Words[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.DistinctBy(e => string.Join(' ', e.Words)).OrderByDescending(e => e.Words.Length).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A table from lines of the form <c>class: phrase, phrase, ...</c>.</summary>
    public static PhraseTable<T> Read(string[] lines, Func<string, T> classNamed) => new(Classed(lines).Select(p => (p.Phrase, classNamed(p.Class))));

    /// <summary>
    /// The same phrases with the regular forms of their first word besides: lemmas hang on tags, and a verb that is taken for an
    /// adjective ("refused") keeps its form. What is given comes first.
    /// </summary>
    public static IEnumerable<(string Phrase, T Value)> WithForms(IEnumerable<(string Phrase, T Value)> phrases)
    {
        var given = phrases.ToList();
        return given.Concat(
            from pair in given
            let blank = pair.Phrase.IndexOf(' ', StringComparison.Ordinal)
            let first = blank < 0 ? pair.Phrase : pair.Phrase[..blank]
            where first.Length > 3 && first.All(char.IsAsciiLetter)
            from form in Inflections.OfVerb([first]).Skip(1)
            select (form + pair.Phrase[first.Length..], pair.Value));
    }

    /// <summary>The phrases of such lines with the names of their classes.</summary>
    public static IEnumerable<(string Class, string Phrase)> Classed(string[] lines) =>
        from line in lines
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        from phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select (line[..colon].Trim(), phrase);

    /// <summary>Looks for the longest phrase that begins at token <paramref name="at"/> and ends before <paramref name="end"/>.</summary>
    public bool TryMatch(TokenWords words, int at, int end, out int length, out T value)
    {
        if (words.Document.Tokens.Kinds[at] == TokenKind.Word)
        {
            if (_byFirst.TryGetValue(words.Form(at), out var entries) && TryMatch(entries, words, at, end, out length, out value)) return true;
            if (!words.Form(at).SequenceEqual(words.Lemma(at)) && _byFirst.TryGetValue(words.Lemma(at), out entries)
                && TryMatch(entries, words, at, end, out length, out value)) return true;
        }

        length = 0;
        value = default!;
        return false;
    }

    /// <summary>Looks for a phrase of one word.</summary>
    public bool TryGet(ReadOnlySpan<char> word, out T value)
    {
        value = default!;
        if (!_byFirst.TryGetValue(word, out var entries) || entries[^1].Words.Length > 1) return false;
        value = entries[^1].Value;
        return true;
    }

    private static bool TryMatch(Entry[] entries, TokenWords words, int at, int end, out int length, out T value)
    {
        foreach (var entry in entries)
        {
            length = entry.Words.Length;
            value = entry.Value;
            if (length > end - at) continue;
            var k = 1;
            while (k < length && (words.Form(at + k).SequenceEqual(entry.Words[k]) || words.Lemma(at + k).SequenceEqual(entry.Words[k]))) k++;
            if (k == length) return true;
        }

        length = 0;
        value = default!;
        return false;
    }
}
