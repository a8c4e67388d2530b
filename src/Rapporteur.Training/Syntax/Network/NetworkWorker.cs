using System.Numerics.Tensors;
using Rapporteur.Learning;
using Rapporteur.Syntax;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>A sentence to learn from.</summary>
/// <param name="Words">The row of each word; 0 for one that is not known.</param>
/// <param name="Tuned">The row that the treebanks teach for it; 0 for one that is too rare there.</param>
/// <param name="Affixes">The rows of each word's affixes, one word after the other.</param>
/// <param name="Tags">The tags that people gave; 255 for none.</param>
/// <param name="Heads">The heads that people gave; -1 for the root.</param>
/// <param name="Labels">The relations that people gave.</param>
internal sealed record TrainingSentence(int[] Words, int[] Tuned, int[] Affixes, byte[] Tags, int[] Heads, byte[] Labels)
{
    /// <summary>How many affixes a word has.</summary>
    public const int AffixCount = 6;

    public int Length => Words.Length;
}

/// <summary>Counts of what came out right.</summary>
internal record struct Outcome(int Words, int Tags, int Arcs, int Labelled, double Loss)
{
    public readonly Outcome Plus(Outcome other) =>
        new(Words + other.Words, Tags + other.Tags, Arcs + other.Arcs, Labelled + other.Labelled, Loss + other.Loss);
}

/// <summary>Reads batches of sentences forward and backward. One worker for each thread.</summary>
internal sealed unsafe class NetworkWorker
{
    private readonly NetworkParameters _net;
    private readonly NetworkGradients _gradients;
    private readonly RecurrentLayer[] _layers;
    private readonly Matrix[] _turned = [new(0, 0), new(0, 0)];
    private readonly Matrix _words, _first, _second, _tags, _roles, _pairs, _labels;
    private readonly Matrix _dWords, _dWordsBack, _dFirst, _dFirstBack, _dSecond, _dHalf, _dTurned, _dRoles, _dPairs, _across = new(0, 0);
    private readonly Matrix _dependents, _bilinear, _dBilinear, _scores = new(0, 0), _heads, _headsAcross = new(0, 0), _dHeads;
    private bool _training;
    private bool[] _arcRight = [];
    private Random _random = new(0);
    private TrainingSentence[] _sentences = [];
    private readonly Packing _packing = new();

    public NetworkWorker(NetworkParameters net)
    {
        _net = net;
        _gradients = new NetworkGradients(net);
        _layers = [.. net.Layers.Select(l => new RecurrentLayer(l, _gradients.Of(l)))];
        int d = net.Size.Word, h = net.Size.Hidden, roles = net.Roles.Value.Columns, a = net.Size.Arc, l2 = 2 * net.Size.Label;
        (_words, _first, _second, _tags, _roles, _pairs, _labels) = (new(0, d), new(0, 2 * h), new(0, 2 * h), new(0, net.TagWeights.Value.Columns), new(0, roles), new(0, l2), new(0, net.Labels.Value.Columns));
        (_dWords, _dWordsBack, _dFirst, _dFirstBack, _dSecond, _dHalf, _dTurned) = (new(0, d), new(0, d), new(0, 2 * h), new(0, 2 * h), new(0, 2 * h), new(0, h), new(0, h));
        (_dRoles, _dPairs, _dependents, _bilinear, _dBilinear, _heads, _dHeads) = (new(0, roles), new(0, l2), new(0, a), new(0, a), new(0, a), new(0, a), new(0, a));
    }

    /// <summary>The share of inputs and states left out in training.</summary>
    public float Dropout { get; init; } = 0.28f;

    /// <summary>The share of words read as unknown in training.</summary>
    public float WordDropout { get; init; } = 0.2f;

    public NetworkGradients Gradients => _gradients;

    /// <summary>Reads sentences; in training, adds the gradients of the loss, summed over words.</summary>
    public Outcome Run(IEnumerable<TrainingSentence> sentences, bool training, int seed)
    {
        _training = training;
        _random = new Random(seed);
        _sentences = [.. sentences.OrderByDescending(s => s.Length)];
        _packing.Arrange([.. _sentences.Select(s => s.Length)]);
        var n = _packing.Rows;
        int h = _net.Size.Hidden, d = _net.Size.Word;
        int count = _sentences.Length;
        Matrix? inputMask = Mask(count, d, Dropout), firstMask = Mask(count, 2 * h, Dropout), secondMask = Mask(count, 2 * h, Dropout);
        var states = Enumerable.Range(0, 4).Select(_ => Mask(count, h, Dropout)).ToArray();
        var unknown = Embed(inputMask);

        Both(0, _words, states, _first, firstMask);
        Both(2, _first, states, _second, secondMask);
        _dFirst.Cleared(n);
        _dSecond.Cleared(n);
        var outcome = new Outcome(n, 0, 0, 0, 0);
        Tags(ref outcome);
        Parse(ref outcome);
        if (!training) return outcome;

        BackBoth(2, _first, states, _dSecond, secondMask, _dFirst, _dFirstBack);
        _dWords.Cleared(n);
        BackBoth(0, _words, states, _dFirst, firstMask, _dWords, _dWordsBack);
        Unembed(inputMask, unknown);
        return outcome;
    }

