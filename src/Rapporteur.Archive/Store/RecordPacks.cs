using System.IO.Compression;
using Rapporteur.Records;

namespace Rapporteur.Archive.Store;

/// <summary>
/// Records, several packed together with Brotli (RFC 7932): they share their keys and many of their words, and fill the pages of the
/// file. A pack is never changed; it goes when no version is in it any more.
/// </summary>
internal sealed class RecordPacks(Database database)
{
    // Level 5 packs nearly as well as 9 in a tenth of the time. More records would pack better, and take longer to get one out.
    private const int Quality = 5, Window = 22, MostRecords = 16, MostBytes = 512 * 1024;

    private readonly List<byte[]> _open = [];
    private long? _number;
    private int _size;

    /// <summary>Puts a record where it will be once the pack is closed.</summary>
    /// <param name="json">The record's JSON, one line (<see cref="RangeSteps"/>).</param>
    public (long Pack, int Place) Add(byte[] json)
    {
        if (_open.Count == MostRecords || (_open.Count > 0 && _size + json.Length > MostBytes)) Close();
        _number ??= (database.Number("SELECT max(id) FROM packs") ?? 0) + 1;
        _open.Add(json);
        _size += json.Length;
        return (_number.Value, _open.Count - 1);
    }

    /// <summary>Writes what was put in.</summary>
    public void Close()
    {
        if (_open.Count == 0) return;
        var lines = new byte[_size + _open.Count];
        var end = 0;
        foreach (var json in _open)
        {
            json.CopyTo(lines, end);
            end += json.Length;
            lines[end++] = (byte)'\n';
        }

        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(lines.Length)];
        if (!BrotliEncoder.TryCompress(lines, packed, out var length, Quality, Window)) throw new InvalidOperationException("The records cannot be packed.");
        database.Run("INSERT INTO packs (id, records) VALUES ($1, $2)", _number, packed[..length]);
        _open.Clear();
        (_number, _size) = (null, 0);
    }

    /// <summary>Takes a pack away that no version is in.</summary>
    public static void RemoveUnused(Database database, long pack) =>
        database.Run("DELETE FROM packs WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM versions WHERE pack = $1)", pack);

    /// <summary>Reads a record out of a pack, as far as it must be unpacked.</summary>
    /// <exception cref="ArchiveException">The pack is damaged.</exception>
    public static Record Read(byte[] packed, int place)
    {
        try
        {
            using var unpacked = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            return Record.FromJson(RangeSteps.Decode(Line(unpacked, place)));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or System.Text.Json.JsonException)
        {
            throw new ArchiveException($"a record of the archive is damaged ({e.Message}): restore a copy of the file", e);
        }
    }

    private static byte[] Line(Stream lines, int number)
    {
        var buffer = new byte[64 * 1024];
        using var line = new MemoryStream();
        int count;
        while ((count = lines.Read(buffer)) > 0)
        {
            var rest = buffer.AsSpan(0, count);
            while (true)
            {
                var end = rest.IndexOf((byte)'\n');
                if (number == 0) line.Write(end < 0 ? rest : rest[..end]);
                if (end < 0) break;
                if (number == 0) return line.ToArray();
                number--;
                rest = rest[(end + 1)..];
            }
        }

        throw new InvalidDataException("it ends too soon");
    }
}
