using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;

namespace Rapporteur.Ingest.Warc;

/// <summary>Finds where a member of a gzip file ends (RFC 1952), which its head does not say and the runtime's streams keep to themselves.</summary>
/// <remarks>
/// What a page holds may look like the start of a member, so nothing is searched for: each member is unpacked, its bytes handed over a few
/// at a time. Its end lies among the last few, where the checksum and length of what came out stand.
/// </remarks>
internal static class GzipMember
{
    private const int Few = 64, FixedHead = 10, Trailer = 8, LongestName = 1 << 16;

    /// <summary>Whether a member begins at an offset.</summary>
    public static bool BeginsAt(Stream stream, long offset)
    {
        Span<byte> start = stackalloc byte[3];
        stream.Position = offset;
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [0x1F, 0x8B, 8];
    }

    /// <summary>Where the member at an offset ends.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="longest">The most that it may take up, in bytes.</param>
    /// <exception cref="InvalidDataException">None begins there, or it is damaged, cut off, or larger.</exception>
    public static long EndOf(Stream stream, long offset, int longest)
    {
        if (!BeginsAt(stream, offset)) throw Damaged(offset);
        var few = new FewAtATime(stream, AfterHead(stream, offset), offset + longest);
        var (sum, length) = (new Crc32(), 0L);
        using (var unpacked = new DeflateStream(few, CompressionMode.Decompress))
        {
            var buffer = new byte[64 * 1024];
            try
            {
                for (int count; (count = unpacked.Read(buffer)) > 0; length += count) sum.Append(buffer.AsSpan(0, count));
            }
            catch (InvalidDataException)
            {
                throw Damaged(offset);
            }
        }

        Span<byte> expected = stackalloc byte[Trailer], tail = stackalloc byte[Few + Trailer];
        BinaryPrimitives.WriteUInt32LittleEndian(expected, sum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(expected[4..], (uint)length);
        stream.Position = few.LastFrom;
        tail = tail[..stream.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false)];
        return tail.IndexOf(expected) is >= 0 and var place ? few.LastFrom + place + Trailer : throw Damaged(offset);
    }

    private static InvalidDataException Damaged(long offset) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the packed record at byte {offset} is damaged, cut off, or too large"));

    // Flags 4, 8, 16, 2: an extra field, a name, a comment, a checksum of the head.
    private static long AfterHead(Stream stream, long offset)
    {
        Span<byte> head = stackalloc byte[FixedHead + 2];
        stream.Position = offset;
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.Length < FixedHead) throw Damaged(offset);
        var (flags, at) = (head[3], offset + FixedHead);
        if ((flags & 4) != 0) at += 2 + (head.Length == FixedHead + 2 ? BinaryPrimitives.ReadUInt16LittleEndian(head[FixedHead..]) : throw Damaged(offset));
        for (var texts = (flags & 8) / 8 + (flags & 16) / 16; texts > 0; texts--)
        {
            stream.Position = at;
            var end = at + LongestName;
            int next;
            while ((next = stream.ReadByte()) > 0)
                if (stream.Position > end) throw Damaged(offset);
            if (next < 0) throw Damaged(offset);
            at = stream.Position;
        }

        return (flags & 2) != 0 ? at + 2 : at;
    }

    /// <summary>A stretch of a stream, given a few bytes at a time.</summary>
    private sealed class FewAtATime(Stream stream, long from, long end) : Stream
    {
        private readonly byte[] _ahead = new byte[1 << 14];
        private int _start;
        private int _count;
        private long _next = from;

        /// <summary>Where the bytes begin that were given last.</summary>
        public long LastFrom { get; private set; } = from;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_start == _count) Fill();
            var count = Math.Min(Math.Min(Few, buffer.Length), _count - _start);
            if (count == 0) return 0;
            _ahead.AsSpan(_start, count).CopyTo(buffer);
            LastFrom = _next;
            _next += count;
            _start += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Fill()
        {
            _start = 0;
            stream.Position = _next;
            _count = stream.Read(_ahead, 0, (int)Math.Clamp(end - _next, 0, _ahead.Length));
        }
    }
}
