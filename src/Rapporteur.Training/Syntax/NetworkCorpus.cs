using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Training.Syntax.Network;

namespace Rapporteur.Training.Syntax;

/// <summary>Treebanks and texts as numbers for the network: rows of words and affixes, classes of tags and relations.</summary>
internal sealed class NetworkCorpus
{
    private const int LeastInTexts = 3;
    private const int LeastInTreebanks = 2;
    private readonly Dictionary<uint, int> _words = [];
    private readonly bool[] _tuned;
    private readonly Dictionary<TagPair, byte> _tags = [];
    private readonly int _affixRows;

    /// <summary>Counts words and tags.</summary>
    /// <param name="treebanks">The annotated documents.</param>
    /// <param name="texts">Others.</param>
    /// <param name="affixRows">The number of rows for affixes: a power of two.</param>
    public NetworkCorpus(IReadOnlyList<ConlluDocument> treebanks, IReadOnlyList<Document> texts, int affixRows)
    {
        _affixRows = affixRows;
        Tags = [.. treebanks.SelectMany(d => d.Words).Select(Pair).CountBy(p => p).Where(p => p.Value >= 3).Select(p => p.Key)
            .OrderBy(p => p.Universal).ThenBy(p => p.Penn)];
        for (var i = 0; i < Tags.Length; i++) _tags[Tags[i]] = (byte)i;
        var inTreebanks = treebanks.SelectMany(d => Words(d.Document)).CountBy(w => w).ToDictionary();
        var all = treebanks.Select(d => d.Document).Concat(texts).SelectMany(Words).CountBy(w => w);
        Keys = [.. all.Where(w => w.Value >= LeastInTexts || inTreebanks.GetValueOrDefault(w.Key) >= LeastInTreebanks).Select(w => w.Key).Order()];
        _tuned = new bool[Keys.Length + 1];
        for (var i = 0; i < Keys.Length; i++)
        {
            _words[Keys[i]] = i + 1;
            _tuned[i + 1] = inTreebanks.GetValueOrDefault(Keys[i]) >= LeastInTreebanks;
        }
    }

    /// <summary>The hashes of the known words, ascending; word number i has row i + 1, and row 0 is for all others.</summary>
    public uint[] Keys { get; }

    public TagPair[] Tags { get; }

    /// <summary>The row that the treebanks teach for a word: its own where it is frequent enough, else that of unknown words.</summary>
    public int Tuned(int word) => _tuned[word] ? word : 0;

    /// <summary>The sentences of a treebank.</summary>
    public IEnumerable<TrainingSentence> Sentences(ConlluDocument document) =>
        Plain(document.Document).Zip(document.Sentences, (plain, sentence) => new TrainingSentence(
            plain.Words, Array.ConvertAll(plain.Words, Tuned), plain.Affixes,
            [.. sentence.Words.Select(w => _tags.TryGetValue(Pair(w), out var tag) ? tag : (byte)255)],
            [.. sentence.Words.Select(w => w.Head - 1)],
            [.. sentence.Words.Select(w => (byte)SyntaxNames.ParseRelation(w.Relation))]));

    /// <summary>The sentences of any text.</summary>
    public IEnumerable<PlainSentence> Plain(Document document)
    {
        var forms = Forms(document);
        foreach (var sentence in document.Sentences)
        {
            var words = new int[sentence.Count];
            var affixes = new int[sentence.Count * TrainingSentence.AffixCount];
            for (var t = 0; t < sentence.Count; t++)
            {
                var i = sentence.First + t;
                words[t] = _words.GetValueOrDefault(forms.Word[i]);
                Span<uint> hashes = [forms.Shape[i], forms.Prefix[i], .. forms.Suffixes.AsSpan(i * WordForms.SuffixCount, WordForms.SuffixCount)];
                for (var k = 0; k < hashes.Length; k++) affixes[t * TrainingSentence.AffixCount + k] = (int)(hashes[k] & (uint)(_affixRows - 1));
            }

            yield return new PlainSentence(words, affixes);
        }
    }

    private static TagPair Pair(ConlluWord word) => new(SyntaxNames.ParseUniversalTag(word.Universal), SyntaxNames.ParsePennTag(word.Penn));

    private static IEnumerable<uint> Words(Document document) => Forms(document).Word.Take(document.Tokens.Count);

    private static WordForms Forms(Document document)
    {
        var forms = new WordForms();
        forms.Read(document.Text, document.Tokens);
        return forms;
    }
}
