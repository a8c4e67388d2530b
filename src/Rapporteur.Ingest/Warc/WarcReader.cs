using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Rapporteur.Ingest.Warc;

/// <summary>Takes a WARC file apart into its records, holding one at a time: plain, or gzip of any number of members.</summary>
/// <remarks>
/// Heads are read leniently (line feeds alone, fields in any order, folded lines). A record is passed over where it is larger than an
/// input may be, or of a kind that holds no page. Where a record does not start where the one before says, the next one is looked for.
/// </remarks>
internal sealed class WarcReader
{
    private const int LongestHead = 64 * 1024;
    private static readonly HashSet<string> KindsWithPages = new(StringComparer.OrdinalIgnoreCase) { "response", "resource", "conversion" };

    private readonly Stream _stream;
    private readonly int _largest;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _number;

    private WarcReader(Stream stream, int largest)
    {
        _stream = stream;
        _largest = largest;
    }

    /// <summary>The records that may hold a page, in the order of the file.</summary>
    /// <param name="stream">Unpacked; read once, as records are asked for.</param>
    /// <param name="largest">Larger blocks are passed over, in bytes.</param>
    /// <exception cref="InvalidDataException">The file is damaged or cut off; said after the records before that place.</exception>
    public static IEnumerable<WarcRecord> Read(Stream stream, int largest) => new WarcReader(stream, largest).Records();

    private IEnumerable<WarcRecord> Records()
    {
        while (NextHead() is { } fields)
        {
            _number++;
            if (!fields.TryGetValue("Content-Length", out var text) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                continue;
            var kept = length <= _largest && KindsWithPages.Contains(fields.GetValueOrDefault("WARC-Type") ?? "");
            var block = Take(length, kept) ?? throw new InvalidDataException($"record {_number} is cut off");
            if (kept) yield return new WarcRecord(_number, fields, block);
        }
    }

    // The fields of the next record, whatever stands before it; null at the end.
    private Dictionary<string, string>? NextHead()
    {
        while (Line() is { } line)
        {
            if (!line.StartsWith("WARC/", StringComparison.Ordinal)) continue;
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            string? last = null;
            var size = 0;
            while (Line() is { Length: > 0 } field)
            {
                size += field.Length;
                if (size > LongestHead) throw new InvalidDataException($"the head of record {_number + 1} is longer than {LongestHead >> 10} kB");
                var colon = field.IndexOf(':', StringComparison.Ordinal);
                if (field[0] is ' ' or '\t' && last is not null) fields[last] += " " + field.Trim();
                else if (colon > 0) fields.TryAdd(last = field[..colon].Trim(), field[(colon + 1)..].Trim());
            }

            return fields;
        }

        return null;
    }

    // Without its line break; of a longer one, as of binary data between records, the start. Null at the end.
    private string? Line()
    {
        var line = new List<byte>();
        var any = false;
        while (Fill())
        {
            any = true;
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf((byte)'\n');
            var part = length < 0 ? rest : rest[..length];
            if (line.Count < LongestHead) line.AddRange(part[..Math.Min(part.Length, LongestHead - line.Count)]);
            _start += part.Length;
            if (length < 0) continue;
            _start++;
            break;
        }

        if (!any) return null;
        if (line.Count > 0 && line[^1] == '\r') line.RemoveAt(line.Count - 1);
        return Encoding.UTF8.GetString([.. line]);
    }

    private byte[]? Take(long length, bool keep)
    {
        using var block = new MemoryStream();
        while (length > 0)
        {
            if (!Fill()) return null;
            var count = (int)Math.Min(length, _end - _start);
            if (keep) block.Write(_buffer, _start, count);
            _start += count;
            length -= count;
        }

        return block.ToArray();
    }

    private bool Fill()
    {
        if (_start < _end) return true;
        _start = 0;
        _end = _stream.Read(_buffer);
        return _end > 0;
    }
}
