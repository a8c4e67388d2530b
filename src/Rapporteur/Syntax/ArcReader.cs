using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Rapporteur.Learning;

namespace Rapporteur.Syntax;

/// <summary>From the states of the words to heads and relations: bilinear scores of all arcs, the best tree, the relation of each of its arcs.</summary>
/// <remarks>Owns its buffers: one for each thread.</remarks>
internal sealed class ArcReader(SyntaxModel model)
{
    /// <summary>Distances between a word and its head that are told apart, in each direction.</summary>
    public const int Distances = 16;

    private readonly TreeDecoder _decoder = new();
    private int[] _sums = [];
    private float[] _roles = [];
    private float[] _dependents = [], _bilinear = [], _heads = [], _scores = [], _pairs = [], _labels = [];
    private int _most;

    /// <summary>Takes the states of all words of a batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ReadOnlySpan<short> states, int rows)
    {
        var width = model.RoleBias.Length;
        if (_sums.Length < rows * width) (_sums, _roles) = (new int[rows * width * 2], new float[rows * width * 2]);
        model.Roles.Multiply(states, rows, _sums);
        var scale = model.Roles.Scale / FixedPointMatrix.One;
        for (var r = 0; r < rows; r++)
        {
            var roles = _roles.AsSpan(r * width, width);
            for (var k = 0; k < width; k += 8)
                (Vector256.ConvertToSingle(Vector256.Create(_sums, r * width + k)) * scale + Vector256.Create(model.RoleBias, k)).CopyTo(roles[k..]);
            Activations.Rectify(roles[..(2 * model.Arc)]);
        }
    }

    /// <summary>Finds heads, counted from the sentence's first word, -1 for the root, and relations.</summary>
    public void Read(Packing packing, int sentence, Span<int> heads, Span<Relation> relations)
    {
        var n = heads.Length;
        var stride = (n + 1 + 15) & ~15;
        Reserve(n);
        ScoreArcs(packing, sentence, n, stride);
        _decoder.Decode(_scores, stride, heads);
        ReadRelations(packing, sentence, heads, relations);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScoreArcs(Packing packing, int sentence, int n, int stride)
    {
        int arc = model.Arc, width = model.RoleBias.Length;
        _heads.AsSpan(0, arc * stride).Clear();
        for (var k = 0; k < arc; k++) _heads[k * stride] = model.Root[k];
        for (var t = 0; t < n; t++)
        {
            var roles = _roles.AsSpan(packing.Row(sentence, t) * width, width);
            roles[..arc].CopyTo(_dependents.AsSpan(t * arc));
            model.HeadBias.CopyTo(_bilinear, t * arc);
            for (var k = 0; k < arc; k++) _heads[k * stride + t + 1] = roles[arc + k];
        }

        FloatProduct.Add(_dependents, model.Arcs, _bilinear, n, arc, arc);
        _scores.AsSpan(0, n * stride).Clear();
        for (var t = 0; t < n; t++)
            for (var j = 0; j <= n; j++) _scores[t * stride + j] = model.DistanceBias[Distance(t, j - 1)];
        FloatProduct.Add(_bilinear, _heads, _scores, n, arc, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadRelations(Packing packing, int sentence, ReadOnlySpan<int> heads, Span<Relation> relations)
    {
        int n = heads.Length, label = model.Label, width = model.RoleBias.Length, columns = model.LabelBias.Length;
        for (var t = 0; t < n; t++)
        {
            var dependent = _roles.AsSpan(packing.Row(sentence, t) * width + 2 * model.Arc, label);
            var head = heads[t] < 0 ? model.Root.AsSpan(model.Arc, label) : _roles.AsSpan(packing.Row(sentence, heads[t]) * width + 2 * model.Arc + label, label);
            var pair = _pairs.AsSpan(t * 2 * label, 2 * label);
            for (var k = 0; k < label; k += 8)
            {
                Vector256<float> x = Vector256.Create(dependent[k..]), y = Vector256.Create(head[k..]);
                Vector256.Max(x + y, Vector256<float>.Zero).CopyTo(pair[k..]);
                (x * y).CopyTo(pair[(label + k)..]);
            }

            model.LabelBias.CopyTo(_labels, t * columns);
        }

        FloatProduct.Add(_pairs, model.LabelWeights, _labels, n, 2 * label, columns);
        for (var t = 0; t < n; t++)
        {
            var scores = _labels.AsSpan(t * columns, SyntaxNames.RelationCount);
            scores[(int)Relation.Root] = float.NegativeInfinity;
            var best = 0;
            for (var k = 1; k < scores.Length; k++) if (scores[k] > scores[best]) best = k;
            relations[t] = heads[t] < 0 ? Relation.Root : (Relation)best;
        }
    }

    /// <summary>The bucket of the distance from a word to a head; the root stands at -1.</summary>
    public static int Distance(int word, int head)
    {
        if (head < 0) return 0;
        var d = Math.Abs(word - head);
        var bucket = d < 8 ? d : d < 12 ? 8 : d < 16 ? 9 : d < 24 ? 10 : d < 32 ? 11 : 12;
        return head < word ? bucket : Distances + bucket;
    }

    private void Reserve(int n)
    {
        if (_most >= n) return;
        var size = Math.Max(n, 2 * _most);
        _most = size;
        _dependents = new float[size * model.Arc];
        _bilinear = new float[size * model.Arc];
        _heads = new float[(size + 17) * model.Arc];
        _scores = new float[size * (size + 17)];
        _pairs = new float[size * 2 * model.Label];
        _labels = new float[size * model.LabelBias.Length];
    }
}
