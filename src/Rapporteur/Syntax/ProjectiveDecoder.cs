using System.Runtime.CompilerServices;
namespace Rapporteur.Syntax;

/// <summary>The best tree without crossing branches, by dynamic programming over spans (Eisner 1996). Cubic: for short sentences.</summary>
internal sealed class ProjectiveDecoder
{
    // For each span of nodes [i, j], in both directions: the score when the arc between i and j is there ("open", to be
    // completed), the score when all is done ("closed"), and where each was split. Node 0 is the root.
    private float[] _open = [], _closed = [];
    private int[] _openSplit = [], _closedSplit = [];
    private (int Low, int High, bool FromLow, bool Open)[] _pending = [];
    private int _nodes;

    /// <summary>Finds the tree whose root is word <paramref name="root"/>; the scores are laid out as for <see cref="TreeDecoder"/>.</summary>
    public void Decode(ReadOnlySpan<float> scores, int stride, int root, Span<int> heads)
    {
        var n = heads.Length + 1;
        Reserve(n);
        for (var i = 0; i < n; i++) _closed[At(i, i, true)] = _closed[At(i, i, false)] = 0;
        for (var width = 1; width < n; width++)
            for (var low = 0; low + width < n; low++) Fill(scores, stride, root, low, low + width);
        Trace(heads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(ReadOnlySpan<float> scores, int stride, int root, int low, int high)
    {
        var best = float.NegativeInfinity;
        var split = low;
        for (var k = low; k < high; k++)
        {
            var score = _closed[At(low, k, true)] + _closed[At(k + 1, high, false)];
            if (score <= best) continue;
            (best, split) = (score, k);
        }

        // The root has one child; nothing has the root as its child.
        var right = low == 0 && high != root + 1 ? Never : scores[(high - 1) * stride + low];
        var left = low == 0 ? Never : scores[(low - 1) * stride + high];
        _open[At(low, high, true)] = best + right;
        _open[At(low, high, false)] = best + left;
        _openSplit[At(low, high, true)] = _openSplit[At(low, high, false)] = split;

        best = float.NegativeInfinity;
        for (var k = low + 1; k <= high; k++)
        {
            var score = _open[At(low, k, true)] + _closed[At(k, high, true)];
            if (score <= best) continue;
            (best, split) = (score, k);
        }

        (_closed[At(low, high, true)], _closedSplit[At(low, high, true)]) = (best, split);
        best = float.NegativeInfinity;
        for (var k = low; k < high; k++)
        {
            var score = _closed[At(low, k, false)] + _open[At(k, high, false)];
            if (score <= best) continue;
            (best, split) = (score, k);
        }

        (_closed[At(low, high, false)], _closedSplit[At(low, high, false)]) = (best, split);
    }

    private void Trace(Span<int> heads)
    {
        var count = 0;
        _pending[count++] = (0, _nodes - 1, true, false);
        while (count > 0)
        {
            var (low, high, fromLow, open) = _pending[--count];
            if (low == high) continue;
            var at = At(low, high, fromLow);
            if (open)
            {
                if (fromLow) heads[high - 1] = low - 1; else heads[low - 1] = high - 1;
                _pending[count++] = (low, _openSplit[at], true, false);
                _pending[count++] = (_openSplit[at] + 1, high, false, false);
            }
            else
            {
                var split = _closedSplit[at];
                _pending[count++] = fromLow ? (low, split, true, true) : (low, split, false, false);
                _pending[count++] = fromLow ? (split, high, true, false) : (split, high, false, true);
            }
        }
    }

    // So low that no tree has it unless it must, and yet a number that sums keep apart from others.
    private const float Never = -1e6f;

    private int At(int low, int high, bool fromLow) => (low * _nodes + high) * 2 + (fromLow ? 1 : 0);

    private void Reserve(int nodes)
    {
        _nodes = nodes;
        var size = nodes * nodes * 2;
        if (_open.Length >= size) return;
        _open = new float[size];
        _closed = new float[size];
        _openSplit = new int[size];
        _closedSplit = new int[size];
        _pending = new (int, int, bool, bool)[nodes * 4];
    }
}
