using Rapporteur.Learning;

namespace Rapporteur.Text;

/// <summary>What can be seen of each word without its neighbours, as hashes: arrays beside the tokens of a document.</summary>
internal sealed class WordForms
{
    private const int Longest = 40;

    /// <summary>The word in lower case, digits made alike.</summary>
    public uint[] Word { get; private set; } = [];

    /// <summary>Upper and lower case, digits and marks, runs shortened.</summary>
    public uint[] Shape { get; private set; } = [];

    /// <summary>The first three characters.</summary>
    public uint[] Prefix { get; private set; } = [];

    /// <summary>The last character, the last two, three and four, one after the other.</summary>
    public uint[] Suffixes { get; private set; } = [];

    /// <summary>How many endings a word has in <see cref="Suffixes"/>.</summary>
    public const int SuffixCount = 4;

    /// <summary>Fills the arrays for <paramref name="tokens"/> of <paramref name="text"/>.</summary>
    public void Read(string text, Tokens tokens)
    {
        var count = tokens.Count;
        if (Word.Length < count)
        {
            var size = Math.Max(count, 2 * Word.Length);
            Word = new uint[size];
            Shape = new uint[size];
            Prefix = new uint[size];
            Suffixes = new uint[size * SuffixCount];
        }

        for (var i = 0; i < count; i++) ReadWord(tokens[i].In(text), i);
    }

    private void ReadWord(ReadOnlySpan<char> word, int i)
    {
        if (word.Length > Longest) word = word[^Longest..];
        Span<char> lower = stackalloc char[Longest];
        uint shape = 17;
        var run = '\0';
        for (var k = 0; k < word.Length; k++)
        {
            var c = word[k];
            var (lowered, sort) = c switch
            {
                >= 'a' and <= 'z' => (c, 'x'),
                >= 'A' and <= 'Z' => ((char)(c | 32), 'X'),
                >= '0' and <= '9' => ('0', '0'),
                '’' or '‘' => ('\'', '\''),
                '“' or '”' => ('"', '"'),
                '–' or '—' => ('-', '-'),
                < (char)128 => (c, c),
                _ => (char.ToLowerInvariant(c), char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : c),
            };
            lower[k] = lowered;
            if (sort != run || k == 1) shape = (shape ^ sort) * 16777619u;
            run = sort;
        }

        var spelled = (ReadOnlySpan<char>)lower[..word.Length];
        Word[i] = Hashing.Of(spelled);
        Shape[i] = Hashing.Mix(shape, 1);
        Prefix[i] = Hashing.Mix(Hashing.Of(spelled.Length > 3 ? spelled[..3] : spelled), 2);
        for (var n = 1; n <= SuffixCount; n++)
            Suffixes[i * SuffixCount + n - 1] = Hashing.Mix(Hashing.Of(spelled.Length > n ? spelled[^n..] : spelled), 2 + (uint)n);
    }
}
