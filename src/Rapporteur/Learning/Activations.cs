using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Learning;

/// <summary>
/// The functions between the layers of a network, from additions, multiplications and divisions alone and eight numbers at a
/// time, so that every machine gets the same bits. Spans hold a multiple of eight numbers.
/// </summary>
internal static class Activations
{
    /// <summary>Replaces each number by its logistic function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sigmoid(Span<float> numbers)
    {
        foreach (ref var x in MemoryMarshal.Cast<float, Vector256<float>>(numbers))
            x = Vector256<float>.One / (Vector256<float>.One + Power(-x));
    }

    /// <summary>Replaces each number by its hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tanh(Span<float> numbers)
    {
        foreach (ref var x in MemoryMarshal.Cast<float, Vector256<float>>(numbers))
            x = Vector256<float>.One - Vector256.Create(2f) / (Vector256<float>.One + Power(x + x));
    }

    /// <summary>Replaces each number by e to its power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exponential(Span<float> numbers)
    {
        foreach (ref var x in MemoryMarshal.Cast<float, Vector256<float>>(numbers)) x = Power(x);
    }

    /// <summary>Replaces each number below zero by zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> numbers)
    {
        foreach (ref var x in MemoryMarshal.Cast<float, Vector256<float>>(numbers)) x = Vector256.Max(x, Vector256<float>.Zero);
    }

    // The polynomial of the class Exponential, for eight numbers.
    private static Vector256<float> Power(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(87f));
        var k = Vector256.Floor(x * 1.44269504f + Vector256.Create(0.5f));
        var r = x - k * 0.693359375f - k * -2.12194440e-4f;
        var p = r * 1.9875691500e-4f + Vector256.Create(1.3981999507e-3f);
        p = p * r + Vector256.Create(8.3334519073e-3f);
        p = p * r + Vector256.Create(4.1665795894e-2f);
        p = p * r + Vector256.Create(1.6666665459e-1f);
        p = p * r + Vector256.Create(5.0000001201e-1f);
        p = p * r * r + r + Vector256<float>.One;
        return p * Vector256.ShiftLeft(Vector256.ConvertToInt32(k) + Vector256.Create(127), 23).AsSingle();
    }
}
