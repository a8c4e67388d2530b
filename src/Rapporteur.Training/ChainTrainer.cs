using System.Runtime.Intrinsics;
using Rapporteur.Learning;

namespace Rapporteur.Training;

/// <summary>One sequence to learn from: the features of each token, one after the other, and the label of each.</summary>
/// <param name="Features">All tokens' features; token t's are <c>[Starts[t], Starts[t+1])</c>.</param>
/// <param name="Starts">Where each token's features start; one more than there are tokens.</param>
/// <param name="Labels">The labels that people gave.</param>
internal sealed record Sequence(uint[] Features, int[] Starts, byte[] Labels);

/// <summary>What was learned for a chain of labels.</summary>
/// <param name="Table">The feature table's bytes.</param>
/// <param name="Scale">What one unit of a weight is worth.</param>
/// <param name="Transitions">Scores from label to label; the last row those of beginning with a label.</param>
internal sealed record ChainWeights(byte[] Table, float Scale, float[] Transitions);

/// <summary>
/// Trains a linear-chain conditional random field by stochastic gradient with AdaGrad (Duchi et al. 2011) and averaged weights.
/// Sequences come in an order that a seed fixes and one thread does the work, so a training gives the same weights each time.
/// </summary>
internal sealed class ChainTrainer(int labels, Func<int, int, bool> mayFollow, Func<int, bool> mayBegin)
{
    public int Epochs { get; init; } = 8;

    public float Rate { get; init; } = 0.15f;

    public float Decay { get; init; } = 1e-6f;

    /// <summary>The share of features that each visit to a sequence leaves out, so that none leans on another (Srivastava et al. 2014).</summary>
    public float Dropout { get; init; } = 0.3f;

    public int LeastCount { get; init; } = 2;

    public int Lines { get; init; } = 1 << 17;

    public Action<string> Report { get; init; } = _ => { };

    public ChainWeights Train(IReadOnlyList<Sequence> sequences)
    {
        var l = labels;
        // A feature's weights fill whole vectors, the surplus staying 0.
        var row = (l + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        var (ids, features) = Index(sequences);
        var weights = new float[(long)features.Length * row];
        var squares = new float[weights.Length];
        var average = new float[weights.Length];
        var transitions = new float[(l + 1) * l];
        for (var x = 0; x <= l; x++)
            for (var y = 0; y < l; y++)
                if (!(x < l ? mayFollow(x, y) : mayBegin(y))) transitions[x * l + y] = Chain.Never;
        var transitionSquares = new float[transitions.Length];
        var transitionAverage = new float[transitions.Length];
        var factors = new float[transitions.Length];
        var expected = new float[transitions.Length];

        var chain = new Chain(l);
        var random = new Random(20160911);
        var order = Enumerable.Range(0, sequences.Count).ToArray();
        var longest = sequences.Max(s => s.Labels.Length);
        var emissions = new float[longest * row];
        var marginals = new float[longest * row];
        var averaged = 0;
        int[] kept = [];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (var s in order)
            {
                var sequence = sequences[s];
                var id = Thinned(ids[s], random, ref kept);
                var n = sequence.Labels.Length;
                var scores = emissions.AsSpan(0, n * row);
                scores.Clear();
                for (var t = 0; t < n; t++)
                    for (var k = sequence.Starts[t]; k < sequence.Starts[t + 1]; k++)
                        if (id[k] >= 0) AddRow(scores.Slice(t * row, row), weights.AsSpan(id[k] * row, row), 1 / (1 - Dropout));
                for (var i = 0; i < transitions.Length; i++) factors[i] = transitions[i] <= Chain.Never ? 0 : Exponential.Of(transitions[i]);
                expected.AsSpan().Clear();
                loss += chain.Marginals(scores, row, factors, marginals, expected);
                var before = l;
                for (var t = 0; t < n; t++)
                {
                    var y = sequence.Labels[t];
                    loss -= scores[t * row + y] + transitions[before * l + y];
                    marginals[t * row + y] -= 1;
                    expected[before * l + y] -= 1;
                    before = y;
                }

                for (var t = 0; t < n; t++)
                {
                    var gradient = marginals.AsSpan(t * row, row);
                    gradient[l..].Clear();
                    var most = 0f;
                    foreach (var g in gradient) most = Math.Max(most, Math.Abs(g));
                    if (most < 1e-3f) continue;
                    for (var k = sequence.Starts[t]; k < sequence.Starts[t + 1]; k++)
                        if (id[k] >= 0) Step(weights.AsSpan(id[k] * row, row), squares.AsSpan(id[k] * row, row), gradient);
                }

                for (var i = 0; i < transitions.Length; i++)
                {
                    if (transitions[i] <= Chain.Never || expected[i] == 0) continue;
                    transitionSquares[i] += expected[i] * expected[i];
                    transitions[i] -= Rate * expected[i] / (1e-3f + MathF.Sqrt(transitionSquares[i]));
                }
            }

            // The average over the ends of the later epochs: steadier than the last weights.
            if (epoch >= Epochs / 2)
            {
                averaged++;
                for (var i = 0; i < weights.Length; i++) average[i] += weights[i];
                for (var i = 0; i < transitions.Length; i++) transitionAverage[i] += transitions[i];
            }

            Report($"epoch {epoch + 1}: loss {loss / sequences.Sum(s => s.Labels.Length):F4} a token, {features.Length} features");
        }

        for (var i = 0; i < weights.Length; i++) average[i] /= averaged;
        for (var i = 0; i < transitions.Length; i++) transitionAverage[i] = transitions[i] <= Chain.Never ? Chain.Never : transitionAverage[i] / averaged;
        var table = FeatureTable.Build(features, Unpadded(average, row), l, Lines, out var scale, out var stored);
        Report($"kept {stored} of {features.Length} features");
        return new ChainWeights(table, scale, transitionAverage);
    }

