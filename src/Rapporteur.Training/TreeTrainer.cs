using Rapporteur.Learning;

namespace Rapporteur.Training;

/// <summary>
/// Trains <see cref="Trees"/> for a yes or no by gradient boosting on the logistic loss (Friedman 2001), with second-order
/// leaves and shrinkage (Chen and Guestrin 2016). The measures are cut into bins at quantiles. No chance is involved.
/// </summary>
internal sealed class TreeTrainer
{
    private const int Leaves = 1 << Trees.Depth;

    public int Count { get; init; } = 300;

    public float Rate { get; init; } = 0.06f;

    /// <summary>How strongly leaves are drawn to nothing.</summary>
    public float Shrinkage { get; init; } = 8;

    public int Bins { get; init; } = 48;

    /// <summary>Learns from rows of measures, all of one length, and whether each is right.</summary>
    public Trees Train(IReadOnlyList<float[]> rows, IReadOnlyList<bool> right)
    {
        var n = rows.Count;
        var width = rows[0].Length;
        var bounds = Enumerable.Range(0, width).Select(m => Bounds(rows, m)).ToArray();
        var binned = new byte[width][];
        for (var m = 0; m < width; m++) binned[m] = [.. rows.Select(row => BinOf(bounds[m], row[m]))];

        var numbers = new List<float>();
        var score = new float[n];
        var prior = MathF.Log(right.Count(r => r) / (float)Math.Max(1, right.Count(r => !r)));
        Array.Fill(score, prior);
        var gradient = new float[n];
        var curvature = new float[n];
        var leaf = new int[n];
        for (var t = 0; t < Count; t++)
        {
            for (var i = 0; i < n; i++)
            {
                var p = Exponential.Logistic(score[i]);
                gradient[i] = (right[i] ? 1 : 0) - p;
                curvature[i] = Math.Max(p * (1 - p), 1e-6f);
            }

            Array.Clear(leaf);
            var measures = new int[Trees.Depth];
            var cuts = new float[Trees.Depth];
            for (var level = 0; level < Trees.Depth; level++)
            {
                var (m, bin) = BestCut(binned, bounds, gradient, curvature, leaf, 1 << level);
                measures[level] = m;
                cuts[level] = bounds[m].Length == 0 ? float.MaxValue : bounds[m][bin];
                for (var i = 0; i < n; i++) if (binned[m][i] > bin) leaf[i] |= 1 << level;
            }

            var g = new double[Leaves];
            var h = new double[Leaves];
            for (var i = 0; i < n; i++) { g[leaf[i]] += gradient[i]; h[leaf[i]] += curvature[i]; }
            var values = new float[Leaves];
            for (var k = 0; k < Leaves; k++) values[k] = (float)(Rate * g[k] / (h[k] + Shrinkage));
            // The first tree carries the prior.
            for (var i = 0; i < n; i++) score[i] += values[leaf[i]];
            if (t == 0) for (var k = 0; k < Leaves; k++) values[k] += prior;
            numbers.AddRange(Trees.Tree(measures, cuts, values));
        }

        return new Trees([.. numbers]);
    }

    // The question that, asked of all leaves so far, tells right from wrong best.
    private (int Measure, int Bin) BestCut(byte[][] binned, float[][] bounds, float[] gradient, float[] curvature, int[] leaf, int leaves)
    {
        var best = (Gain: double.NegativeInfinity, Measure: 0, Bin: 0);
        var sums = new double[leaves * Bins * 2];
        for (var m = 0; m < binned.Length; m++)
        {
            var cuts = bounds[m].Length;
            if (cuts == 0) continue;
            Array.Clear(sums);
            var bins = binned[m];
            for (var i = 0; i < bins.Length; i++)
            {
                var at = (leaf[i] * Bins + bins[i]) * 2;
                sums[at] += gradient[i];
                sums[at + 1] += curvature[i];
            }

            var gains = new double[cuts];
            for (var k = 0; k < leaves; k++)
            {
                double g = 0, h = 0;
                for (var b = 0; b <= cuts; b++) { g += sums[(k * Bins + b) * 2]; h += sums[(k * Bins + b) * 2 + 1]; }
                double left = 0, weight = 0;
                for (var b = 0; b < cuts; b++)
                {
                    left += sums[(k * Bins + b) * 2];
                    weight += sums[(k * Bins + b) * 2 + 1];
                    gains[b] += left * left / (weight + Shrinkage) + (g - left) * (g - left) / (h - weight + Shrinkage);
                }
            }

            for (var b = 0; b < cuts; b++) if (gains[b] > best.Gain + 1e-9) best = (gains[b], m, b);
        }

        return (best.Measure, best.Bin);
    }

    // The values between bins, at quantiles; a value equal to a bound lies below it.
    private float[] Bounds(IReadOnlyList<float[]> rows, int measure)
    {
        var values = rows.Select(row => row[measure]).Order().ToArray();
        var bounds = new SortedSet<float>();
        for (var b = 1; b < Bins; b++) bounds.Add(values[(int)((long)values.Length * b / Bins)]);
        bounds.Remove(values[^1]);
        return [.. bounds];
    }

    private static byte BinOf(float[] bounds, float value)
    {
        var at = Array.BinarySearch(bounds, value);
        return (byte)(at < 0 ? ~at : at);
    }
}
