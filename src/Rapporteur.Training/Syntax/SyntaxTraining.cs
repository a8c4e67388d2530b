using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Training.Syntax;

/// <summary>Trains tagger, parser and lemmatizer on treebanks. The parser learns from tags given by taggers that have not seen the document.</summary>
internal sealed class SyntaxTraining
{
    private const int Folds = 4;
    private readonly List<ConlluDocument> _documents;
    private readonly Action<string> _report;
    private readonly TagPair[] _pairs;
    private readonly Dictionary<TagPair, byte> _pairNumbers;
    private readonly WordForms[] _forms;
    private readonly byte[][] _goldTags;
    private readonly byte[][] _tags;

    public SyntaxTraining(IEnumerable<ConlluDocument> documents, Action<string> report)
    {
        _documents = [.. documents];
        _report = report;
        _pairs = [.. _documents.SelectMany(d => d.Words).Select(Pair).CountBy(p => p).Where(p => p.Value >= 3).Select(p => p.Key)
            .OrderBy(p => p.Universal).ThenBy(p => p.Penn)];
        _pairNumbers = _pairs.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => (byte)x.i);
        _forms = [.. _documents.Select(d => { var forms = new WordForms(); forms.Read(d.Document.Text, d.Document.Tokens); return forms; })];
        _goldTags = [.. _documents.Select(d => d.Words.Select(w => _pairNumbers.GetValueOrDefault(Pair(w))).ToArray())];
        _tags = [.. _goldTags.Select(t => new byte[t.Length])];
    }

    public IReadOnlyList<(string Name, byte[] Bytes)> Train()
    {
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k =>
        {
            var tagger = new LinearClassifier(TrainTagger(i => i % Folds != k, 5), SyntaxModel.Wide(_pairs.Length));
            for (var i = k; i < _documents.Count; i += Folds) TagAll(tagger, i);
        });
        var wrong = _tags.Zip(_goldTags, (t, g) => t.Where((x, i) => x != g[i]).Count()).Sum();
        _report($"jackknifed tags: {100 - 100.0 * wrong / _tags.Sum(t => t.Length):F2} right");
        var tagger = TrainTagger(_ => true, 6);
        var (arcs, labels) = TrainParser(8);
        return [("tags", [.. _pairs.SelectMany(p => new[] { (byte)p.Universal, (byte)p.Penn })]), ("tagger", tagger), ("arcs", arcs), ("labels", labels),
            ("lemmas", LemmaTraining.Table(_documents.SelectMany(d => d.Words)))];
    }

    private static TagPair Pair(ConlluWord word) => new(SyntaxNames.ParseUniversalTag(word.Universal), SyntaxNames.ParsePennTag(word.Penn));

    private (int Document, TokenRange Sentence)[] Shuffled(Func<int, bool> included, Random random)
    {
        var sentences = Enumerable.Range(0, _documents.Count).Where(included).SelectMany(i => _documents[i].Document.Sentences.Select(s => (i, s))).ToArray();
        random.Shuffle(sentences);
        return sentences;
    }

    private byte[] TrainTagger(Func<int, bool> included, int epochs)
    {
        var perceptron = new Perceptron(_pairs.Length, 1 << 15);
        var random = new Random(20260101);
        var features = new uint[TaggerFeatures.Count];
        var scores = new float[_pairs.Length];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var (d, sentence) in Shuffled(included, random))
            {
                var tags = _tags[d].ToArray();
                for (var i = sentence.First; i < sentence.End; i++)
                {
                    TaggerFeatures.Extract(_forms[d], tags, sentence.First, sentence.End, i, features);
                    perceptron.Score(features, scores);
                    var best = Best(scores, _ => true);
                    perceptron.Learn(features, _goldTags[d][i], best);
                    tags[i] = (byte)best;
                }
            }
        }

        return perceptron.Averaged();
    }

    private void TagAll(LinearClassifier tagger, int document)
    {
        var features = new uint[TaggerFeatures.Count];
        var scores = new short[tagger.Width];
        foreach (var sentence in _documents[document].Document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                TaggerFeatures.Extract(_forms[document], _tags[document], sentence.First, sentence.End, i, features);
                tagger.Score(features, scores);
                _tags[document][i] = (byte)LinearClassifier.Best(scores, _pairs.Length);
            }
        }
    }

    private (byte[] Arcs, byte[] Labels) TrainParser(int epochs)
    {
        var arcs = new Perceptron(ArcHybrid.Moves, 1 << 18);
        var labels = new Perceptron(SyntaxNames.RelationCount, 1 << 16);
        var random = new Random(20260102);
        var features = new uint[ArcHybrid.FeatureCount];
        var scores = new float[SyntaxNames.RelationCount];
        var costs = new int[ArcHybrid.Moves];
        var state = new ArcHybrid();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            int made = 0, right = 0;
            foreach (var (d, sentence) in Shuffled(_ => true, random))
            {
                var words = _documents[d].Words;
                var n = sentence.Count;
                var heads = new int[n];
                for (var i = 0; i < n; i++) heads[i] = words[sentence.First + i].Head is 0 ? n : words[sentence.First + i].Head - 1;
                state.Start(_forms[d], _tags[d], sentence.First, n);
                while (!state.IsDone)
                {
                    state.Extract(features, 0);
                    arcs.Score(features, scores);
                    ArcHybridOracle.Costs(state, heads, costs);
                    var found = Best(scores.AsSpan(0, ArcHybrid.Moves), state.Can);
                    var least = Enumerable.Range(0, ArcHybrid.Moves).Where(state.Can).Min(m => costs[m]);
                    var wanted = Best(scores.AsSpan(0, ArcHybrid.Moves), m => state.Can(m) && costs[m] == least);
                    arcs.Learn(features, wanted, costs[found] == least ? wanted : found);
                    var move = epoch > 0 && random.NextDouble() < 0.9 ? found : wanted;
                    if (move == ArcHybrid.Shift) { state.Make(move); continue; }
                    state.Extract(features, move == ArcHybrid.Left ? 1000u : 2000u);
                    var (dependent, head) = state.Make(move);
                    if (head == n) continue;
                    labels.Score(features, scores);
                    var label = Best(scores, c => c != (int)Relation.Root);
                    made++;
                    if (heads[dependent] == head)
                    {
                        var gold = (int)SyntaxNames.ParseRelation(words[sentence.First + dependent].Relation);
                        labels.Learn(features, gold, label);
                        if (gold == label) right++;
                    }

                    state.Label(dependent, (byte)label);
                }
            }

            _report($"parser, epoch {epoch + 1}: {100.0 * right / made:F2} of arcs right");
        }

        return (arcs.Averaged(), labels.Averaged());
    }

    private static int Best(ReadOnlySpan<float> scores, Func<int, bool> may)
    {
        var best = -1;
        for (var c = 0; c < scores.Length; c++) if (may(c) && (best < 0 || scores[c] > scores[best])) best = c;
        return best;
    }
}
