using System.Numerics.Tensors;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>A matrix that is learned, by Adam (Kingma and Ba 2015), with a running average that is used in the end.</summary>
internal sealed class Parameter
{
    private readonly float[] _first, _second;
    private readonly bool _sparse;
    private readonly int[] _steps;

    /// <summary>Makes a parameter with random values.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="spread">Values lie between minus and plus this.</param>
    /// <param name="random">Where they come from.</param>
    /// <param name="sparse">Whether most rows have no gradient in most steps: embeddings.</param>
    public Parameter(int rows, int columns, float spread, Random random, bool sparse = false)
    {
        Value = new Matrix(rows, columns);
        for (var i = 0; i < Value.All.Length; i++) Value.All[i] = (random.NextSingle() * 2 - 1) * spread;
        Transposed = new Matrix(columns, rows);
        if (!sparse) Transposed.Transpose(Value);
        Average = Value.All.ToArray();
        _first = new float[rows * columns];
        _second = new float[rows * columns];
        _steps = new int[rows];
        _sparse = sparse;
    }

    public Matrix Value { get; }

    public Matrix Transposed { get; }

    public float[] Average { get; }

    /// <summary>One step along the gradients, whose factor is <paramref name="scale"/>; they are cleared.</summary>
    public void Step(Gradient[] gradients, float rate, float scale, float decay)
    {
        if (!_sparse)
        {
            var total = gradients[0].Dense.All;
            for (var g = 1; g < gradients.Length; g++) TensorPrimitives.Add(total, gradients[g].Dense.All, total);
            Update(0, total, rate, scale, ++_steps[0]);
            foreach (var gradient in gradients) gradient.Dense.All.Clear();
            Transposed.Transpose(Value);
            for (var i = 0; i < Average.Length; i++) Average[i] += (Value.All[i] - Average[i]) * decay;
            return;
        }

        for (var g = 1; g < gradients.Length; g++)
            foreach (var (row, from) in gradients[g].Rows) TensorPrimitives.Add(gradients[0].Row(row), from, gradients[0].Row(row));
        foreach (var (row, total) in gradients[0].Rows) Update(row, total, rate, scale, ++_steps[row]);
        foreach (var gradient in gradients) gradient.Rows.Clear();
    }

    /// <summary>The end of the training: the values become their averages.</summary>
    public void Settle()
    {
        if (!_sparse) Average.CopyTo(Value.All);
    }

    private void Update(int row, Span<float> gradient, float rate, float scale, int step)
    {
        const float Beta1 = 0.9f, Beta2 = 0.98f;
        var start = row * Value.Columns;
        var first = _first.AsSpan(start, gradient.Length);
        var second = _second.AsSpan(start, gradient.Length);
        var value = Value.All.Slice(start, gradient.Length);
        var correct1 = 1 / (1 - MathF.Pow(Beta1, step));
        var correct2 = 1 / (1 - MathF.Pow(Beta2, step));
        for (var i = 0; i < gradient.Length; i++)
        {
            var g = gradient[i] * scale;
            first[i] = Beta1 * first[i] + (1 - Beta1) * g;
            second[i] = Beta2 * second[i] + (1 - Beta2) * g * g;
            value[i] -= rate * first[i] * correct1 / (MathF.Sqrt(second[i] * correct2) + 1e-6f);
        }
    }
}

/// <summary>The gradient of one parameter in one worker.</summary>
internal sealed class Gradient(Parameter parameter, bool sparse)
{
    public Matrix Dense { get; } = sparse ? new Matrix(0, 0) : new Matrix(parameter.Value.Rows, parameter.Value.Columns);

    public SortedDictionary<int, float[]> Rows { get; } = [];

    public Span<float> Row(int row)
    {
        if (!Rows.TryGetValue(row, out var gradient)) Rows[row] = gradient = new float[parameter.Value.Columns];
        return gradient;
    }
}
