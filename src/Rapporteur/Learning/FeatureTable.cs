using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Rapporteur.Learning;

/// <summary>
/// The learned weights of features, up to <see cref="MostLabels"/> labels each, one signed byte a weight. Sums are of whole
/// numbers, so they are the same on every machine.
/// </summary>
/// <remarks>
/// A feature's hash names a line of four rows (64 bytes, one cache line) and a 16-bit fingerprint that tells the rows apart; a
/// feature that was never learned finds no row and adds nothing. A row is 14 weights and the fingerprint; 0 marks a free row.
/// </remarks>
internal sealed unsafe class FeatureTable
{
    /// <summary>The most labels that a table can score.</summary>
    public const int MostLabels = 14;

    /// <summary>The number of scores that <see cref="Score"/> writes.</summary>
    public const int Width = 16;

    private const int RowBytes = 16;
    private const int LineBytes = 64;

    private readonly object? _owner;
    private readonly byte* _lines;
    private readonly uint _mask;
    private readonly float _scale;
    private readonly byte[] _zeros = GC.AllocateArray<byte>(RowBytes, pinned: true);
    private readonly byte* _nothing;

    /// <summary>Wraps a table that stays where it is.</summary>
    /// <param name="lines">Memory that never moves and outlives the table; a power of two of lines.</param>
    /// <param name="scale">What one unit of a weight is worth.</param>
    /// <param name="owner">What must stay alive for the memory to stay.</param>
    /// <exception cref="ArgumentException">The number of lines is not a power of two.</exception>
    public FeatureTable(ReadOnlySpan<byte> lines, float scale, object? owner = null)
    {
        _owner = owner;
        var count = lines.Length / LineBytes;
        if (count == 0 || (count & (count - 1)) != 0 || lines.Length % LineBytes != 0)
            throw new ArgumentException("A feature table holds a power of two of lines.", nameof(lines));
        _lines = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in lines[0]));
        _mask = (uint)count - 1;
        _scale = scale;
        _nothing = (byte*)Unsafe.AsPointer(ref _zeros[0]);
    }

    /// <summary>Writes the sum of the features' weights to <paramref name="scores"/>, a row of <see cref="Width"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        // Asked for before they are needed: the lines lie all over the table, most of them outside the caches.
        if (Sse.IsSupported)
            foreach (var feature in features) Sse.Prefetch0(Line(feature));

        var sum = Vector256<short>.Zero;
        foreach (var feature in features)
            sum += Vector256.WidenLower(Vector128.Load((sbyte*)Row(feature)).ToVector256());

        var (low, high) = Vector256.Widen(sum);
        (Vector256.ConvertToSingle(low) * _scale).CopyTo(scores);
        (Vector256.ConvertToSingle(high) * _scale).CopyTo(scores[8..]);
    }

    private byte* Line(uint feature) => _lines + (nuint)(feature & _mask) * LineBytes;

    // The feature's row, or the row of zeros; found without a branch, since whether a feature was learned cannot be foreseen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Row(uint feature)
    {
        var line = Line(feature);
        var wanted = Vector256.Create(Fingerprint(feature));
        var first = Vector256.Equals(Vector256.Load((ushort*)line), wanted).ExtractMostSignificantBits();
        var second = Vector256.Equals(Vector256.Load((ushort*)(line + 2 * RowBytes)), wanted).ExtractMostSignificantBits();
        var marks = (first | second << 16) & 0x80808080u;
        return marks == 0 ? _nothing : line + (nuint)(uint)(BitOperations.TrailingZeroCount(marks) >> 3) * RowBytes;
    }

    /// <summary>Lays out a table of <paramref name="lines"/> lines; where a line is full its weakest features are left out.</summary>
    /// <param name="features">The features' hashes.</param>
    /// <param name="weights">Their weights, <paramref name="labels"/> each.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="lines">A power of two.</param>
    /// <param name="scale">What one unit of a stored weight is worth.</param>
    /// <param name="kept">How many features found a row.</param>
    public static byte[] Build(ReadOnlySpan<uint> features, ReadOnlySpan<float> weights, int labels, int lines, out float scale, out int kept)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labels, MostLabels);
        var strength = new float[features.Length];
        var order = new int[features.Length];
        for (var f = 0; f < features.Length; f++)
        {
            order[f] = f;
            foreach (var weight in weights.Slice(f * labels, labels)) strength[f] -= weight * weight;
        }

        Array.Sort(strength, order);
        scale = 4f / 127;
        var table = new byte[(long)lines * LineBytes];
        kept = 0;
        foreach (var f in order)
        {
            var line = table.AsSpan((int)(features[f] & (uint)(lines - 1)) * LineBytes, LineBytes);
            for (var row = line; row.Length > 0; row = row[RowBytes..])
            {
                ref var mark = ref Unsafe.As<byte, ushort>(ref row[MostLabels]);
                if (mark == Fingerprint(features[f])) break;
                if (mark != 0) continue;
                mark = Fingerprint(features[f]);
                for (var y = 0; y < labels; y++)
                    row[y] = (byte)(sbyte)Math.Clamp(MathF.Round(weights[f * labels + y] / scale), -127, 127);
                kept++;
                break;
            }
        }

        return table;
    }

    // The high bits, while the low ones choose the line; never 0.
    private static ushort Fingerprint(uint feature) => (ushort)(feature >> 16 | 1);
}
