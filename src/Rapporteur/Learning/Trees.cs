using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rapporteur.Learning;

/// <summary>
/// A sum of decision trees over numbers, each tree asking the same question of all nodes of a level (oblivious trees, as in
/// Prokhorenkova et al. 2018, "CatBoost"). Immutable and safe to share between threads.
/// </summary>
internal sealed class Trees
{
    /// <summary>How many questions each tree asks.</summary>
    public const int Depth = 6;

    private const int Leaves = 1 << Depth;
    private const int TreeNumbers = 2 * Depth + Leaves;

    private readonly float[] _numbers;

    /// <summary>Wraps trained trees: for each the numbers of the measures asked about, their bounds, and the leaves' values.</summary>
    /// <exception cref="InvalidDataException">The numbers are not whole trees.</exception>
    public Trees(float[] numbers)
    {
        if (numbers.Length % TreeNumbers != 0) throw new InvalidDataException("The model's trees are cut short.");
        _numbers = numbers;
    }

    /// <summary>The trees as numbers, as the constructor takes them.</summary>
    public ReadOnlySpan<float> Numbers => _numbers;

    /// <summary>The sum of the leaves that the measures lead to: a logarithm of odds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Score(ReadOnlySpan<float> measures)
    {
        float sum = 0;
        for (var tree = _numbers.AsSpan(); tree.Length > 0; tree = tree[TreeNumbers..])
        {
            var leaf = 0;
            for (var level = 0; level < Depth; level++)
                if (measures[(int)tree[level]] > tree[Depth + level]) leaf |= 1 << level;
            sum += tree[2 * Depth + leaf];
        }

        return sum;
    }

    /// <summary>One tree as numbers.</summary>
    public static IEnumerable<float> Tree(ReadOnlySpan<int> measures, ReadOnlySpan<float> bounds, ReadOnlySpan<float> leaves) =>
        [.. measures.ToArray().Select(m => (float)m), .. bounds.ToArray(), .. leaves.ToArray()];
}
