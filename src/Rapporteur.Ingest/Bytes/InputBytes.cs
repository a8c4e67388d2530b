using System.Buffers.Binary;
using System.IO.Compression;

namespace Rapporteur.Ingest.Bytes;

/// <summary>The bytes of an input, unpacked and within bounds.</summary>
internal static class InputBytes
{
    /// <summary>The most that is read, in bytes, packed or unpacked: a gzip bomb is cut off here.</summary>
    public const int Limit = 256 << 20;

    // A head of ten bytes, nothing in two, a checksum and a length of four each.
    private const int ShortestMember = 20;

    /// <summary>All bytes of <paramref name="content"/>; gzip, of one member or several, is unpacked.</summary>
    /// <exception cref="UnreadableInputException">Empty, larger than the limit, or damaged gzip.</exception>
    public static ReadOnlyMemory<byte> Read(Stream content, int limit = Limit)
    {
        var bytes = ReadToLimit(content, limit, "the input is");
        if (bytes.Length >= 3 && bytes.Span[..3].SequenceEqual<byte>([0x1F, 0x8B, 8])) bytes = Unpack(bytes, limit);
        return bytes.Length > 0 ? bytes : throw new UnreadableInputException("the input is empty");
    }

    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, int limit)
    {
        try
        {
            using var source = new MemoryStream(packed.ToArray(), writable: false);
            using var unpacked = new GZipStream(source, CompressionMode.Decompress);
            var bytes = ReadToLimit(unpacked, limit, "unpacked from gzip, the input is");

            // The runtime takes the end of its input for the end of the data. A file ends with the length of its last member (RFC 1952);
            // the end of one that was cut off is as good as any number.
            var length = packed.Length < ShortestMember ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(packed.Span[^4..]);
            return length <= (uint)bytes.Length ? bytes : throw new InvalidDataException();
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableInputException("the gzip data is damaged or cut off", e);
        }
    }

    /// <summary>All that comes out of <paramref name="unpacked"/>.</summary>
    /// <exception cref="UnreadableInputException">More than the limit.</exception>
    public static ReadOnlyMemory<byte> Unpack(Func<Stream, Stream> unpacked, ReadOnlyMemory<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray(), writable: false);
        using var stream = unpacked(source);
        return ReadToLimit(stream, Limit, "unpacked, the input is");
    }

    private static ReadOnlyMemory<byte> ReadToLimit(Stream source, int limit, string subject)
    {
        const int Chunk = 1 << 16;
        var buffer = new byte[source.CanSeek ? Math.Clamp(source.Length - source.Position + 1, 1, limit + 1L) : Chunk];
        var count = 0;
        while (true)
        {
            if (count == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1L));
            var read = source.Read(buffer, count, buffer.Length - count);
            if (read == 0) return buffer.AsMemory(0, count);
            count += read;
            if (count > limit) throw new UnreadableInputException($"{subject} larger than {limit >> 20} MB");
        }
    }
}
