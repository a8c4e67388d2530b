using System.Collections.Frozen;
using System.Reflection;

namespace Rapporteur.Languages;

/// <summary>What the reader knows of one language: word lists. Everything that is a word of a language lives in a pack.</summary>
internal sealed class LanguagePack
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _titles;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _elisions;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _roles;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _pronouns;
    private readonly string[] _clitics;

    private LanguagePack(string tag)
    {
        Tag = tag;
        _abbreviations = Words("abbreviations");
        _titles = Words("titles");
        _starters = Words("sentence-starters");
        _elisions = Words("elisions");
        _roles = Words("roles");
        _pronouns = Words("pronouns");
        _clitics = List("clitics");
        Furniture = new PageFurniture(this);
    }

    /// <summary>English.</summary>
    public static LanguagePack English { get; } = new("en");

    /// <summary>The lines that stand around articles on pages in this language.</summary>
    public PageFurniture Furniture { get; }

    /// <summary>The language's BCP 47 tag.</summary>
    public string Tag { get; }

    /// <summary>Whether <paramref name="word"/>, without its full stop, is an abbreviation that is written with one.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => _abbreviations.Contains(word) || _titles.Contains(word);

    /// <summary>Whether <paramref name="word"/> is an abbreviation that stands before a name, so that its full stop ends no sentence.</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => _titles.Contains(word);

    /// <summary>Whether <paramref name="word"/>, capitalised after an abbreviation, shows that a sentence begins.</summary>
    public bool StartsSentences(ReadOnlySpan<char> word) => _starters.Contains(word);

    /// <summary>Whether <paramref name="word"/> is commonly written with an apostrophe at its front ("'em", "'til", "'90s").</summary>
    public bool IsElision(ReadOnlySpan<char> word) => _elisions.Contains(word);

    /// <summary>Whether <paramref name="word"/>, capitalised before a name, only says what someone is ("President", "Gov").</summary>
    public bool IsRole(ReadOnlySpan<char> word) => _roles.Contains(word);

    /// <summary>Whether <paramref name="word"/> stands for someone named elsewhere, in whatever case it is written.</summary>
    public bool IsPronoun(ReadOnlySpan<char> word)
    {
        const int Longest = 12;
        Span<char> lower = stackalloc char[Longest];
        return word.Length <= Longest && word.ToLowerInvariant(lower) == word.Length && _pronouns.Contains(lower[..word.Length]);
    }

    /// <summary>Where the clitic at the end of <paramref name="word"/> starts; 0 where there is none.</summary>
    public int CliticStart(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny('\'', '’') < 0) return 0;
        foreach (var clitic in _clitics)
        {
            var start = word.Length - clitic.Length;
            if (start <= 0) continue;
            var i = 0;
            while (i < clitic.Length && (char.ToLowerInvariant(word[start + i]) == clitic[i] || (clitic[i] == '\'' && word[start + i] == '’'))) i++;
            if (i == clitic.Length) return start;
        }

        return 0;
    }

    /// <summary>The entries of the pack's list called <paramref name="name"/>, in the order of the file, comments left out.</summary>
    /// <exception cref="InvalidOperationException">The pack has no such list.</exception>
    public string[] List(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Tag}/{name}.txt")
            ?? throw new InvalidOperationException($"The language pack '{Tag}' has no list '{name}'.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))];
    }

    /// <summary>The lines of the pack's table called <paramref name="name"/>, cut into columns at <c>|</c>.</summary>
    /// <exception cref="InvalidDataException">A line has another number of columns.</exception>
    public IEnumerable<string[]> Table(string name, int columns)
    {
        foreach (var line in List(name))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length != columns) throw new InvalidDataException($"{Tag}/{name}: {columns} columns expected in '{line}'.");
            yield return cells;
        }
    }

    /// <summary>The entries of a list as a set; case counts ("Miss." is a state, "miss." a verb at the end of its sentence).</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string name) =>
        List(name).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
