using System.Globalization;

namespace Rapporteur.Ingest.Warc;

/// <summary>Finds where the records of a plain web archive begin, as <see cref="WarcReader"/> does, without reading what they hold.</summary>
internal static class WarcHead
{
    private const int Reach = 64 * 1024;

    /// <summary>Where the record after the one at an offset begins, or the archive ends.</summary>
    public static long NextAfter(Stream stream, long offset)
    {
        var buffer = new byte[Reach];
        stream.Position = offset;
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var length = 0L;
        var at = 0;
        while (at < head.Length)
        {
            var line = head[at..];
            if (line.IndexOf((byte)'\n') is >= 0 and var end) line = line[..end];
            at += line.Length + 1;
            line = line.TrimEnd((byte)'\r');
            if (line.IsEmpty) break;
            var text = System.Text.Encoding.Latin1.GetString(line);
            const string Field = "Content-Length:";
            if (text.StartsWith(Field, StringComparison.OrdinalIgnoreCase) && !long.TryParse(text.AsSpan(Field.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out length)) length = 0;
        }

        var rest = stream.Length - offset - Math.Min(at, head.Length);
        return length >= rest ? stream.Length : Beginning(stream, stream.Length - rest + length, buffer);
    }

    // The next line that begins a record; what stands before it belongs to the record before, and its reader passes it over.
    private static long Beginning(Stream stream, long from, byte[] buffer)
    {
        var mark = "WARC/"u8;
        var isLineStart = true;
        for (var position = from; position < stream.Length;)
        {
            stream.Position = position;
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (isLineStart && buffer.AsSpan(0, count).StartsWith(mark)) return position;
            var next = buffer.AsSpan(0, count).IndexOf((byte)'\n');
            isLineStart = next >= 0;
            position += isLineStart ? next + 1 : count;
        }

        return stream.Length;
    }
}