    private float[] Unpadded(float[] rows, int row)
    {
        if (row == labels) return rows;
        var weights = new float[(long)(rows.Length / row) * labels];
        for (var f = 0; f < rows.Length / row; f++) rows.AsSpan(f * row, labels).CopyTo(weights.AsSpan(f * labels));
        return weights;
    }

    private static void AddRow(Span<float> scores, ReadOnlySpan<float> weights, float factor)
    {
        for (var y = 0; y < scores.Length; y += Vector256<float>.Count)
            (Vector256.Create<float>(scores[y..]) + Vector256.Create(weights[y..]) * factor).CopyTo(scores[y..]);
    }

    private void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient)
    {
        var floor = Vector256.Create(1e-3f);
        for (var y = 0; y < gradient.Length; y += Vector256<float>.Count)
        {
            var w = Vector256.Create<float>(weights[y..]);
            var g = Vector256.Create(gradient[y..]) + w * Decay;
            var s = Vector256.Create<float>(squares[y..]) + g * g;
            s.CopyTo(squares[y..]);
            (w - g * Rate / (floor + Vector256.Sqrt(s))).CopyTo(weights[y..]);
        }
    }

    private int[] Thinned(int[] ids, Random random, ref int[] kept)
    {
        if (Dropout <= 0) return ids;
        if (kept.Length < ids.Length) kept = new int[ids.Length * 2];
        var threshold = (byte)(Dropout * 256);
        var draws = new byte[ids.Length];
        random.NextBytes(draws);
        for (var i = 0; i < ids.Length; i++) kept[i] = draws[i] < threshold ? -1 : ids[i];
        return kept;
    }

    // Numbers the features that stand often enough to learn from; the others get -1.
    private (int[][] Ids, uint[] Features) Index(IReadOnlyList<Sequence> sequences)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var sequence in sequences)
            foreach (var feature in sequence.Features)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        var features = counts.Where(c => c.Value >= LeastCount).Select(c => c.Key).Order().ToArray();
        var number = new Dictionary<uint, int>(features.Length);
        for (var i = 0; i < features.Length; i++) number[features[i]] = i;
        var ids = new int[sequences.Count][];
        for (var s = 0; s < ids.Length; s++)
            ids[s] = Array.ConvertAll(sequences[s].Features, f => number.GetValueOrDefault(f, -1));
        return (ids, features);
    }
}
