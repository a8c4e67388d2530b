using System.Runtime.CompilerServices;
namespace Rapporteur.Learning;

/// <summary>
/// A linear chain over labels: best path (Viterbi) and marginals (forward-backward) for given emission and transition scores.
/// Lafferty, McCallum and Pereira 2001, "Conditional random fields". Scores are logarithms; a transition that may not
/// happen has <see cref="Never"/>.
/// </summary>
/// <remarks>Not safe to share between threads: it owns the buffers of its calls and grows them as needed.</remarks>
internal sealed class Chain
{
    /// <summary>The score of what may not happen.</summary>
    public const float Never = -1e9f;

    private readonly int _labels;
    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _emitted = [];
    private float[] _scales = [];
    private byte[] _from = [];

    /// <summary>Prepares chains over <paramref name="labels"/> labels.</summary>
    public Chain(int labels) => _labels = labels;

    /// <summary>The best path. <paramref name="emissions"/> holds a row of <paramref name="stride"/> scores a token.</summary>
    /// <param name="emissions">Scores of each label at each token.</param>
    /// <param name="stride">The length of a row of emissions.</param>
    /// <param name="transitions">Row from, column to; the row after the last label holds the scores of beginning with a label.</param>
    /// <param name="path">The labels of the best path, one a token.</param>
    /// <returns>The score of the path.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Best(ReadOnlySpan<float> emissions, int stride, ReadOnlySpan<float> transitions, Span<byte> path)
    {
        var n = path.Length;
        if (n == 0) return 0;
        Reserve(n);
        var l = _labels;
        var score = _forward.AsSpan(0, n * l);
        for (var y = 0; y < l; y++) score[y] = transitions[l * l + y] + emissions[y];
        for (var t = 1; t < n; t++)
        {
            var before = score.Slice((t - 1) * l, l);
            var now = score.Slice(t * l, l);
            var from = _from.AsSpan(t * l, l);
            now.Fill(float.NegativeInfinity);
            for (var x = 0; x < l; x++)
            {
                var row = transitions.Slice(x * l, l);
                var s = before[x];
                for (var y = 0; y < l; y++)
                {
                    var candidate = s + row[y];
                    if (candidate > now[y]) { now[y] = candidate; from[y] = (byte)x; }
                }
            }

            for (var y = 0; y < l; y++) now[y] += emissions[t * stride + y];
        }

        var last = score.Slice((n - 1) * l, l);
        var best = 0;
        for (var y = 1; y < l; y++) if (last[y] > last[best]) best = y;
        var total = last[best];
        for (var t = n - 1; t >= 0; t--)
        {
            path[t] = (byte)best;
            best = _from[t * l + best];
        }

        return total;
    }

    /// <summary>The probability of each label at each token; and the logarithm of the sum over all paths.</summary>
    /// <param name="emissions">Scores of each label at each token.</param>
    /// <param name="stride">The length of a row of emissions and of marginals.</param>
    /// <param name="factors">The exponentials of the transitions, laid out as in <see cref="Best"/>.</param>
    /// <param name="marginals">Filled with probabilities, a row a token.</param>
    /// <param name="pairs">Where given, the expected count of each transition is added to it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Marginals(ReadOnlySpan<float> emissions, int stride, ReadOnlySpan<float> factors, Span<float> marginals, Span<float> pairs)
    {
        var l = _labels;
        var n = emissions.Length / stride;
        if (n == 0) return 0;
        Reserve(n);
        var emitted = _emitted.AsSpan(0, n * l);
        double logarithm = 0;
        for (var t = 0; t < n; t++)
        {
            var row = emissions.Slice(t * stride, l);
            var top = row[0];
            for (var y = 1; y < l; y++) top = Math.Max(top, row[y]);
            logarithm += top;
            for (var y = 0; y < l; y++) emitted[t * l + y] = Exponential.Of(row[y] - top);
        }

        for (var t = 0; t < n; t++)
        {
            var now = _forward.AsSpan(t * l, l);
            if (t == 0) factors.Slice(l * l, l).CopyTo(now);
            else
            {
                now.Clear();
                for (var x = 0; x < l; x++)
                {
                    var a = _forward[(t - 1) * l + x];
                    var row = factors.Slice(x * l, l);
                    for (var y = 0; y < l; y++) now[y] += a * row[y];
                }
            }

            float sum = 0;
            for (var y = 0; y < l; y++) sum += now[y] *= emitted[t * l + y];
            if (sum <= 0) sum = 1e-30f;
            var scale = 1 / sum;
            for (var y = 0; y < l; y++) now[y] *= scale;
            _scales[t] = scale;
            logarithm += Math.Log(sum);
        }

        _backward.AsSpan((n - 1) * l, l).Fill(1);
        Span<float> ahead = stackalloc float[l];
        for (var t = n - 2; t >= 0; t--)
        {
            for (var y = 0; y < l; y++) ahead[y] = emitted[(t + 1) * l + y] * _backward[(t + 1) * l + y] * _scales[t + 1];
            for (var x = 0; x < l; x++)
            {
                var row = factors.Slice(x * l, l);
                float sum = 0;
                for (var y = 0; y < l; y++) sum += row[y] * ahead[y];
                _backward[t * l + x] = sum;
                if (pairs.IsEmpty) continue;
                var a = _forward[t * l + x];
                for (var y = 0; y < l; y++) pairs[x * l + y] += a * row[y] * ahead[y];
            }
        }

        for (var t = 0; t < n; t++)
            for (var y = 0; y < l; y++) marginals[t * stride + y] = _forward[t * l + y] * _backward[t * l + y];
        if (!pairs.IsEmpty)
            for (var y = 0; y < l; y++) pairs[l * l + y] += marginals[y];
        return logarithm;
    }

    private void Reserve(int tokens)
    {
        var size = tokens * _labels;
        if (_forward.Length >= size) return;
        size = Math.Max(size, 2 * _forward.Length);
        _forward = new float[size];
        _backward = new float[size];
        _emitted = new float[size];
        _scales = new float[size / _labels + 1];
        _from = new byte[size];
    }
}
