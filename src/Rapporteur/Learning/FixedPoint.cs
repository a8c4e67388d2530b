using System.Runtime.Intrinsics;

namespace Rapporteur.Learning;

/// <summary>From floats to 16-bit whole numbers.</summary>
internal static class FixedPoint
{
    /// <summary>Rounds eight numbers, of a size below 32,767, to the nearest whole ones.</summary>
    public static void Narrow(Vector256<float> numbers, Span<short> to)
    {
        var rounded = Vector256.ConvertToInt32(Vector256.Floor(numbers + Vector256.Create(0.5f)));
        Vector128.Narrow(rounded.GetLower(), rounded.GetUpper()).CopyTo(to);
    }
}
