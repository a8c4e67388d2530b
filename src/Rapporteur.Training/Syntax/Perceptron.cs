using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax;

/// <summary>An averaged perceptron over hashed features (Collins 2002), whose weights end up in a <see cref="LinearClassifier"/>.</summary>
internal sealed class Perceptron(int classes, int rows)
{
    private readonly int _width = SyntaxModel.Wide(classes);
    private readonly float[] _weights = new float[(long)rows * SyntaxModel.Wide(classes)];
    private readonly float[] _sums = new float[(long)rows * SyntaxModel.Wide(classes)];
    private float _clock = 1;

    /// <summary>Writes the sums of the features' weights.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores = scores[..classes];
        scores.Clear();
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & (uint)(rows - 1)) * _width, classes);
            for (var c = 0; c < scores.Length; c++) scores[c] += row[c];
        }
    }

    /// <summary>Moves the weights from the class found to the class wanted.</summary>
    public void Learn(ReadOnlySpan<uint> features, int wanted, int found)
    {
        _clock++;
        if (wanted == found) return;
        foreach (var feature in features)
        {
            var row = (int)(feature & (uint)(rows - 1)) * _width;
            _weights[row + wanted]++;
            _sums[row + wanted] += _clock;
            _weights[row + found]--;
            _sums[row + found] -= _clock;
        }
    }

    /// <summary>The averaged weights as signed bytes; the few largest are cut off.</summary>
    public byte[] Averaged()
    {
        var average = new float[_weights.Length];
        for (var i = 0; i < average.Length; i++) average[i] = _weights[i] - _sums[i] / _clock;
        var sizes = average.Where(w => w != 0).Select(Math.Abs).Order().ToArray();
        var scale = sizes[(int)(sizes.Length * 0.999)] / 127;
        return Array.ConvertAll(average, w => (byte)(sbyte)Math.Clamp(MathF.Round(w / scale), -127, 127));
    }
}
