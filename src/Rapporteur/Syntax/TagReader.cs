using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Rapporteur.Learning;

namespace Rapporteur.Syntax;

/// <summary>
/// From the states of the words to their tags: the universal tag that is likeliest when the probabilities of its Penn tags are
/// added up, and of these the likeliest.
/// </summary>
/// <remarks>Owns its buffers: one for each thread.</remarks>
internal sealed class TagReader(SyntaxModel model)
{
    private readonly float[] _scores = new float[model.TagWeights.Columns];
    private int[] _sums = [];

    /// <summary>Takes the states of all words of a batch.</summary>
    public void Take(ReadOnlySpan<short> states, int rows)
    {
        if (_sums.Length < rows * _scores.Length) _sums = new int[rows * _scores.Length * 2];
        model.TagWeights.Multiply(states, rows, _sums);
    }

    /// <summary>The tags of the word in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TagPair Read(int row)
    {
        var scale = model.TagWeights.Scale / FixedPointMatrix.One;
        var sums = _sums.AsSpan(row * _scores.Length, _scores.Length);
        for (var k = 0; k < _scores.Length; k += 8)
            (Vector256.ConvertToSingle(Vector256.Create(sums[k..])) * scale + Vector256.Create(model.TagBias.AsSpan(k))).CopyTo(_scores.AsSpan(k));
        var scores = _scores.AsSpan(0, model.Tags.Length);
        var most = scores[0];
        foreach (var score in scores) most = Math.Max(most, score);
        foreach (ref var score in scores) score -= most;
        Activations.Exponential(_scores);

        Span<float> universal = stackalloc float[UniversalCount];
        universal.Clear();
        for (var k = 0; k < scores.Length; k++) universal[(int)model.Tags[k].Universal] += scores[k];
        var tag = 0;
        for (var u = 1; u < universal.Length; u++) if (universal[u] > universal[tag]) tag = u;
        var best = -1;
        for (var k = 0; k < scores.Length; k++)
            if ((int)model.Tags[k].Universal == tag && (best < 0 || scores[k] > scores[best])) best = k;
        return model.Tags[best];
    }

    private const int UniversalCount = (int)UniversalTag.Verb + 1;
}