    private Matrix? Mask(int rows, int columns, float dropout)
    {
        if (!_training || dropout <= 0) return null;
        var mask = new Matrix(rows, columns);
        var kept = 1 / (1 - dropout);
        foreach (ref var m in mask.All) m = _random.NextSingle() < dropout ? 0 : kept;
        return mask;
    }

    private bool[] Embed(Matrix? mask)
    {
        var unknown = new bool[_packing.Rows];
        _words.Cleared(_packing.Rows);
        for (var s = 0; s < _sentences.Length; s++)
            for (var t = 0; t < _sentences[s].Length; t++)
            {
                var r = _packing.Row(s, t);
                var row = _words[r];
                unknown[r] = _training && _random.NextSingle() < WordDropout;
                TensorPrimitives.Add(_net.Given[_sentences[s].Words[t]], _net.Words.Value[unknown[r] ? 0 : _sentences[s].Tuned[t]], row);
                foreach (var affix in _sentences[s].Affixes.AsSpan(t * TrainingSentence.AffixCount, TrainingSentence.AffixCount))
                    TensorPrimitives.Add(row, _net.Affixes.Value[affix], row);
                if (mask is not null) TensorPrimitives.Multiply(row, mask[s], row);
            }

        return unknown;
    }

    private void Unembed(Matrix? mask, bool[] unknown)
    {
        for (var s = 0; s < _sentences.Length; s++)
            for (var t = 0; t < _sentences[s].Length; t++)
            {
                var r = _packing.Row(s, t);
                var row = _dWords[r];
                if (mask is not null) TensorPrimitives.Multiply(row, mask[s], row);
                var word = _gradients[_net.Words].Row(unknown[r] ? 0 : _sentences[s].Tuned[t]);
                TensorPrimitives.Add(word, row, word);
                foreach (var affix in _sentences[s].Affixes.AsSpan(t * TrainingSentence.AffixCount, TrainingSentence.AffixCount))
                {
                    var to = _gradients[_net.Affixes].Row(affix);
                    TensorPrimitives.Add(to, row, to);
                }
            }
    }

    // A layer read in both directions, its outputs side by side.
    private void Both(int layer, Matrix input, Matrix?[] states, Matrix output, Matrix? mask)
    {
        var n = _packing.Rows;
        var h = _net.Size.Hidden;
        var turned = _turned[layer / 2].Reshaped(n, input.Columns);
        for (var r = 0; r < n; r++) input[r].CopyTo(turned[_packing.Mirror[r]]);
        _layers[layer].Forward(_packing, input, states[layer]);
        _layers[layer + 1].Forward(_packing, turned, states[layer + 1]);
        output.Resized(n);
        for (var r = 0; r < n; r++)
        {
            _layers[layer].Output[r].CopyTo(output[r]);
            _layers[layer + 1].Output[_packing.Mirror[r]].CopyTo(output[r][h..]);
            if (mask is not null) TensorPrimitives.Multiply(output[r], mask[_packing.Sentence[r]], output[r]);
        }
    }

    private void BackBoth(int layer, Matrix input, Matrix?[] states, Matrix gradients, Matrix? mask, Matrix inputGradients, Matrix back)
    {
        var n = _packing.Rows;
        var h = _net.Size.Hidden;
        _dHalf.Resized(n);
        _dTurned.Resized(n);
        for (var r = 0; r < n; r++)
        {
            if (mask is not null) TensorPrimitives.Multiply(gradients[r], mask[_packing.Sentence[r]], gradients[r]);
            gradients[r][..h].CopyTo(_dHalf[r]);
            gradients[r][h..].CopyTo(_dTurned[_packing.Mirror[r]]);
        }

        back.Cleared(n);
        _layers[layer].Backward(_packing, input, states[layer], _dHalf, inputGradients);
        _layers[layer + 1].Backward(_packing, _turned[layer / 2], states[layer + 1], _dTurned, back);
        for (var r = 0; r < n; r++) TensorPrimitives.Add(inputGradients[r], back[_packing.Mirror[r]], inputGradients[r]);
    }

    private static void Affine(Matrix input, Parameter weights, Parameter bias, Matrix output)
    {
        output.Resized(input.Rows);
        for (var r = 0; r < input.Rows; r++) bias.Value.All.CopyTo(output[r]);
        Matrix.AddProduct(input, weights.Value, output);
    }

