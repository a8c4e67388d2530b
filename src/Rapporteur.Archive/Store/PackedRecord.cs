using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Rapporteur.Records;

namespace Rapporteur.Archive.Store;

/// <summary>A record as <see cref="RecordPacks"/> keeps it, read out of the archive but not unpacked.</summary>
/// <param name="pack">The pack.</param>
/// <param name="place">The record's place in it, from 0.</param>
internal sealed class PackedRecord(byte[] pack, int place)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The record.</summary>
    /// <exception cref="ArchiveException">The pack is damaged.</exception>
    public Record Unpacked()
    {
        try
        {
            return Record.FromJson(RangeSteps.Decode(Json()));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or JsonException)
        {
            throw new ArchiveException($"a record of the archive is damaged ({e.Message}): restore a copy of it", e);
        }
    }

    /// <summary>The record's JSON, its ranges as steps; unpacked as far as it must be.</summary>
    /// <exception cref="InvalidDataException">The pack is damaged.</exception>
    public byte[] Json()
    {
        using var lines = new BrotliStream(new MemoryStream(pack), CompressionMode.Decompress);
        using var line = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var passed = 0;
            int count;
            while ((count = lines.Read(buffer, 0, BufferSize)) > 0)
            {
                var rest = buffer.AsSpan(0, count);
                while (true)
                {
                    var end = rest.IndexOf((byte)'\n');
                    if (passed == place) line.Write(end < 0 ? rest : rest[..end]);
                    if (end < 0) break;
                    if (passed++ == place) return line.ToArray();
                    rest = rest[(end + 1)..];
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        throw new InvalidDataException("it ends too soon");
    }
}
