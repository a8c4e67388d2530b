using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace Rapporteur.Ingest.Pages;

/// <summary>A list of words and runs of words, found in the names that designers give to elements ("relatedArticles", "post-share").</summary>
internal sealed class Phrases
{
    /// <summary>The sign of an entry without a sign.</summary>
    public const char Listed = ' ';

    /// <summary>The sign of an entry that is certain.</summary>
    public const char Certain = '+';

    /// <summary>The sign of an entry that overrules the others.</summary>
    public const char Kept = '=';

    /// <summary>No entry.</summary>
    public const char Absent = '\0';

    // Pages use the same few names over and over; hostile ones do not, so the cache is bounded.
    private const int MostCached = 20_000;
    private const int LongestName = 100;

    private readonly FrozenDictionary<string, char> _entries;
    private readonly ConcurrentDictionary<string, char> _found = new(StringComparer.Ordinal);
    private readonly int _longest;
    private int _cached;

    public Phrases(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        _entries = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToFrozenDictionary(line => line.TrimStart('+', '=', ' '), line => line[0] is Certain or Kept ? line[0] : Listed, StringComparer.Ordinal);
        _longest = _entries.Keys.Max(entry => entry.Count(c => c == ' ') + 1);
    }

    /// <summary>The strongest sign among the entries that stand in <paramref name="name"/> as runs of whole words.</summary>
    public char Find(string name)
    {
        if (name.Length > LongestName) name = name[..LongestName];
        if (_found.TryGetValue(name, out var sign)) return sign;
        sign = Search(Words(name));
        if (Volatile.Read(ref _cached) < MostCached && _found.TryAdd(name, sign)) Interlocked.Increment(ref _cached);
        return sign;
    }

    private char Search(List<string> words)
    {
        var strongest = Absent;
        for (var i = 0; i < words.Count; i++)
        {
            for (var n = 1; n <= _longest && i + n <= words.Count; n++)
            {
                if (_entries.TryGetValue(n == 1 ? words[i] : string.Join(' ', words[i..(i + n)]), out var sign) && sign > strongest)
                    strongest = sign;
            }
        }

        return strongest;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        for (var i = 0; i < name.Length;)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < name.Length && char.IsLetterOrDigit(name[i]) && !(char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))) i++;
            words.Add(name[start..i].ToLowerInvariant());
        }

        return words;
    }
}
