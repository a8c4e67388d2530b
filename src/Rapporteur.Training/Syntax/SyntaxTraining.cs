using System.Runtime.InteropServices;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Training.Syntax.Network;

namespace Rapporteur.Training.Syntax;

/// <summary>Trains the syntax model: vectors of words from texts, the network and the lemmas from treebanks.</summary>
/// <param name="treebanks">What to learn from.</param>
/// <param name="texts">Texts without annotation.</param>
/// <param name="watched">A treebank whose scores are reported; nothing is learned from it.</param>
/// <param name="report">Takes a line for each step.</param>
internal sealed class SyntaxTraining(IReadOnlyList<ConlluDocument> treebanks, IReadOnlyList<Document> texts, IReadOnlyList<ConlluDocument> watched, Action<string> report)
{
    private const float VectorSize = 0.45f;

    public int Epochs { get; init; } = 25;

    public int VectorEpochs { get; init; } = 8;

    /// <summary>Trains, and gives the sections of the model file.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Train()
    {
        var size = new NetworkSize();
        var corpus = new NetworkCorpus(treebanks, texts, size.Affixes);
        var vectors = Vectors(corpus, size);
        var net = new NetworkParameters(size, vectors, corpus.Tags.Length, SyntaxNames.RelationCount);
        new NetworkTraining(net, report) { Epochs = Epochs }.Train([.. treebanks.SelectMany(corpus.Sentences)], [.. watched.SelectMany(corpus.Sentences)]);
        return
        [
            ("tags", [.. corpus.Tags.SelectMany(p => new[] { (byte)p.Universal, (byte)p.Penn })]),
            ("words.keys", MemoryMarshal.AsBytes<uint>(corpus.Keys).ToArray()),
            .. NetworkSections.Of(net, corpus),
            ("lemmas", LemmaTraining.Table(treebanks.SelectMany(d => d.Words))),
        ];
    }

    private WordVectors Vectors(NetworkCorpus corpus, NetworkSize size)
    {
        var plain = treebanks.Select(d => d.Document).Concat(texts).SelectMany(corpus.Plain).ToList();
        new Random(20260918).Shuffle(CollectionsMarshal.AsSpan(plain));
        report($"{corpus.Keys.Length} words; vectors from {plain.Sum(s => s.Words.Length)} tokens");
        var vectors = new WordVectors(corpus.Keys.Length + 1, size.Affixes, size.Word);
        vectors.Train(plain, VectorEpochs, report);
        vectors.Scale(plain, VectorSize);
        return vectors;
    }
}
