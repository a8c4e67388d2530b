using System.IO.Compression;

namespace Rapporteur.Ingest.Bytes;

/// <summary>A stream whose start has been looked at: what it holds, and all of it to read.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Content">From its first byte, unpacked where that was asked for.</param>
internal sealed record OpenedInput(ContentKind Kind, Stream Content)
{
    /// <summary>Looks at the start of a stream.</summary>
    /// <param name="stream">Belongs to the result from here on.</param>
    /// <param name="unpack">Whether gzip is unpacked.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">The gzip data is damaged.</exception>
    public static OpenedInput Of(Stream stream, bool unpack)
    {
        var start = Start(stream);
        Stream content = new PrefixedStream(start, stream);
        if (unpack && start is [0x1F, 0x8B, 8, ..])
        {
            var unpacked = new GZipStream(content, CompressionMode.Decompress);
            start = Start(unpacked);
            content = new PrefixedStream(start, unpacked);
        }

        return new OpenedInput(ContentKinds.Of(start), content);
    }

    private static byte[] Start(Stream stream)
    {
        var start = new byte[ContentKinds.Reach];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Bytes that have been read already, and the rest of their stream.</summary>
    private sealed class PrefixedStream(byte[] prefix, Stream rest) : Stream
    {
        private int _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, prefix.Length - _given);
            if (count == 0) return rest.Read(buffer);
            prefix.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
