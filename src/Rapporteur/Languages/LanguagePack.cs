using System.Collections.Frozen;
using System.Reflection;
using Rapporteur.Learning;
using Rapporteur.Text;

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
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _numbering;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _hyphenPrefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _contractions;
    private readonly string[] _emoticons;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _headerLabels;
    private readonly string[] _clitics;
    private readonly Lazy<SentenceModel> _sentences;

    private LanguagePack(string tag)
    {
        Tag = tag;
        _abbreviations = Words("abbreviations");
        _titles = Words("titles");
        _starters = Words("sentence-starters");
        _elisions = Words("elisions");
        _roles = Words("roles");
        _pronouns = Words("pronouns");
        _numbering = Words("numbering");
        _hyphenPrefixes = Words("hyphen-prefixes");
        _units = Words("units");
        _contractions = List("contractions").ToFrozenDictionary(c => c.Replace("|", "", StringComparison.Ordinal), c => c.IndexOf('|'))
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _emoticons = [.. List("emoticons").OrderByDescending(e => e.Length)];
        _clitics = List("clitics");
        Furniture = new PageFurniture(this);
        _headerLabels = List("header-keys").Select(line => line.Split(" = "))
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _sentences = new Lazy<SentenceModel>(() => SentenceModel.From(ModelFile.Embedded($"{tag}.sentences.model")));
    }

    /// <summary>English.</summary>
    public static LanguagePack English { get; } = new("en");

    /// <summary>The lines that stand around articles on pages in this language.</summary>
    public PageFurniture Furniture { get; }

    /// <summary>The language's BCP 47 tag.</summary>
    public string Tag { get; }

    /// <summary>Where the sentences of the language begin, as learned.</summary>
    public SentenceModel Sentences => _sentences.Value;

    /// <summary>Whether <paramref name="word"/>, without its full stop, is an abbreviation that is written with one.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => _abbreviations.Contains(word) || _titles.Contains(word);

    /// <summary>Whether <paramref name="word"/>, without its full stop, is an abbreviation when a number follows ("No. 10").</summary>
    public bool IsNumbering(ReadOnlySpan<char> word) => _numbering.Contains(word);

    /// <summary>Whether <paramref name="word"/> is an abbreviation that stands before a name, so that its full stop ends no sentence.</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => _titles.Contains(word);

    /// <summary>Whether <paramref name="word"/>, capitalised after an abbreviation, shows that a sentence begins.</summary>
    public bool StartsSentences(ReadOnlySpan<char> word) => _starters.Contains(word);

    /// <summary>Whether <paramref name="word"/> is commonly written with an apostrophe at its front ("'em", "'til", "'90s").</summary>
    public bool IsElision(ReadOnlySpan<char> word) => _elisions.Contains(word);

    /// <summary>Whether <paramref name="word"/>, capitalised before a name, only says what someone is ("President", "Gov").</summary>
    public bool IsRole(ReadOnlySpan<char> word) => _roles.Contains(word);

    /// <summary>Whether <paramref name="word"/> stands for someone named elsewhere, in whatever case it is written.</summary>
    public bool IsPronoun(ReadOnlySpan<char> word) => IsIn(_pronouns, word);

    /// <summary>Whether <paramref name="part"/>, before a hyphen, stays one token with what follows ("non-", "co-").</summary>
    public bool IsHyphenPrefix(ReadOnlySpan<char> part) => IsIn(_hyphenPrefixes, part);

    /// <summary>Whether <paramref name="word"/>, right after a number, is a token of its own ("pm", "km", "bn").</summary>
    public bool IsUnit(ReadOnlySpan<char> word) => _units.Contains(word);

    /// <summary>Where a word that is two tokens parts ("can|not"); 0 where it is one. It may begin with a capital.</summary>
    public int ContractionBreak(ReadOnlySpan<char> word)
    {
        const int Longest = 8;
        if (word.Length is > Longest or < 2 || char.IsUpper(word[1])) return 0;
        Span<char> lower = stackalloc char[Longest];
        word.ToLowerInvariant(lower);
        return _contractions.TryGetValue(lower[..word.Length], out var parts) ? parts : 0;
    }

    /// <summary>The length of the face made of marks at the start of <paramref name="text"/>; 0 where there is none.</summary>
    public int EmoticonLength(ReadOnlySpan<char> text)
    {
        foreach (var face in _emoticons)
            if (text.StartsWith(face, StringComparison.Ordinal) && (text.Length == face.Length || !char.IsLetterOrDigit(text[face.Length]))) return face.Length;
        return 0;
    }

    private static bool IsIn(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> word)
    {
        const int Longest = 12;
        Span<char> lower = stackalloc char[Longest];
        return word.Length <= Longest && word.ToLowerInvariant(lower) == word.Length && words.Contains(lower[..word.Length]);
    }

    /// <summary>What a line gives that is labelled <paramref name="label"/> above an article ("Headline"); null where it is no such label.</summary>
    public string? HeaderLabel(ReadOnlySpan<char> label) => _headerLabels.TryGetValue(label.Trim(), out var gives) ? gives : null;

    /// <summary>Where the clitic at the end of <paramref name="word"/> starts; 0 where there is none.</summary>
    public int CliticStart(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny('\'', '’', '`') < 0) return 0;
        foreach (var clitic in _clitics)
        {
            var start = word.Length - clitic.Length;
            if (start <= 0) continue;
            if (Matches(word[start..], clitic)) return start;
        }

        return 0;
    }

    /// <summary>
    /// The length of a clitic or elision that starts <paramref name="text"/> with its apostrophe ("the bank 's", "'til");
    /// 0 where none does.
    /// </summary>
    public int CliticLength(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('\'' or '’')) return 0;
        var end = 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        if (end == 1) return 0;
        if (IsIn(_elisions, text[1..end])) return end;
        foreach (var clitic in _clitics)
            if (clitic.Length == end && Matches(text[..end], clitic)) return end;
        return 0;
    }

    private static bool Matches(ReadOnlySpan<char> characters, string clitic)
    {
        for (var i = 0; i < clitic.Length; i++)
            if (char.ToLowerInvariant(characters[i]) != clitic[i] && !(clitic[i] == '\'' && characters[i] is '’' or '`')) return false;
        return true;
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
