using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rapporteur.Learning;

namespace Rapporteur.Syntax;

/// <summary>The weights of a recurrent layer in one direction: gates of input, forgetting, output and the candidate, side by side.</summary>
/// <param name="Input">Weights of the inputs.</param>
/// <param name="State">Weights of the state before.</param>
/// <param name="Bias">What is added.</param>
internal sealed record LstmWeights(FixedPointMatrix Input, FixedPointMatrix State, float[] Bias);

/// <summary>
/// Reads packed sentences with a long short-term memory (Hochreiter and Schmidhuber 1997), all sentences of a batch in step.
/// </summary>
/// <remarks>Owns its buffers: one for each thread.</remarks>
internal sealed class Lstm
{
    private int[] _sums = [];
    private int[] _stateSums = [];
    private float[] _gates = [];
    private float[] _cells = [];
    private short[] _states = [];

    /// <summary>Reads <paramref name="inputs"/>, a row a word, and gives the states, a row a word, in units of 1/<see cref="FixedPointMatrix.One"/>.</summary>
    /// <param name="weights">The layer.</param>
    /// <param name="packing">Where the words of each sentence are.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="unit">What one unit of an input is worth.</param>
    public ReadOnlySpan<short> Read(LstmWeights weights, Packing packing, ReadOnlySpan<short> inputs, float unit)
    {
        var h = weights.State.Rows;
        var rows = packing.Rows;
        Reserve(rows, packing.Count, h);
        weights.Input.Multiply(inputs, rows, _sums);
        var starts = packing.Starts;
        for (var t = 0; t + 1 < starts.Length; t++)
        {
            int first = starts[t], count = starts[t + 1] - first;
            if (t > 0) weights.State.Multiply(_states.AsSpan(starts[t - 1] * h), count, _stateSums);
            for (var s = 0; s < count; s++)
            {
                var gates = _gates.AsSpan(0, 4 * h);
                Combine(_sums.AsSpan((first + s) * 4 * h, 4 * h), weights.Input.Scale * unit, weights.Bias, gates);
                if (t > 0) Combine(_stateSums.AsSpan(s * 4 * h, 4 * h), weights.State.Scale / FixedPointMatrix.One, gates, gates);
                Step(gates, _cells.AsSpan(s * h, h), _states.AsSpan((first + s) * h, h), t == 0);
            }
        }

        return _states.AsSpan(0, rows * h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine(ReadOnlySpan<int> sums, float scale, ReadOnlySpan<float> bias, Span<float> gates)
    {
        var from = MemoryMarshal.Cast<int, Vector256<int>>(sums);
        var added = MemoryMarshal.Cast<float, Vector256<float>>(bias)[..from.Length];
        var to = MemoryMarshal.Cast<float, Vector256<float>>(gates)[..from.Length];
        for (var k = 0; k < from.Length; k++) to[k] = Vector256.ConvertToSingle(from[k]) * scale + added[k];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(Span<float> gates, Span<float> cells, Span<short> states, bool first)
    {
        var h = cells.Length;
        Activations.Sigmoid(gates[..(3 * h)]);
        Activations.Tanh(gates[(3 * h)..]);
        var cell = MemoryMarshal.Cast<float, Vector256<float>>(cells);
        var input = MemoryMarshal.Cast<float, Vector256<float>>(gates[..h])[..cell.Length];
        var forget = MemoryMarshal.Cast<float, Vector256<float>>(gates.Slice(h, h))[..cell.Length];
        var output = MemoryMarshal.Cast<float, Vector256<float>>(gates.Slice(2 * h, h))[..cell.Length];
        var candidate = MemoryMarshal.Cast<float, Vector256<float>>(gates[(3 * h)..])[..cell.Length];
        for (var k = 0; k < cell.Length; k++)
        {
            var value = input[k] * candidate[k];
            if (!first) value += forget[k] * cell[k];
            cell[k] = candidate[k] = value;
        }

        Activations.Tanh(gates[(3 * h)..]);
        for (var k = 0; k < cell.Length; k++) FixedPoint.Narrow(output[k] * candidate[k] * FixedPointMatrix.One, states[(k * 8)..]);
    }

    private void Reserve(int rows, int sentences, int h)
    {
        if (_sums.Length < rows * 4 * h) _sums = new int[Math.Max(rows * 4 * h, 2 * _sums.Length)];
        if (_states.Length < rows * h) _states = new short[Math.Max(rows * h, 2 * _states.Length)];
        if (_cells.Length < sentences * h) (_cells, _stateSums) = (new float[sentences * h * 2], new int[sentences * 4 * h * 2]);
        if (_gates.Length < 4 * h) _gates = new float[4 * h];
    }
}
