using System.Runtime.InteropServices;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Quotations;

namespace Rapporteur.Training.Attributions;

/// <summary>
/// Trains the attribution model. Each later stage learns from what the earlier ones say of articles that they were not trained
/// on (jackknifing), as it will meet them in use.
/// </summary>
internal sealed class AttributionTraining(IReadOnlyList<TrainingArticle> articles, Action<string> report)
{
    private readonly ReportingWords _reporting = new(LanguagePack.English);
    private readonly object _reporter = new();

    public int Folds { get; init; } = 4;

    private ChainTrainer Roles(string name) => new(RoleLabels.Count, RoleLabels.MayFollow, RoleLabels.MayBegin)
    {
        Epochs = 6, Rate = 0.015f, Dropout = 0.5f, LeastCount = 2, Lines = 1 << 17, Report = Prefixed(name),
    };

    private ChainTrainer Arguments(string name) => new(ArgumentLabels.Count, ArgumentLabels.MayFollow, ArgumentLabels.MayBegin)
    {
        Epochs = 4, Rate = 0.01f, Dropout = 0.4f, LeastCount = 3, Lines = 1 << 17, Report = Prefixed(name),
    };

    private ChainTrainer Judges(string name) => new(2, (_, _) => true, _ => true)
    {
        Epochs = 8, Rate = 0.01f, Dropout = 0.3f, LeastCount = 3, Lines = 1 << 13, Report = Prefixed(name),
    };

    /// <summary>Trains all stages on all articles.</summary>
    public AttributionWeights Train()
    {
        var roleSequences = new List<Sequence>[articles.Count];
        Parallel.For(0, articles.Count, i => roleSequences[i] = RoleSequences.Of(articles[i], _reporting));

        // Stage one, leaving out each fold in turn, and then whole.
        var roles = new ChainWeights[Folds + 1];
        InParallel(Folds + 1, k => roles[k] = Roles($"roles {k}").Train([.. Others(k).SelectMany(i => roleSequences[i])]));

        // Stage two learns from the cues that stage one puts forward in articles it has not seen.
        var argumentSequences = new List<Sequence>[articles.Count];
        InParallel(Folds, k =>
        {
            var reader = new AttributionReader(Model(roles[k], null), _reporting);
            foreach (var i in Fold(k)) argumentSequences[i] = ArgumentSequences.Of(articles[i], reader);
        });
        report($"{argumentSequences.Sum(s => s.Count)} cues, {argumentSequences.Sum(s => s.Sum(q => q.Labels.Length))} tokens around them");
        var arguments = new ChainWeights[Folds + 1];
        InParallel(Folds + 1, k => arguments[k] = Arguments($"arguments {k}").Train([.. Others(k).SelectMany(i => argumentSequences[i])]));
        argumentSequences = [];

        // The judges learn which of their findings people would have marked: first by words, then by numbers, of which one is
        // what a word judge that has not seen the article says.
        var examples = new List<JudgeExample>[articles.Count];
        InParallel(Folds, k =>
        {
            var reader = new AttributionReader(Model(roles[k], arguments[k]), _reporting);
            foreach (var i in Fold(k)) examples[i] = JudgeExample.Of(articles[i], reader);
        });
        var judges = new ChainWeights[Folds + 1];
        InParallel(Folds + 1, k => judges[k] = Judges($"judge {k}").Train([.. Others(k).SelectMany(i => examples[i]).Select(e => e.Sequence)]));
        InParallel(Folds, k =>
        {
            var table = Table(judges[k]);
            foreach (var example in Fold(k).SelectMany(i => examples[i]))
                example.Measures[0] = AttributionReader.JudgeWords(table, judges[k].Transitions, example.Words);
        });
        var trees = new Trees[Folds + 1];
        InParallel(Folds + 1, k => trees[k] = TreesOf([.. Others(k).SelectMany(i => examples[i])]));

        // The threshold is chosen with stages that have not seen the article either.
        var scores = Thresholds.Select(_ => new AttributionScore()).ToArray();
        InParallel(Folds, k =>
        {
            var weights = new AttributionWeights(roles[k], arguments[k], judges[k], trees[k], 0);
            for (var t = 0; t < Thresholds.Length; t++)
            {
                var reader = new AttributionReader(weights.Model() with { Threshold = Thresholds[t] }, _reporting);
                foreach (var i in Fold(k))
                {
                    var found = Predictions.Of(articles[i], reader);
                    lock (scores[t]) scores[t].Add(articles[i].Article.Text, articles[i].Article.Attributions, found);
                }
            }
        });
        for (var t = 0; t < Thresholds.Length; t++) report($"threshold {Thresholds[t]:F2}: lenient {scores[t].Lenient}  exact {scores[t].Exact}");
        var most = scores.Max(score => score.Lenient.F1);
        var best = Array.FindIndex(scores, score => score.Lenient.F1 >= most - Waived);

        return new AttributionWeights(roles[Folds], arguments[Folds], judges[Folds], trees[Folds], Thresholds[best]);
    }

