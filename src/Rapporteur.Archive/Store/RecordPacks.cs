using System.IO.Compression;

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

    /// <summary>Packs anew what versions still have in a pack, so that nothing of those that are gone is left.</summary>
    public void Repack(long pack)
    {
        if (database.Query("SELECT records FROM packs WHERE id = $1", row => row.Bytes(0), pack) is not [var packed]) return;
        foreach (var (version, place) in database.Query("SELECT id, place FROM versions WHERE pack = $1 ORDER BY place", row => (row.GetInt64(0), row.GetInt32(1)), pack))
        {
            var (newPack, newPlace) = Add(new PackedRecord(packed, place).Json());
            database.Run("UPDATE versions SET pack = $2, place = $3 WHERE id = $1", version, newPack, newPlace);
        }

        database.Run("DELETE FROM packs WHERE id = $1", pack);
    }
}
