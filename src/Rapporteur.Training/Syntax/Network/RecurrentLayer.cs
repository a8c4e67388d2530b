using System.Numerics.Tensors;
using Rapporteur.Learning;
using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>A long short-term memory (Hochreiter and Schmidhuber 1997) read over packed sentences, forward and backward in training.</summary>
internal sealed unsafe class RecurrentLayer(LstmParameters parameters, LstmGradients? gradients)
{
    private readonly int _hidden = parameters.Hidden;
    private readonly Matrix _gates = new(0, 4 * parameters.Hidden);
    private readonly Matrix _gateGradients = new(0, 4 * parameters.Hidden);
    private readonly Matrix _cells = new(0, parameters.Hidden);
    private readonly Matrix _squashed = new(0, parameters.Hidden);
    private readonly Matrix _before = new(0, parameters.Hidden);
    private readonly Matrix _beforeGradients = new(0, parameters.Hidden);
    private readonly Matrix _turned = new(0, 0);

    /// <summary>What came out, a row a word.</summary>
    public Matrix Output { get; } = new(0, parameters.Hidden);

    /// <summary>Reads the inputs.</summary>
    /// <param name="packing">Where the words of each sentence are.</param>
    /// <param name="input">A row a word.</param>
    /// <param name="mask">Factors of the state handed on, a row a sentence (Gal and Ghahramani 2016); null for none.</param>
    public void Forward(Packing packing, Matrix input, Matrix? mask)
    {
        var n = packing.Rows;
        var h = _hidden;
        _gates.Resized(n);
        for (var r = 0; r < n; r++) parameters.Bias.Value.All.CopyTo(_gates[r]);
        Matrix.AddProduct(input, parameters.Input.Value, _gates);
        _cells.Resized(n);
        _squashed.Resized(n);
        Output.Resized(n);
        _before.Cleared(n);
        for (var t = 0; t + 1 < packing.Starts.Length; t++)
        {
            int first = packing.Starts[t], count = packing.Starts[t + 1] - first, previous = t > 0 ? packing.Starts[t - 1] : 0;
            if (t > 0)
            {
                for (var k = 0; k < count; k++)
                    if (mask is null) Output[previous + k].CopyTo(_before[first + k]);
                    else TensorPrimitives.Multiply(Output[previous + k], mask[k], _before[first + k]);
                Matrix.AddProduct(_before.Row(first), h, parameters.State.Value.Start, 4 * h, _gates.Row(first), 4 * h, count, h, 4 * h);
            }

            for (var r = first; r < first + count; r++)
            {
                var gates = _gates[r];
                Activations.Sigmoid(gates[..(3 * h)]);
                Activations.Tanh(gates[(3 * h)..]);
                Span<float> input_ = gates[..h], forget = gates.Slice(h, h), output = gates.Slice(2 * h, h), candidate = gates[(3 * h)..];
                var cell = _cells[r];
                TensorPrimitives.Multiply(input_, candidate, cell);
                if (t > 0) TensorPrimitives.FusedMultiplyAdd(forget, _cells[previous + r - first], cell, cell);
                cell.CopyTo(_squashed[r]);
                Activations.Tanh(_squashed[r]);
                TensorPrimitives.Multiply(output, _squashed[r], Output[r]);
            }
        }
    }

    /// <summary>Adds the gradients; <paramref name="inputGradients"/> gets those of the input added.</summary>
    public void Backward(Packing packing, Matrix input, Matrix? mask, Matrix outputGradients, Matrix inputGradients)
    {
        var n = packing.Rows;
        var h = _hidden;
        _gateGradients.Resized(n);
        _beforeGradients.Cleared(n);
        var cellGradients = new float[packing.Count * h];
        Span<float> carried = stackalloc float[h];
        for (var t = packing.Starts.Length - 2; t >= 0; t--)
        {
            int first = packing.Starts[t], end = packing.Starts[t + 1], previous = t > 0 ? packing.Starts[t - 1] : 0;
            var following = t + 2 < packing.Starts.Length ? packing.Starts[t + 2] - end : 0;
            for (var r = first; r < end; r++)
            {
                var s = r - first;
                outputGradients[r].CopyTo(carried);
                if (s < following)
                {
                    var later = _beforeGradients[end + s];
                    if (mask is null) TensorPrimitives.Add(carried, later, carried);
                    else TensorPrimitives.FusedMultiplyAdd(later, mask[s], carried, carried);
                }

                var gates = _gates.Row(r);
                var to = _gateGradients.Row(r);
                var squashed = _squashed.Row(r);
                var old = t > 0 ? _cells.Row(previous + s) : null;
                for (var k = 0; k < h; k++)
                {
                    float i = gates[k], f = gates[h + k], o = gates[2 * h + k], g = gates[3 * h + k], c = squashed[k];
                    ref var cell = ref cellGradients[s * h + k];
                    cell += carried[k] * o * (1 - c * c);
                    to[k] = cell * g * i * (1 - i);
                    to[h + k] = old is null ? 0 : cell * old[k] * f * (1 - f);
                    to[2 * h + k] = carried[k] * c * o * (1 - o);
                    to[3 * h + k] = cell * i * (1 - g * g);
                    cell *= f;
                }
            }

            if (t > 0)
                Matrix.AddProduct(_gateGradients.Row(first), 4 * h, parameters.State.Transposed.Start, h, _beforeGradients.Row(first), h, end - first, 4 * h, h);
        }

        _turned.Reshaped(input.Columns, n).Transpose(input);
        Matrix.AddProduct(_turned, _gateGradients, gradients!.Input.Dense);
        _turned.Reshaped(h, n).Transpose(_before);
        Matrix.AddProduct(_turned, _gateGradients, gradients.State.Dense);
        for (var r = 0; r < n; r++) TensorPrimitives.Add(gradients.Bias.Dense.All, _gateGradients[r], gradients.Bias.Dense.All);
        Matrix.AddProduct(_gateGradients, parameters.Input.Transposed, inputGradients);
    }
}

/// <summary>What a recurrent layer learns: gates of input, forgetting, output and the candidate, side by side.</summary>
internal sealed class LstmParameters
{
    public LstmParameters(int input, int hidden, Random random)
    {
        Hidden = hidden;
        Input = new Parameter(input, 4 * hidden, MathF.Sqrt(6f / (input + hidden)), random);
        State = new Parameter(hidden, 4 * hidden, MathF.Sqrt(3f / hidden), random);
        Bias = new Parameter(1, 4 * hidden, 0, random);
        Bias.Value.All.Slice(hidden, hidden).Fill(1);
        Bias.Value.All.CopyTo(Bias.Average);
    }

    public int Hidden { get; }

    public Parameter Input { get; }

    public Parameter State { get; }

    public Parameter Bias { get; }
}

/// <summary>The gradients of a recurrent layer in one worker.</summary>
internal sealed record LstmGradients(Gradient Input, Gradient State, Gradient Bias);
