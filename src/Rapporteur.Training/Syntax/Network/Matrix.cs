using System.Runtime.Intrinsics;

namespace Rapporteur.Training.Syntax.Network;

/// <summary>A matrix of floats, rows one after the other, in memory that does not move.</summary>
internal sealed unsafe class Matrix
{
    private float[] _numbers;

    public Matrix(int rows, int columns)
    {
        _numbers = GC.AllocateArray<float>(Math.Max(1, rows * columns), pinned: true);
        (Rows, Columns) = (rows, columns);
    }

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public Span<float> All => _numbers.AsSpan(0, Rows * Columns);

    public float* Start => (float*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _numbers[0]);

    public Span<float> this[int row] => _numbers.AsSpan(row * Columns, Columns);

    public float* Row(int row) => Start + (long)row * Columns;

    /// <summary>Gives the matrix as many rows, whatever is in them.</summary>
    public Matrix Resized(int rows)
    {
        if (_numbers.Length < rows * Columns) _numbers = GC.AllocateArray<float>(rows * Columns * 5 / 4, pinned: true);
        Rows = rows;
        return this;
    }

    /// <summary>Gives the matrix another shape, whatever is in it.</summary>
    public Matrix Reshaped(int rows, int columns)
    {
        Columns = columns;
        return Resized(rows);
    }

    public Matrix Cleared(int rows)
    {
        Resized(rows).All.Clear();
        return this;
    }

    /// <summary>Makes this the transpose of <paramref name="other"/>.</summary>
    public void Transpose(Matrix other)
    {
        const int Block = 16;
        for (var r = 0; r < other.Rows; r += Block)
            for (var c = 0; c < other.Columns; c += Block)
                for (var i = r; i < Math.Min(r + Block, other.Rows); i++)
                    for (var j = c; j < Math.Min(c + Block, other.Columns); j++)
                        Start[(long)j * Columns + i] = other.Start[(long)i * other.Columns + j];
    }

    /// <summary>
    /// Adds the product of two matrices to this one. Each element is summed in the order of the inner dimension by fused
    /// multiplications and additions, so that the width of the machine's vectors does not show in the result.
    /// </summary>
    public static void AddProduct(float* a, int aStride, float* b, int bStride, float* c, int cStride, int rows, int inner, int columns)
    {
        for (var j = 0; j < columns;)
        {
            if (columns - j >= 48)
            {
                var i = 0;
                for (; i + 4 <= rows; i += 4) Four(a + (long)i * aStride, aStride, b + j, bStride, c + (long)i * cStride + j, cStride, inner);
                for (; i < rows; i++) One(a + (long)i * aStride, b + j, bStride, c + (long)i * cStride + j, inner);
                j += 48;
            }
            else if (columns - j >= 16)
            {
                for (var i = 0; i < rows; i++) Single(a + (long)i * aStride, b + j, bStride, c + (long)i * cStride + j, inner);
                j += 16;
            }
            else
            {
                for (var i = 0; i < rows; i++)
                    for (var jj = j; jj < columns; jj++)
                    {
                        var sum = c[(long)i * cStride + jj];
                        for (var k = 0; k < inner; k++) sum = MathF.FusedMultiplyAdd(a[(long)i * aStride + k], b[(long)k * bStride + jj], sum);
                        c[(long)i * cStride + jj] = sum;
                    }

                j = columns;
            }
        }
    }

    public static void AddProduct(Matrix a, Matrix b, Matrix c) =>
        AddProduct(a.Start, a.Columns, b.Start, b.Columns, c.Start, c.Columns, a.Rows, a.Columns, b.Columns);

    private static void Four(float* a, int aStride, float* b, int bStride, float* c, int cStride, int inner)
    {
        float* a1 = a + aStride, a2 = a1 + aStride, a3 = a2 + aStride;
        float* c1 = c + cStride, c2 = c1 + cStride, c3 = c2 + cStride;
        var s00 = Vector512.Load(c); var s01 = Vector512.Load(c + 16); var s02 = Vector512.Load(c + 32);
        var s10 = Vector512.Load(c1); var s11 = Vector512.Load(c1 + 16); var s12 = Vector512.Load(c1 + 32);
        var s20 = Vector512.Load(c2); var s21 = Vector512.Load(c2 + 16); var s22 = Vector512.Load(c2 + 32);
        var s30 = Vector512.Load(c3); var s31 = Vector512.Load(c3 + 16); var s32 = Vector512.Load(c3 + 32);
        for (var k = 0; k < inner; k++, b += bStride)
        {
            var b0 = Vector512.Load(b); var b1 = Vector512.Load(b + 16); var b2 = Vector512.Load(b + 32);
            var x = Vector512.Create(a[k]);
            s00 = Vector512.FusedMultiplyAdd(x, b0, s00); s01 = Vector512.FusedMultiplyAdd(x, b1, s01); s02 = Vector512.FusedMultiplyAdd(x, b2, s02);
            x = Vector512.Create(a1[k]);
            s10 = Vector512.FusedMultiplyAdd(x, b0, s10); s11 = Vector512.FusedMultiplyAdd(x, b1, s11); s12 = Vector512.FusedMultiplyAdd(x, b2, s12);
            x = Vector512.Create(a2[k]);
            s20 = Vector512.FusedMultiplyAdd(x, b0, s20); s21 = Vector512.FusedMultiplyAdd(x, b1, s21); s22 = Vector512.FusedMultiplyAdd(x, b2, s22);
            x = Vector512.Create(a3[k]);
            s30 = Vector512.FusedMultiplyAdd(x, b0, s30); s31 = Vector512.FusedMultiplyAdd(x, b1, s31); s32 = Vector512.FusedMultiplyAdd(x, b2, s32);
        }

        s00.Store(c); s01.Store(c + 16); s02.Store(c + 32);
        s10.Store(c1); s11.Store(c1 + 16); s12.Store(c1 + 32);
        s20.Store(c2); s21.Store(c2 + 16); s22.Store(c2 + 32);
        s30.Store(c3); s31.Store(c3 + 16); s32.Store(c3 + 32);
    }

    private static void One(float* a, float* b, int bStride, float* c, int inner)
    {
        var s0 = Vector512.Load(c); var s1 = Vector512.Load(c + 16); var s2 = Vector512.Load(c + 32);
        for (var k = 0; k < inner; k++, b += bStride)
        {
            var x = Vector512.Create(a[k]);
            s0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), s0);
            s1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), s1);
            s2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 32), s2);
        }

        s0.Store(c); s1.Store(c + 16); s2.Store(c + 32);
    }

    private static void Single(float* a, float* b, int bStride, float* c, int inner)
    {
        var s = Vector512.Load(c);
        for (var k = 0; k < inner; k++, b += bStride) s = Vector512.FusedMultiplyAdd(Vector512.Create(a[k]), Vector512.Load(b), s);
        s.Store(c);
    }
}