    // The lowest threshold that costs next to nothing: a statement missed is missed for good, a doubtful one carries its score.
    private const double Waived = 0.15;

    private static readonly float[] Thresholds = [0.15f, 0.2f, 0.25f, 0.3f, 0.35f, 0.4f, 0.45f];

    /// <summary>The model of the labellers' weights; without those of the second and without judges where they are not trained yet.</summary>
    private static AttributionModel Model(ChainWeights roles, ChainWeights? arguments)
    {
        arguments ??= new ChainWeights(new byte[64], 1, new float[(ArgumentLabels.Count + 1) * ArgumentLabels.Count]);
        return new AttributionModel(Table(roles), roles.Transitions, Table(arguments), arguments.Transitions, null, [], null, 0);
    }

    private static Trees TreesOf(List<JudgeExample> examples) =>
        new TreeTrainer().Train([.. examples.Select(e => e.Measures)], [.. examples.Select(e => e.Right)]);

    internal static FeatureTable Table(ChainWeights weights)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(weights.Table.Length, pinned: true);
        weights.Table.CopyTo(pinned, 0);
        return new FeatureTable(pinned, weights.Scale, pinned);
    }

    private IEnumerable<int> Fold(int k) => Enumerable.Range(0, articles.Count).Where(i => i % Folds == k);

    private IEnumerable<int> Others(int k) => Enumerable.Range(0, articles.Count).Where(i => i % Folds != k);

    private static void InParallel(int count, Action<int> work) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, work);

    private Action<string> Prefixed(string name) => message => { lock (_reporter) report($"{name}: {message}"); };
}

/// <summary>The weights of all stages.</summary>
internal sealed record AttributionWeights(ChainWeights Roles, ChainWeights Arguments, ChainWeights Judge, Trees Trees, float Threshold)
{
    /// <summary>The weights as the sections of a model file.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Sections() =>
    [
        .. Sections("roles", Roles), .. Sections("arguments", Arguments), .. Sections("judge", Judge),
        ("judge.trees", Bytes(Trees.Numbers)), ("threshold", Bytes([Threshold])),
    ];

    public AttributionModel Model() => new(
        AttributionTraining.Table(Roles), Roles.Transitions, AttributionTraining.Table(Arguments), Arguments.Transitions,
        AttributionTraining.Table(Judge), Judge.Transitions, Trees, Threshold);

    private static IEnumerable<(string Name, byte[] Bytes)> Sections(string name, ChainWeights weights) =>
        [(name, weights.Table), (name + ".scale", Bytes([weights.Scale])), (name + ".transitions", Bytes(weights.Transitions))];

    private static byte[] Bytes(ReadOnlySpan<float> numbers) => MemoryMarshal.AsBytes(numbers).ToArray();
}