    private void BackAffine(Matrix input, Parameter weights, Parameter bias, Matrix gradients, Matrix inputGradients)
    {
        _across.Reshaped(input.Columns, input.Rows).Transpose(input);
        Matrix.AddProduct(_across, gradients, _gradients[weights].Dense);
        var biasGradient = _gradients[bias].Dense.All;
        for (var r = 0; r < gradients.Rows; r++) TensorPrimitives.Add(biasGradient, gradients[r], biasGradient);
        Matrix.AddProduct(gradients, weights.Transposed, inputGradients);
    }

    // Turns scores into the gradient of their cross entropy; gives the loss.
    private static double Softmax(Span<float> scores, int gold, out int best)
    {
        best = TensorPrimitives.IndexOfMax(scores);
        var top = scores[best];
        float sum = 0;
        foreach (ref var x in scores) sum += x = Exponential.Of(x - top);
        var loss = -Math.Log(Math.Max(1e-12, scores[gold] / sum));
        TensorPrimitives.Multiply(scores, 1 / sum, scores);
        scores[gold] -= 1;
        return loss;
    }

    private void Tags(ref Outcome outcome)
    {
        Affine(_first, _net.TagWeights, _net.TagBias, _tags);
        for (var r = 0; r < _packing.Rows; r++) _tags[r][_net.Tags..].Clear();
        for (var s = 0; s < _sentences.Length; s++)
            for (var t = 0; t < _sentences[s].Length; t++)
            {
                var row = _tags[_packing.Row(s, t)][.._net.Tags];
                var gold = _sentences[s].Tags[t];
                if (gold == 255) { row.Clear(); continue; }
                outcome.Loss += Softmax(row, gold, out var best);
                if (best == gold) outcome.Tags++;
            }

        if (_training) BackAffine(_first, _net.TagWeights, _net.TagBias, _tags, _dFirst);
    }

    private void Parse(ref Outcome outcome)
    {
        int arc = _net.Size.Arc, roles = _net.Roles.Value.Columns;
        Affine(_second, _net.Roles, _net.RoleBias, _roles);
        var masks = _training ? Mask(_packing.Rows, roles, Dropout) : null;
        for (var r = 0; r < _packing.Rows; r++)
        {
            Activations.Rectify(_roles[r][..(2 * arc)]);
            if (masks is not null) TensorPrimitives.Multiply(_roles[r], masks[r], _roles[r]);
        }

        _dRoles.Cleared(_packing.Rows);
        _pairs.Resized(_packing.Rows);
        if (_arcRight.Length < _packing.Rows) _arcRight = new bool[_packing.Rows];
        for (var s = 0; s < _sentences.Length; s++) Arcs(s, ref outcome);
        Labels(ref outcome);
        if (!_training) return;
        for (var r = 0; r < _packing.Rows; r++)
        {
            if (masks is not null) TensorPrimitives.Multiply(_dRoles[r], masks[r], _dRoles[r]);
            var value = _roles[r];
            var gradient = _dRoles[r];
            for (var k = 0; k < 2 * arc; k++) if (value[k] <= 0) gradient[k] = 0;
        }

        BackAffine(_second, _net.Roles, _net.RoleBias, _dRoles, _dSecond);
    }

