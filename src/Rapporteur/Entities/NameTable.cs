using System.Diagnostics.CodeAnalysis;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>Names of one or more words, each with what it stands for; finds the longest that starts at a token. Case counts.</summary>
internal sealed class NameTable<T> where T : notnull
{
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _names =
        new Dictionary<string, T>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // The most characters that a name starting with a word has, so that no longer stretch is looked up.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longest =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All names, in no order that means anything.</summary>
    public IReadOnlyDictionary<string, T> All => _names.Dictionary;

    /// <summary>Adds a name; the first of two alike stays.</summary>
    public void Add(string name, T value)
    {
        if (!_names.Dictionary.TryAdd(name, value)) return;
        // The tokenizer may cut the first word at a mark, so the part before one counts as a first word too.
        var word = name.AsSpan();
        var space = word.IndexOf(' ');
        if (space > 0) word = word[..space];
        Lengthen(word, name.Length);
        var clean = word.IndexOfAny("-/'+");
        if (clean > 0) Lengthen(word[..clean], name.Length);
    }

    /// <summary>What exactly this name stands for.</summary>
    public bool TryFind(ReadOnlySpan<char> name, [MaybeNullWhen(false)] out T value) =>
        _names.TryGetValue(name, out value);

    /// <summary>The longest name that starts with token <paramref name="i"/> and ends before token <paramref name="end"/>.</summary>
    /// <returns>How many tokens it takes; 0 where there is none.</returns>
    public int At(Document document, int i, int end, out T? value)
    {
        value = default;
        var start = document.Tokens.Starts[i];
        if (!_longest.TryGetValue(document.Tokens[i].In(document.Text), out var longest)) return 0;
        var count = 0;
        for (var k = i; k < end && document.Tokens[k].End - start <= longest; k++)
        {
            if (!_names.TryGetValue(document.Text.AsSpan(start, document.Tokens[k].End - start), out var found)) continue;
            (value, count) = (found, k + 1 - i);
        }

        return count;
    }

    private void Lengthen(ReadOnlySpan<char> word, int length)
    {
        if (!_longest.TryGetValue(word, out var known) || known < length) _longest[word] = length;
    }
}
