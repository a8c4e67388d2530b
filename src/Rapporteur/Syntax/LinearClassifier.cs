using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Syntax;

/// <summary>
/// Sums of the weights that hashed features give to classes, a row of signed bytes a feature: whole numbers, so that every
/// machine gets the same sums. Features that share a row are not told apart.
/// </summary>
internal sealed class LinearClassifier
{
    private readonly sbyte[] _weights;
    private readonly uint _mask;

    /// <summary>Prepares a classifier.</summary>
    /// <param name="weights">The rows, a power of two of them.</param>
    /// <param name="width">The length of a row: a multiple of 16.</param>
    public LinearClassifier(ReadOnlySpan<byte> weights, int width)
    {
        _weights = MemoryMarshal.Cast<byte, sbyte>(weights).ToArray();
        Width = width;
        _mask = (uint)(weights.Length / width) - 1;
    }

    public int Width { get; }

    /// <summary>Writes the sums to <paramref name="scores"/>, which has the width of a row.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<short> scores)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(_weights);
        for (var column = 0; column < Width; column += 16)
        {
            var sum = Vector256<short>.Zero;
            foreach (var feature in features)
            {
                ref var row = ref Unsafe.Add(ref start, (nuint)(feature & _mask) * (nuint)Width + (nuint)column);
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref row).ToVector256());
            }

            sum.CopyTo(scores[column..]);
        }
    }

    /// <summary>The best of the first classes that may be.</summary>
    public static int Best(ReadOnlySpan<short> scores, int classes)
    {
        var best = 0;
        for (var c = 1; c < classes; c++) if (scores[c] > scores[best]) best = c;
        return best;
    }
}
