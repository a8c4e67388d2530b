using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Learning;

/// <summary>
/// Products of small matrices of floats. Each element is summed in the order of the inner dimension by fused multiplications and
/// additions, so that every machine gets the same bits.
/// </summary>
internal static unsafe class FloatProduct
{
    /// <summary>Adds to <paramref name="c"/>, row by row, the product of <paramref name="a"/> and <paramref name="b"/>.</summary>
    /// <param name="a">Rows of <paramref name="inner"/> numbers.</param>
    /// <param name="b">Rows of <paramref name="columns"/> numbers.</param>
    /// <param name="c">Rows of <paramref name="columns"/> numbers.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="inner">Columns of a, rows of b.</param>
    /// <param name="columns">Columns of b and c: a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int inner, int columns)
    {
        if (a.Length < rows * inner || b.Length < inner * columns || c.Length < rows * columns || columns % 16 != 0)
            throw new ArgumentException("The shapes do not fit.");
        fixed (float* pa = a, pb = b, pc = c)
        {
            var r = 0;
            for (; r + 4 <= rows; r += 4) Four(pa + r * inner, pb, pc + r * columns, inner, columns);
            for (; r < rows; r++) One(pa + r * inner, pb, pc + r * columns, inner, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(float* a, float* b, float* c, int inner, int columns)
    {
        for (var column = 0; column < columns; column += 16)
        {
            var to = c + column;
            var s0 = Vector256.Load(to);
            var s1 = Vector256.Load(to + 8);
            var t0 = Vector256.Load(to + columns);
            var t1 = Vector256.Load(to + columns + 8);
            var u0 = Vector256.Load(to + columns * 2);
            var u1 = Vector256.Load(to + columns * 2 + 8);
            var v0 = Vector256.Load(to + columns * 3);
            var v1 = Vector256.Load(to + columns * 3 + 8);
            var from = b + column;
            for (var k = 0; k < inner; k++, from += columns)
            {
                var left = Vector256.Load(from);
                var right = Vector256.Load(from + 8);
                var x = Vector256.Create(a[k]);
                s0 = Vector256.FusedMultiplyAdd(x, left, s0);
                s1 = Vector256.FusedMultiplyAdd(x, right, s1);
                x = Vector256.Create(a[inner + k]);
                t0 = Vector256.FusedMultiplyAdd(x, left, t0);
                t1 = Vector256.FusedMultiplyAdd(x, right, t1);
                x = Vector256.Create(a[inner * 2 + k]);
                u0 = Vector256.FusedMultiplyAdd(x, left, u0);
                u1 = Vector256.FusedMultiplyAdd(x, right, u1);
                x = Vector256.Create(a[inner * 3 + k]);
                v0 = Vector256.FusedMultiplyAdd(x, left, v0);
                v1 = Vector256.FusedMultiplyAdd(x, right, v1);
            }

            s0.Store(to);
            s1.Store(to + 8);
            t0.Store(to + columns);
            t1.Store(to + columns + 8);
            u0.Store(to + columns * 2);
            u1.Store(to + columns * 2 + 8);
            v0.Store(to + columns * 3);
            v1.Store(to + columns * 3 + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(float* a, float* b, float* c, int inner, int columns)
    {
        for (var column = 0; column < columns; column += 16)
        {
            var s0 = Vector256.Load(c + column);
            var s1 = Vector256.Load(c + column + 8);
            for (var k = 0; k < inner; k++)
            {
                var x = Vector256.Create(a[k]);
                s0 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + k * columns + column), s0);
                s1 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + k * columns + column + 8), s1);
            }

            s0.Store(c + column);
            s1.Store(c + column + 8);
        }
    }
}
