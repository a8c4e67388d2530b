namespace Rapporteur.Ingest.JsonLines;

/// <summary>A line of a stream of bytes.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Bytes">What it holds, without its line break; null where it is too long to be kept.</param>
public readonly record struct Line(long Number, byte[]? Bytes);

/// <summary>Takes a stream of bytes apart into lines, holding one at a time.</summary>
public static class LineReader
{
    /// <summary>The longest line that is kept, in bytes.</summary>
    public const int Longest = 256 << 20;

    private const int BufferSize = 64 * 1024;

    /// <summary>The lines of <paramref name="stream"/>, separated by line feeds, without a byte order mark at the start.</summary>
    /// <param name="stream">Read once, as lines are asked for.</param>
    /// <param name="longest">Longer lines are passed over, not kept in memory.</param>
    public static IEnumerable<Line> Read(Stream stream, int longest = Longest)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Lines(stream, longest);
    }

    private static IEnumerable<Line> Lines(Stream stream, int longest)
    {
        var buffer = new byte[BufferSize];
        var pending = new MemoryStream();
        var tooLong = false;
        var number = 1L;
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            var start = 0;
            int length;
            while ((length = buffer.AsSpan(start, count - start).IndexOf((byte)'\n')) >= 0)
            {
                Keep(buffer.AsSpan(start, length));
                yield return Taken();
                start += length + 1;
            }

            Keep(buffer.AsSpan(start, count - start));
        }

        if (pending.Length > 0 || tooLong) yield return Taken();

        void Keep(ReadOnlySpan<byte> bytes)
        {
            tooLong |= pending.Length + bytes.Length > longest;
            if (tooLong) pending.SetLength(0);
            else pending.Write(bytes);
        }

        Line Taken()
        {
            var bytes = tooLong ? null : pending.ToArray();
            if (number == 1 && bytes is [0xEF, 0xBB, 0xBF, .. var rest]) bytes = rest;
            // A buffer that held one huge line is not carried through the rest of the run.
            if (pending.Capacity > 1 << 20) pending = new MemoryStream();
            pending.SetLength(0);
            tooLong = false;
            return new Line(number++, bytes);
        }
    }
}
