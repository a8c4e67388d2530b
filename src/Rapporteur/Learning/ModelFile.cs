using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Learning;

/// <summary>
/// A trained model as a file of named arrays. It is used where it lies, in the mapped assembly, and never parsed or copied.
/// </summary>
/// <remarks>
/// Layout, little-endian: 8 bytes of magic, the number of sections, the length of the header, SHA-256 of everything after the
/// first 64 bytes; at 64 the header (lines of <c>key: value</c>), then for each section a name of 24 bytes, its offset and its
/// length (8 bytes each); then the sections, each at a multiple of 64.
/// </remarks>
internal sealed unsafe class ModelFile
{
    private const int Start = 64;
    private const int NameBytes = 24;
    private const int EntryBytes = NameBytes + 16;
    private static ReadOnlySpan<byte> Magic => "RAPPMOD1"u8;

    private readonly byte* _bytes;
    private readonly long _length;
    private readonly object _owner;

    private ModelFile(byte* bytes, long length, object owner)
    {
        _bytes = bytes;
        _length = length;
        _owner = owner;
        if (length < Start || !All[..8].SequenceEqual(Magic)) throw new InvalidDataException("This is no model file of this version.");
        var header = Encoding.UTF8.GetString(All.Slice(Start, BinaryPrimitives.ReadInt32LittleEndian(All[12..])));
        Header = header.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        Checksum = Convert.ToHexStringLower(All.Slice(16, 32));
    }

    /// <summary>What the header says: name, version, training data, figures.</summary>
    public IReadOnlyDictionary<string, string> Header { get; }

    /// <summary>SHA-256 of the contents, as the file states it.</summary>
    public string Checksum { get; }

    private ReadOnlySpan<byte> All => new(_bytes, checked((int)_length));

    /// <summary>The model that is embedded in this assembly under <paramref name="name"/>.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is of another format.</exception>
    public static ModelFile Embedded(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"This build holds no model '{name}'.");
        if (stream is UnmanagedMemoryStream mapped) return new ModelFile(mapped.PositionPointer, mapped.Length, mapped);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Of(copy.ToArray());
    }

    /// <summary>A model in memory.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model of this format.</exception>
    public static ModelFile Of(ReadOnlySpan<byte> bytes)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        fixed (byte* start = pinned) return new ModelFile(start, pinned.Length, pinned);
    }

    /// <summary>Whether the contents are those that the checksum was made of.</summary>
    public bool IsIntact() => Convert.ToHexStringLower(SHA256.HashData(All[Start..])) == Checksum;

    /// <summary>The array called <paramref name="name"/>, where it lies.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public ReadOnlySpan<byte> Section(string name)
    {
        var entry = Start + BinaryPrimitives.ReadInt32LittleEndian(All[12..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(All[8..]);
        Span<byte> wanted = stackalloc byte[NameBytes];
        Encoding.ASCII.GetBytes(name, wanted);
        for (var s = 0; s < count; s++, entry += EntryBytes)
        {
            if (!All.Slice(entry, NameBytes).SequenceEqual(wanted)) continue;
            var offset = BinaryPrimitives.ReadInt64LittleEndian(All[(entry + NameBytes)..]);
            var length = BinaryPrimitives.ReadInt64LittleEndian(All[(entry + NameBytes + 8)..]);
            return All.Slice((int)offset, (int)length);
        }

        throw new InvalidDataException($"The model has no section '{name}'.");
    }

    /// <summary>The numbers of a section.</summary>
    public float[] Numbers(string name) => MemoryMarshal.Cast<byte, float>(Section(name)).ToArray();

    /// <summary>The feature table of a section; its scale stands in the section named with <c>.scale</c>.</summary>
    public FeatureTable Table(string name) => new(Section(name), Numbers(name + ".scale")[0], _owner);

    /// <summary>The matrix of a section; its scale stands in the section named with <c>.scale</c>.</summary>
    public FixedPointMatrix Matrix(string name, int rows, int columns) => new(Section(name), rows, columns, Numbers(name + ".scale")[0], _owner);

    /// <summary>Writes a model. The same arguments give the same bytes.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> header, IReadOnlyList<(string Name, byte[] Bytes)> sections)
    {
        var head = Encoding.UTF8.GetBytes(string.Concat(header.Select(h => $"{h.Key}: {h.Value}\n")));
        var offset = Aligned(Start + head.Length + sections.Count * EntryBytes);
        var file = new byte[sections.Aggregate((long)offset, (end, s) => Aligned(end + s.Bytes.Length))];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), sections.Count);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), head.Length);
        head.CopyTo(file.AsSpan(Start));
        var entry = Start + head.Length;
        foreach (var (name, bytes) in sections)
        {
            Encoding.ASCII.GetBytes(name, file.AsSpan(entry, NameBytes));
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(entry + NameBytes), offset);
            BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(entry + NameBytes + 8), bytes.Length);
            bytes.CopyTo(file.AsSpan(offset));
            entry += EntryBytes;
            offset = (int)Aligned(offset + bytes.Length);
        }

        SHA256.HashData(file.AsSpan(Start), file.AsSpan(16, 32));
        return file;
    }

    private static int Aligned(int offset) => (offset + 63) & ~63;

    private static long Aligned(long offset) => (offset + 63) & ~63L;
}
