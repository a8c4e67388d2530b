using Rapporteur.Learning;
using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>
/// The second labeller: given one cue, a conditional random field over the tokens around it finds its source and its content,
/// as semantic role labellers find the arguments of a predicate.
/// </summary>
internal sealed class ArgumentLabeller(FeatureTable table, float[] transitions)
{
    private readonly float[] _factors = Array.ConvertAll(transitions, Exponential.Of);
    private readonly Chain _chain = new(ArgumentLabels.Count);
    private float[] _emissions = [];
    private float[] _marginals = [];

    /// <summary>The probability of each label at each token of the window of the last reading.</summary>
    public ReadOnlySpan<float> Marginals => _marginals;

    /// <summary>Labels the tokens of <paramref name="window"/> for one cue.</summary>
    /// <param name="features">Prepared for the document.</param>
    /// <param name="cue">The cue's tokens.</param>
    /// <param name="words">What the features say of the cue.</param>
    /// <param name="surroundings">Where its arguments may lie.</param>
    /// <param name="window">The tokens to label.</param>
    /// <param name="taken">Whether a token belongs to another cue's content or is another cue, a value a token of the document.</param>
    /// <param name="labels">Filled with <see cref="ArgumentLabel"/>s, one for each token of the window.</param>
    /// <returns>The logarithm of the probability of the labels, given the cue.</returns>
    public float Read(ArgumentFeatures features, TokenRange cue, in ArgumentFeatures.CueWords words, TokenRange surroundings, TokenRange window, ReadOnlySpan<bool> taken, Span<byte> labels)
    {
        const int Width = FeatureTable.Width;
        var n = window.Count;
        if (_emissions.Length < n * Width)
        {
            _emissions = new float[Math.Max(n * Width, 2 * _emissions.Length)];
            _marginals = new float[_emissions.Length];
        }

        var emissions = _emissions.AsSpan(0, n * Width);
        features.Approach(cue, window);
        Span<uint> buffer = stackalloc uint[ArgumentFeatures.Most];
        for (var i = window.First; i < window.End; i++)
        {
            var row = emissions.Slice((i - window.First) * Width, Width);
            var count = features.Extract(cue, words, surroundings, i, buffer);
            table.Score(buffer[..count], row);
            Constrain(row, i >= cue.First && i < cue.End, !taken.IsEmpty && taken[i]);
        }

        var all = _chain.Marginals(emissions, Width, _factors, _marginals, []);
        return (float)(_chain.Best(emissions, Width, transitions, labels) - all);
    }

    // The cue is the cue and nothing else is; what is taken is neither source nor content.
    private static void Constrain(Span<float> row, bool isCue, bool isTaken)
    {
        if (isCue)
        {
            row[..(int)ArgumentLabel.Cue].Fill(-60);
            row[(int)ArgumentLabel.Cue] = 0;
            return;
        }

        row[(int)ArgumentLabel.Cue] = -60;
        if (isTaken) row.Slice((int)ArgumentLabel.BeginSource, 4).Fill(-60);
    }
}
