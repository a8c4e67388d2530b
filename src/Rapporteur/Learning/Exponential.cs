namespace Rapporteur.Learning;

/// <summary>
/// e to the x from additions and multiplications alone, so that every machine gets the same bits (the C library's exp differs
/// between platforms in the last place). Relative error under 3e-7.
/// </summary>
internal static class Exponential
{
    /// <summary>e to the <paramref name="x"/>; 0 below -87, and the value at 88 above it.</summary>
    public static float Of(float x)
    {
        if (!(x > -87f)) return 0;
        x = Math.Min(x, 88f);
        var k = MathF.Floor(x * 1.44269504f + 0.5f);
        var r = x - k * 0.693359375f - k * -2.12194440e-4f;
        var p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        p = p * r * r + r + 1;
        return p * BitConverter.Int32BitsToSingle((int)k + 127 << 23);
    }

    /// <summary>The logistic function, 1 / (1 + e^-x).</summary>
    public static float Logistic(float x) => 1 / (1 + Of(-x));
}
