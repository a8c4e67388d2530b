using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>What was learned of each word and each affix, as vectors of 16-bit numbers that are added up: a word is the sum of its parts.</summary>
internal sealed unsafe class EmbeddingTable
{
    /// <summary>What one unit of a vector is worth.</summary>
    public const float Unit = 1 / 512f;

    /// <summary>The largest size of a sum, in units.</summary>
    public const short Most = 4095;

    private readonly object? _owner;
    private readonly uint* _keys;
    private readonly int _known;
    private readonly short* _words;
    private readonly short* _affixes;
    private readonly uint _affixMask;
    private readonly ushort[] _buckets;

    /// <summary>Wraps tables that stay where they are.</summary>
    /// <param name="keys">The hashes of the known words, ascending, 4 bytes each.</param>
    /// <param name="words">The vector of unknown words, then that of each known one.</param>
    /// <param name="affixes">A power of two of vectors.</param>
    /// <param name="width">The length of a vector.</param>
    /// <param name="owner">What must stay alive for the memory to stay.</param>
    public EmbeddingTable(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> words, ReadOnlySpan<byte> affixes, int width, object? owner = null)
    {
        _owner = owner;
        Width = width;
        _known = keys.Length / sizeof(uint);
        _keys = (uint*)Unsafe.AsPointer(ref Unsafe.AsRef(in keys[0]));
        _words = (short*)Unsafe.AsPointer(ref Unsafe.AsRef(in words[0]));
        _affixes = (short*)Unsafe.AsPointer(ref Unsafe.AsRef(in affixes[0]));
        _affixMask = (uint)(affixes.Length / sizeof(short) / width) - 1;
        if (words.Length != (_known + 1) * width * sizeof(short)) throw new InvalidDataException("The model's words and their vectors differ in number.");

        // Where the keys that begin with the same 16 bits start: a search then has a step or two.
        _buckets = new ushort[(1 << 16) + 1];
        for (int bucket = 0, k = 0; bucket <= 1 << 16; bucket++)
        {
            while (k < _known && _keys[k] >> 16 < bucket) k++;
            _buckets[bucket] = (ushort)k;
        }
    }

    /// <summary>The length of a vector.</summary>
    public int Width { get; }

    /// <summary>Writes the vector of token <paramref name="i"/>.</summary>
    public void Write(WordForms forms, int i, Span<short> vector)
    {
        Vector(_words, (uint)RowOf(forms.Word[i])).CopyTo(vector);
        Add(forms.Shape[i], vector);
        Add(forms.Prefix[i], vector);
        for (var k = 0; k < WordForms.SuffixCount; k++) Add(forms.Suffixes[i * WordForms.SuffixCount + k], vector);
        foreach (ref var v in MemoryMarshal.Cast<short, Vector256<short>>(vector[..Width]))
            v = Vector256.Min(Vector256.Max(v, Vector256.Create((short)-Most)), Vector256.Create(Most));
    }

    private int RowOf(uint word)
    {
        for (int k = _buckets[word >> 16]; k < _known && _keys[k] <= word; k++)
            if (_keys[k] == word) return k + 1;
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(uint affix, Span<short> vector)
    {
        var from = MemoryMarshal.Cast<short, Vector256<short>>(Vector(_affixes, affix & _affixMask));
        var to = MemoryMarshal.Cast<short, Vector256<short>>(vector[..Width]);
        for (var k = 0; k < to.Length; k++) to[k] += from[k];
    }

    private ReadOnlySpan<short> Vector(short* table, uint row) => new(table + (nuint)row * (nuint)Width, Width);
}
