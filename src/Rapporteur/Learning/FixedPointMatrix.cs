using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rapporteur.Learning;

/// <summary>
/// A matrix of 16-bit weights by which rows of 16-bit numbers are multiplied: whole numbers throughout, so that every machine
/// gets the same sums, and two multiplications an instruction and lane.
/// </summary>
/// <remarks>
/// Weights lie in the order that the multiplication reads them: one block of 16 columns after the other, in each two rows of
/// the matrix side by side, the pair of each column together. With inputs of at most <see cref="One"/> and weights of at most
/// <see cref="MostWeight"/>, 240 rows fit 32 bits.
/// </remarks>
internal sealed unsafe class FixedPointMatrix
{
    /// <summary>What stands for 1 among the states of a network, whose size is at most 1.</summary>
    public const int One = 4095;

    /// <summary>The largest weight.</summary>
    public const int MostWeight = 2047;

    // The columns that lie together.
    private const int Block = 16;

    private readonly object? _owner;
    private readonly short* _weights;

    /// <summary>Wraps weights that stay where they are.</summary>
    /// <param name="weights">Memory that never moves and outlives the matrix.</param>
    /// <param name="rows">The length of an input: an even number.</param>
    /// <param name="columns">The length of an output: a multiple of 16.</param>
    /// <param name="scale">What one unit of a weight is worth.</param>
    /// <param name="owner">What must stay alive for the memory to stay.</param>
    /// <exception cref="ArgumentException">There are not as many weights as rows times columns.</exception>
    public FixedPointMatrix(ReadOnlySpan<byte> weights, int rows, int columns, float scale, object? owner = null)
    {
        if (weights.Length != rows * columns * sizeof(short) || rows % 2 != 0 || columns % Block != 0)
            throw new ArgumentException($"{weights.Length} bytes are no matrix of {rows} by {columns}.", nameof(weights));
        _owner = owner;
        _weights = (short*)Unsafe.AsPointer(ref Unsafe.AsRef(in weights[0]));
        (Rows, Columns, Scale) = (rows, columns, scale);
    }

    public int Rows { get; }

    public int Columns { get; }

    public float Scale { get; }

    /// <summary>Multiplies rows of inputs, one after the other, and writes the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(ReadOnlySpan<short> inputs, int count, Span<int> sums)
    {
        if (inputs.Length < count * Rows || sums.Length < count * Columns) throw new ArgumentException("Too few rows.");
        fixed (short* input = inputs)
        fixed (int* sum = sums)
        {
            var r = 0;
            var wide = Vector512.IsHardwareAccelerated && Avx512BW.IsSupported ? Columns & ~31 : 0;
            for (; r + 4 <= count; r += 4)
            {
                FourWide(input + r * Rows, sum + r * Columns, wide);
                Four(input + r * Rows, sum + r * Columns, wide);
            }

            for (; r < count; r++) Lone(input + r * Rows, sum + r * Columns);
        }
    }

    // Four rows at once, 32 columns at a time: each weight that is loaded is used four times.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourWide(short* x, int* sums, int end)
    {
        int stride = Rows, pairs = Rows / 2;
        for (var column = 0; column < end; column += 32)
        {
            var w = _weights + column * Rows;
            Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
            for (var k = 0; k < pairs; k++, w += Block * 2)
            {
                var left = Vector512.Load(w);
                var right = Vector512.Load(w + Block * Rows);
                var y = WidePair(x + k * 2);
                a0 += Avx512BW.MultiplyAddAdjacent(y, left);
                a1 += Avx512BW.MultiplyAddAdjacent(y, right);
                y = WidePair(x + stride + k * 2);
                b0 += Avx512BW.MultiplyAddAdjacent(y, left);
                b1 += Avx512BW.MultiplyAddAdjacent(y, right);
                y = WidePair(x + stride * 2 + k * 2);
                c0 += Avx512BW.MultiplyAddAdjacent(y, left);
                c1 += Avx512BW.MultiplyAddAdjacent(y, right);
                y = WidePair(x + stride * 3 + k * 2);
                d0 += Avx512BW.MultiplyAddAdjacent(y, left);
                d1 += Avx512BW.MultiplyAddAdjacent(y, right);
            }

            a0.Store(sums + column);
            a1.Store(sums + column + 16);
            b0.Store(sums + Columns + column);
            b1.Store(sums + Columns + column + 16);
            c0.Store(sums + Columns * 2 + column);
            c1.Store(sums + Columns * 2 + column + 16);
            d0.Store(sums + Columns * 3 + column);
            d1.Store(sums + Columns * 3 + column + 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(short* x, int* sums, int start)
    {
        int stride = Rows, pairs = Rows / 2;
        for (var column = start; column < Columns; column += Block)
        {
            var w = _weights + column * Rows;
            Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
            for (var k = 0; k < pairs; k++, w += Block * 2)
            {
                var left = Vector256.Load(w);
                var right = Vector256.Load(w + 16);
                var y = Pair(x + k * 2);
                a0 += Products(y, left);
                a1 += Products(y, right);
                y = Pair(x + stride + k * 2);
                b0 += Products(y, left);
                b1 += Products(y, right);
                y = Pair(x + stride * 2 + k * 2);
                c0 += Products(y, left);
                c1 += Products(y, right);
                y = Pair(x + stride * 3 + k * 2);
                d0 += Products(y, left);
                d1 += Products(y, right);
            }

            a0.Store(sums + column);
            a1.Store(sums + column + 8);
            b0.Store(sums + Columns + column);
            b1.Store(sums + Columns + column + 8);
            c0.Store(sums + Columns * 2 + column);
            c1.Store(sums + Columns * 2 + column + 8);
            d0.Store(sums + Columns * 3 + column);
            d1.Store(sums + Columns * 3 + column + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Lone(short* x, int* sums)
    {
        var pairs = Rows / 2;
        for (var column = 0; column < Columns; column += Block)
        {
            var w = _weights + column * Rows;
            Vector256<int> a0 = default, a1 = default;
            for (var k = 0; k < pairs; k++, w += Block * 2)
            {
                var y = Pair(x + k * 2);
                a0 += Products(y, Vector256.Load(w));
                a1 += Products(y, Vector256.Load(w + 16));
            }

            a0.Store(sums + column);
            a1.Store(sums + column + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(short* x) => Vector256.Create(*(int*)x).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> WidePair(short* x) => Vector512.Create(*(int*)x).AsInt16();

    // Products of pairs, the two of a pair added.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(Vector256<short> x, Vector256<short> w)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(x, w);
        Vector256<int> a = x.AsInt32(), b = w.AsInt32();
        return (a << 16 >> 16) * (b << 16 >> 16) + (a >> 16) * (b >> 16);
    }

    /// <summary>Weights in the order in which they are used, as whole numbers.</summary>
    /// <param name="weights">The matrix, row by row.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="scale">What one unit is worth.</param>
    public static byte[] Build(ReadOnlySpan<float> weights, int rows, int columns, out float scale)
    {
        var most = 1e-9f;
        foreach (var w in weights) most = Math.Max(most, Math.Abs(w));
        scale = most / MostWeight;
        var fixedPoint = new short[rows * columns];
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                fixedPoint[((c / Block * (rows / 2) + r / 2) * Block + c % Block) * 2 + r % 2] = (short)Math.Clamp(MathF.Round(weights[r * columns + c] / scale), -MostWeight, MostWeight);
        return MemoryMarshal.AsBytes<short>(fixedPoint).ToArray();
    }
}
