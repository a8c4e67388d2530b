using System.Collections.Frozen;

namespace Rapporteur.Languages;

/// <summary>What a line of a crawled page is, as far as its wording shows.</summary>
internal enum FurnitureKind
{
    /// <summary>Nothing that a page's furniture says.</summary>
    None,

    /// <summary>Furniture by itself, wherever it stands: "Share this", "Advertisement".</summary>
    Line,

    /// <summary>The head of a list of links: "Related stories".</summary>
    Section,

    /// <summary>The start of all that follows the article: "Leave a Reply".</summary>
    End,
}

/// <summary>Knows the lines that publishing systems put around an article, in one language.</summary>
internal sealed class PageFurniture
{
    // Longer lines are text, whatever they start with; this also bounds the work for one line.
    private const int Longest = 240;

    private readonly FrozenDictionary<string, List<(string Pattern, FurnitureKind Kind)>>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    public PageFurniture(LanguagePack language)
    {
        var byFirstWord = new Dictionary<string, List<(string, FurnitureKind)>>(StringComparer.Ordinal);
        Add(FurnitureKind.End, language.List("furniture-ends"));
        Add(FurnitureKind.Section, language.List("furniture-sections"));
        Add(FurnitureKind.Line, language.List("furniture-lines"));
        _byFirstWord = byFirstWord.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(FurnitureKind kind, string[] patterns)
        {
            foreach (var pattern in patterns)
            {
                var word = FirstWord(pattern).ToString();
                if (!byFirstWord.TryGetValue(word, out var list)) byFirstWord[word] = list = [];
                list.Add((pattern, kind));
            }
        }
    }

    /// <summary>What kind of furniture <paramref name="line"/> is.</summary>
    public FurnitureKind KindOf(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest) return FurnitureKind.None;
        Span<char> buffer = stackalloc char[Longest];
        var plain = Plain(line, buffer);
        if (plain.IsEmpty) return FurnitureKind.None;
        if (!_byFirstWord.TryGetValue(FirstWord(plain), out var patterns)) return FurnitureKind.None;

        // Some lines are printed with a full stop as well; a single word with one is more likely somebody's answer.
        var unstopped = plain[^1] == '.' && plain.Contains(' ') ? plain[..^1] : plain;
        foreach (var (pattern, kind) in patterns)
            if (Matches(pattern, plain) || (unstopped.Length < plain.Length && Matches(pattern, unstopped))) return kind;
        return FurnitureKind.None;
    }

    // Small letters, one space between words, straight apostrophes; marks that only point are left off at both ends.
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> line, Span<char> buffer)
    {
        var count = 0;
        foreach (var c in line)
        {
            if (Text.Tokenizer.IsBlank(c))
            {
                if (count > 0 && buffer[count - 1] != ' ') buffer[count++] = ' ';
            }
            else
            {
                buffer[count++] = c is '’' or '‘' ? '\'' : char.ToLowerInvariant(c);
            }
        }

        const string Pointing = " :»›→▼▾▸►•·|…+-–—*[]()";
        return ((ReadOnlySpan<char>)buffer[..count]).TrimStart(Pointing.AsSpan()).TrimEnd(" :»›→▼▾▸►•·|…-–—*[]".AsSpan());
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        if (char.IsAsciiDigit(text[0])) return "@";
        var end = text.IndexOfAny(' ', '*', ':');
        return end < 0 ? text : text[..Math.Max(end, 1)];
    }

    // '*' stands for any characters, '@' for a number. The usual two-pointer match: the last '*' takes one character more on failure.
    private static bool Matches(string pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, t);
            }
            else if (p < pattern.Length && pattern[p] == '@' && char.IsAsciiDigit(text[t]))
            {
                while (t < text.Length && (char.IsAsciiDigit(text[t]) || text[t] is ',' or '.' or 'k')) t++;
                p++;
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
