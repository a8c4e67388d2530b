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

    private readonly List<OpenPack> _open = [];
    private readonly Dictionary<long, OpenPack> _filling = [];

    /// <summary>Puts a record where it will be once the packs are written.</summary>
    /// <param name="json">The record's JSON, one line (<see cref="RangeSteps"/>).</param>
    /// <param name="group">With which others it may be (<see cref="Numbering.PackGroup"/>).</param>
    public PackPlace Add(byte[] json, long group)
    {
        if (!_filling.TryGetValue(group, out var pack) || !pack.HasRoom(json)) _open.Add(_filling[group] = pack = new OpenPack(group));
        return pack.Add(json);
    }

    /// <summary>Writes what was put in.</summary>
    public void Write()
    {
        var rows = _open.ConvertAll(pack => pack.Packed());
        var numbers = database.Numbering.Packs(_open.ConvertAll(pack => pack.Group));
        for (var i = 0; i < _open.Count; i++) _open[i].Number = numbers[i];
        database.Insert("packs", "id, records", [.. rows.Select((packed, i) => new object?[] { numbers[i], packed })]);
        _open.Clear();
        _filling.Clear();
    }

    /// <summary>Takes packs away that no version is in.</summary>
    public static void RemoveUnused(Database database, GivenRows packs) =>
        database.RunFor("DELETE FROM packs WHERE id IN (SELECT pack FROM given) AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.pack = packs.id)", packs);

    /// <summary>A pack that is being filled.</summary>
    internal sealed class OpenPack(long group)
    {
        private readonly List<byte[]> _records = [];
        private int _size;

        public long Group => group;

        /// <summary>Its number, once it is written.</summary>
        public long Number { get; set; }

        public bool HasRoom(byte[] json) => _records.Count < MostRecords && (_records.Count == 0 || _size + json.Length <= MostBytes);

        public PackPlace Add(byte[] json)
        {
            _records.Add(json);
            _size += json.Length;
            return new PackPlace(this, _records.Count - 1);
        }

        public byte[] Packed()
        {
            var lines = new byte[_size + _records.Count];
            var end = 0;
            foreach (var json in _records)
            {
                json.CopyTo(lines, end);
                end += json.Length;
                lines[end++] = (byte)'\n';
            }

            var packed = new byte[BrotliEncoder.GetMaxCompressedLength(lines.Length)];
            if (!BrotliEncoder.TryCompress(lines, packed, out var length, Quality, Window)) throw new InvalidOperationException("The records cannot be packed.");
            return packed[..length];
        }
    }
}

/// <summary>Where a record is.</summary>
/// <param name="Pack">The pack; its number is known when it is written.</param>
/// <param name="Place">The record's place in it, from 0.</param>
internal readonly record struct PackPlace(RecordPacks.OpenPack Pack, int Place);
