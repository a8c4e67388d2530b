using Rapporteur.Learning;

namespace Rapporteur.Training.Entities;

/// <summary>One choice to learn from: candidates with their features, and which of them are right.</summary>
/// <param name="Features">All candidates' features; candidate c's are <c>[Starts[c], Starts[c+1])</c>.</param>
/// <param name="Starts">Where each candidate's features start; one more than there are candidates.</param>
/// <param name="Right">Whether a candidate is right; at least one is.</param>
internal sealed record RankingExample(uint[] Features, int[] Starts, bool[] Right);

/// <summary>What was learned for ranking.</summary>
internal sealed record RankingWeights(byte[] Table, float Scale);

/// <summary>
/// Trains a log-linear ranker: the probability of all right candidates together is made large, whichever of them it is
/// (Durrett and Klein 2013). Stochastic gradient with AdaGrad, averaged over the later epochs; one thread, a fixed order.
/// </summary>
internal sealed class RankingTrainer
{
    public int Epochs { get; init; } = 8;

    public float Rate { get; init; } = 0.05f;

    public float Decay { get; init; } = 1e-6f;

    public int LeastCount { get; init; } = 3;

    public int Lines { get; init; } = 1 << 14;

    public Action<string> Report { get; init; } = _ => { };

    public RankingWeights Train(IReadOnlyList<RankingExample> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
            foreach (var feature in example.Features)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        var features = counts.Where(c => c.Value >= LeastCount).Select(c => c.Key).Order().ToArray();
        var number = new Dictionary<uint, int>(features.Length);
        for (var i = 0; i < features.Length; i++) number[features[i]] = i;
        var ids = examples.Select(e => Array.ConvertAll(e.Features, f => number.GetValueOrDefault(f, -1))).ToArray();

        var weights = new float[features.Length];
        var squares = new float[features.Length];
        var average = new float[features.Length];
        var random = new Random(20160911);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var averaged = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (var e in order) loss += Step(examples[e], ids[e], weights, squares);
            if (epoch >= Epochs / 2)
            {
                averaged++;
                for (var i = 0; i < weights.Length; i++) average[i] += weights[i];
            }

            Report($"epoch {epoch + 1}: loss {loss / examples.Count:F4} a mention, {features.Length} features");
        }

        for (var i = 0; i < average.Length; i++) average[i] /= averaged;
        var table = FeatureTable.Build(features, average, 1, Lines, out var scale, out var kept);
        Report($"kept {kept} of {features.Length} features");
        return new RankingWeights(table, scale);
    }

    private double Step(RankingExample example, int[] ids, float[] weights, float[] squares)
    {
        var n = example.Right.Length;
        Span<float> scores = n <= 64 ? stackalloc float[n] : new float[n];
        var top = float.NegativeInfinity;
        for (var c = 0; c < n; c++)
        {
            float sum = 0;
            for (var k = example.Starts[c]; k < example.Starts[c + 1]; k++)
                if (ids[k] >= 0) sum += weights[ids[k]];
            scores[c] = sum;
            top = Math.Max(top, sum);
        }

        float all = 0, right = 0;
        for (var c = 0; c < n; c++)
        {
            scores[c] = Exponential.Of(scores[c] - top);
            all += scores[c];
            if (example.Right[c]) right += scores[c];
        }

        for (var c = 0; c < n; c++)
        {
            var gradient = scores[c] / all - (example.Right[c] ? scores[c] / Math.Max(right, 1e-30f) : 0);
            if (Math.Abs(gradient) < 1e-4f) continue;
            for (var k = example.Starts[c]; k < example.Starts[c + 1]; k++)
            {
                if (ids[k] < 0) continue;
                var g = gradient + Decay * weights[ids[k]];
                ref var square = ref squares[ids[k]];
                square += g * g;
                weights[ids[k]] -= Rate * g / (1e-3f + MathF.Sqrt(square));
            }
        }

        return Math.Log(all) - Math.Log(Math.Max(right, 1e-30f));
    }
}
