using System.Globalization;
using System.Text;

namespace Rapporteur.Benchmarks.Archives;

/// <summary>
/// Sentences of words that do not exist, as often as words of their rank do (Zipf's law), with the little words of English between
/// them: an index of words sees long and short lists as it would in news.
/// </summary>
internal sealed class InventedWords
{
    private const int Vocabulary = 30_000;

    private static readonly string[] Little =
        ["the", "of", "to", "and", "a", "in", "that", "is", "for", "it", "we", "on", "with", "will", "not", "be", "this", "they", "our", "have"];

    private static readonly string[] Onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "dr", "st", "tr", "pl"];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    private static readonly string[] Codas = ["", "", "n", "r", "l", "s", "m", "nd", "rt"];

    private readonly string[] _words;

    /// <summary>The same words for the same seed.</summary>
    public InventedWords(int seed)
    {
        var random = new Random(seed);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary) words.Add(Word(random));
        _words = [.. words.Order(StringComparer.Ordinal)];
        random.Shuffle(_words);
    }

    /// <summary>The invented word of a rank, from 0 for the most common.</summary>
    public string this[int rank] => _words[rank];

    /// <summary>A word as it would come next in a text.</summary>
    public string Next(Random random) => random.Next(5) < 2 ? Little[random.Next(Little.Length)] : _words[Rank(random)];

    /// <summary>Some words, the first with a capital.</summary>
    public string Sentence(Random random, int words)
    {
        var sentence = new StringBuilder();
        for (var i = 0; i < words; i++) sentence.Append(i == 0 ? "" : " ").Append(Next(random));
        sentence[0] = char.ToUpper(sentence[0], CultureInfo.InvariantCulture);
        return sentence.ToString();
    }

    /// <summary>A name of two words.</summary>
    public string Name(int number)
    {
        var random = new Random(number);
        return Capital(Word(random)) + " " + Capital(Word(random));
    }

    // The chance of a rank falls as its inverse.
    private static int Rank(Random random) => (int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary)) - 1;

    private static string Word(Random random)
    {
        var word = new StringBuilder();
        for (var syllables = random.Next(1, 4); syllables > 0; syllables--)
            word.Append(Onsets[random.Next(Onsets.Length)]).Append(Nuclei[random.Next(Nuclei.Length)]).Append(Codas[random.Next(Codas.Length)]);
        return word.ToString();
    }

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