    // Scores of all heads of all words of a sentence: a bilinear form (Dozat and Manning 2017) and a term for the distance.
    private void Arcs(int s, ref Outcome outcome)
    {
        var sentence = _sentences[s];
        int n = sentence.Length, arc = _net.Size.Arc, wide = NetworkParameters.Wide(n + 1);
        _heads.Resized(n + 1);
        _net.Root.Value.All[..arc].CopyTo(_heads[0]);
        _bilinear.Resized(n);
        _dependents.Resized(n);
        for (var t = 0; t < n; t++)
        {
            _roles[_packing.Row(s, t)][..arc].CopyTo(_dependents[t]);
            _roles[_packing.Row(s, t)].Slice(arc, arc).CopyTo(_heads[t + 1]);
            _net.HeadBias.Value.All.CopyTo(_bilinear[t]);
        }

        Matrix.AddProduct(_dependents, _net.Arcs.Value, _bilinear);
        _headsAcross.Reshaped(arc, wide).All.Clear();
        _headsAcross.Transpose(_heads);
        _scores.Reshaped(n, wide).All.Clear();
        Matrix.AddProduct(_bilinear, _headsAcross, _scores);
        var distances = _net.DistanceBias.Value.All;
        for (var t = 0; t < n; t++)
        {
            var row = _scores[t][..(n + 1)];
            for (var j = 0; j <= n; j++) row[j] += distances[ArcReader.Distance(t, j - 1)];
            row[t + 1] = -1e9f;
            outcome.Loss += Softmax(row, sentence.Heads[t] + 1, out var best);
            _arcRight[_packing.Row(s, t)] = best == sentence.Heads[t] + 1;
            if (_arcRight[_packing.Row(s, t)]) outcome.Arcs++;
        }

        if (!_training) return;
        var distanceGradients = _gradients[_net.DistanceBias].Dense.All;
        for (var t = 0; t < n; t++)
            for (var j = 0; j <= n; j++) if (j != t + 1) distanceGradients[ArcReader.Distance(t, j - 1)] += _scores[t][j];

        // Heads: scores' gradient across times bilinear; bilinear: scores' gradient times heads.
        _across.Reshaped(wide, n).Transpose(_scores);
        _dHeads.Cleared(n + 1);
        Matrix.AddProduct(_across.Start, n, _bilinear.Start, arc, _dHeads.Start, arc, n + 1, n, arc);
        _dBilinear.Cleared(n);
        Matrix.AddProduct(_scores.Start, wide, _heads.Start, arc, _dBilinear.Start, arc, n, n + 1, arc);
        var rootGradients = _gradients[_net.Root].Dense.All[..arc];
        TensorPrimitives.Add(rootGradients, _dHeads[0], rootGradients);
        var headBias = _gradients[_net.HeadBias].Dense.All;
        var arcs = _gradients[_net.Arcs].Dense;
        for (var t = 0; t < n; t++)
        {
            var row = _packing.Row(s, t);
            var gradient = _dRoles[row].Slice(arc, arc);
            TensorPrimitives.Add(gradient, _dHeads[t + 1], gradient);
            TensorPrimitives.Add(headBias, _dBilinear[t], headBias);
        }

        _across.Reshaped(arc, n).Transpose(_dependents);
        Matrix.AddProduct(_across, _dBilinear, arcs);
        _dependents.All.Clear();
        Matrix.AddProduct(_dBilinear, _net.Arcs.Transposed, _dependents);
        for (var t = 0; t < n; t++)
        {
            var gradient = _dRoles[_packing.Row(s, t)][..arc];
            TensorPrimitives.Add(gradient, _dependents[t], gradient);
        }
    }

    // Relations of the arcs that people gave, from the sum and the product of what the two words say.
    private void Labels(ref Outcome outcome)
    {
        int arc = _net.Size.Arc, label = _net.Size.Label;
        for (var s = 0; s < _sentences.Length; s++)
            for (var t = 0; t < _sentences[s].Length; t++)
            {
                var r = _packing.Row(s, t);
                var dependent = _roles[r].Slice(2 * arc, label);
                var head = Head(s, t);
                var pair = _pairs[r];
                TensorPrimitives.Add(dependent, head, pair[..label]);
                Activations.Rectify(pair[..label]);
                TensorPrimitives.Multiply(dependent, head, pair[label..]);
            }

        Affine(_pairs, _net.Labels, _net.LabelBias, _labels);
        for (var s = 0; s < _sentences.Length; s++)
            for (var t = 0; t < _sentences[s].Length; t++)
            {
                var r = _packing.Row(s, t);
                _labels[r][_net.Relations..].Clear();
                outcome.Loss += Softmax(_labels[r][.._net.Relations], _sentences[s].Labels[t], out var best);
                if (best == _sentences[s].Labels[t] && _arcRight[r]) outcome.Labelled++;
            }

        if (!_training) return;
        _dPairs.Cleared(_packing.Rows);
        BackAffine(_pairs, _net.Labels, _net.LabelBias, _labels, _dPairs);
        for (var s = 0; s < _sentences.Length; s++)
            for (var t = 0; t < _sentences[s].Length; t++)
            {
                var r = _packing.Row(s, t);
                var dependent = _roles[r].Slice(2 * arc, label);
                var head = Head(s, t);
                var dDependent = _dRoles[r].Slice(2 * arc, label);
                var dHead = _sentences[s].Heads[t] < 0 ? _gradients[_net.Root].Dense.All[arc..] : _dRoles[_packing.Row(s, _sentences[s].Heads[t])][(2 * arc + label)..];
                var pair = _pairs[r];
                var gradient = _dPairs[r];
                for (var k = 0; k < label; k++)
                {
                    var sum = pair[k] > 0 ? gradient[k] : 0;
                    dDependent[k] += sum + gradient[label + k] * head[k];
                    dHead[k] += sum + gradient[label + k] * dependent[k];
                }
            }
    }

    private Span<float> Head(int s, int t)
    {
        int arc = _net.Size.Arc, label = _net.Size.Label, head = _sentences[s].Heads[t];
        return head < 0 ? _net.Root.Value.All[arc..] : _roles[_packing.Row(s, head)].Slice(2 * arc + label, label);
    }
}
