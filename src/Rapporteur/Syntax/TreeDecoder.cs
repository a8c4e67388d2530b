using System.Runtime.CompilerServices;
namespace Rapporteur.Syntax;

/// <summary>
/// The best tree of a sentence by the scores of its arcs, with one root: the best head of each word, and where those go round in
/// circles, the best tree without crossing branches.
/// </summary>
/// <remarks>Owns its buffers: one for each thread.</remarks>
internal sealed class TreeDecoder
{
    private readonly ProjectiveDecoder _projective = new();
    private int[] _state = [];

    /// <summary>Finds the tree.</summary>
    /// <param name="scores">For each word a row of <paramref name="stride"/> scores: of the root as its head, then of each word.</param>
    /// <param name="stride">The length of a row.</param>
    /// <param name="heads">Filled: the head of each word; -1 for the root.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        var n = heads.Length;
        Reserve(n + 1);
        int roots = 0, bestRoot = -1;
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * stride, n + 1);
            var best = i == 0 ? Math.Min(1, n) : 0;
            if (best == i + 1) best = 0;
            for (var j = 0; j <= n; j++) if (j != i + 1 && row[j] > row[best]) best = j;
            heads[i] = best - 1;
            if (best > 0) continue;
            roots++;
            bestRoot = i;
        }

        // The one root is the word that loses least by it; mostly there is just one candidate.
        if (roots != 1) bestRoot = ChooseRoot(scores, stride, heads);
        for (var i = 0; i < n; i++) if (i != bestRoot && heads[i] < 0) heads[i] = BestWord(scores, stride, i, n);
        heads[bestRoot] = -1;
        if (!IsTree(heads)) _projective.Decode(scores, stride, bestRoot, heads);
    }

    private static int ChooseRoot(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<int> heads)
    {
        var best = 0;
        var least = float.PositiveInfinity;
        for (var i = 0; i < heads.Length; i++)
        {
            var other = heads.Length == 1 ? 0 : scores[i * stride + BestWord(scores, stride, i, heads.Length) + 1];
            var lost = other - scores[i * stride];
            if (lost >= least) continue;
            (least, best) = (lost, i);
        }

        return best;
    }

    private static int BestWord(ReadOnlySpan<float> scores, int stride, int i, int n)
    {
        var best = i == 0 ? Math.Min(1, n - 1) : 0;
        for (var j = 0; j < n; j++) if (j != i && scores[i * stride + j + 1] > scores[i * stride + best + 1]) best = j;
        return best;
    }

    private bool IsTree(ReadOnlySpan<int> heads)
    {
        var state = _state.AsSpan(0, heads.Length);
        state.Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            var k = i;
            while (k >= 0 && state[k] == 0) (state[k], k) = (i + 1, heads[k]);
            if (k >= 0 && state[k] == i + 1) return false;
        }

        return true;
    }

    private void Reserve(int nodes)
    {
        if (_state.Length < nodes) _state = new int[Math.Max(nodes, 2 * _state.Length)];
    }
}
