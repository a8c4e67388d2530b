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
            var reader = new AttributionReader(Model(roles[k], null, null), _reporting);
            foreach (var i in Fold(k)) argumentSequences[i] = ArgumentSequences.Of(articles[i], reader);
        });
        report($"{argumentSequences.Sum(s => s.Count)} cues, {argumentSequences.Sum(s => s.Sum(q => q.Labels.Length))} tokens around them");
        var arguments = new ChainWeights[Folds + 1];
        InParallel(Folds + 1, k => arguments[k] = Arguments($"arguments {k}").Train([.. Others(k).SelectMany(i => argumentSequences[i])]));
        argumentSequences = [];

        // The judge learns which of their findings people would have marked.
        var judgeSequences = new List<Sequence>[articles.Count];
        InParallel(Folds, k =>
        {
            var reader = new AttributionReader(Model(roles[k], arguments[k], null), _reporting);
            foreach (var i in Fold(k)) judgeSequences[i] = JudgeSequences.Of(articles[i], reader);
        });
        var judge = Judges("judge").Train([.. judgeSequences.SelectMany(s => s)]);

        // The threshold is chosen with judges that have not seen the fold either.
        var curve = new double[Thresholds.Length];
        var scores = Thresholds.Select(_ => new AttributionScore()).ToArray();
        InParallel(Folds, k =>
        {
            var own = Judges($"judge {k}").Train([.. Others(k).SelectMany(i => judgeSequences[i])]);
            for (var t = 0; t < Thresholds.Length; t++)
            {
                var reader = new AttributionReader(Model(roles[k], arguments[k], own) with { Threshold = Thresholds[t] }, _reporting);
                foreach (var i in Fold(k))
                {
                    var found = Predictions.Of(articles[i].Document, reader);
                    lock (scores[t]) scores[t].Add(articles[i].Article.Text, articles[i].Article.Attributions, found);
                }
            }
        });
        var best = 0;
        for (var t = 0; t < Thresholds.Length; t++)
        {
            report($"threshold {Thresholds[t]:F2}: lenient {scores[t].Lenient}  exact {scores[t].Exact}");
            if (scores[t].Lenient.F1 > scores[best].Lenient.F1) best = t;
        }

        return new AttributionWeights(roles[Folds], arguments[Folds], judge, Thresholds[best]);
    }

    private static readonly float[] Thresholds = [0.2f, 0.25f, 0.3f, 0.35f, 0.4f, 0.45f];

    /// <summary>The model of some weights; what is not trained yet is left open.</summary>
    public static AttributionModel Model(ChainWeights roles, ChainWeights? arguments, ChainWeights? judge)
    {
        arguments ??= new ChainWeights(new byte[64], 1, new float[(ArgumentLabels.Count + 1) * ArgumentLabels.Count]);
        return new AttributionModel(Table(roles), roles.Transitions, Table(arguments), arguments.Transitions,
            judge is null ? null : Table(judge), judge?.Transitions ?? [], 0);
    }

    private static FeatureTable Table(ChainWeights weights)
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
internal sealed record AttributionWeights(ChainWeights Roles, ChainWeights Arguments, ChainWeights Judge, float Threshold)
{
    /// <summary>The weights as the sections of a model file.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Sections() =>
    [
        .. Sections("roles", Roles), .. Sections("arguments", Arguments), .. Sections("judge", Judge), ("threshold", Bytes([Threshold])),
    ];

    public AttributionModel Model() => AttributionTraining.Model(Roles, Arguments, Judge) with { Threshold = Threshold };

    private static IEnumerable<(string Name, byte[] Bytes)> Sections(string name, ChainWeights weights) =>
        [(name, weights.Table), (name + ".scale", Bytes([weights.Scale])), (name + ".transitions", Bytes(weights.Transitions))];

    private static byte[] Bytes(float[] numbers) => MemoryMarshal.AsBytes<float>(numbers).ToArray();
}
