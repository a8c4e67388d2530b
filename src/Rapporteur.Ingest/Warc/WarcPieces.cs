using System.Globalization;
using Rapporteur.Ingest.Bytes;

namespace Rapporteur.Ingest.Warc;

/// <summary>A stretch of a web archive that can be read on its own.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Content">Its bytes, as they stand there.</param>
public readonly record struct WarcPiece(long Offset, byte[] Content);

/// <summary>
/// Takes a web archive apart where it can be entered: a plain one record by record, a packed one member by member, since archivers pack
/// each record on its own (ISO 28500, annex D). All the pieces, read one by one, hold the pages that the whole does.
/// </summary>
public static class WarcPieces
{
    /// <summary>The largest piece, in bytes; an archive that is packed as a whole is not taken apart.</summary>
    public const int Largest = 64 << 20;

    /// <summary>Whether a file is a web archive that can be taken apart.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static bool AreIn(string path)
    {
        using var stream = File.OpenRead(path);
        if (!stream.CanSeek) return false;
        try
        {
            if (OpenedInput.Of(stream, unpack: true).Kind != ContentKind.Warc) return false;
            stream.Position = 0;
            return Of(stream).Any();
        }
        catch (InvalidDataException)
        {
            return false; // reading it says what is wrong
        }
    }

    /// <summary>The pieces, one held at a time.</summary>
    /// <param name="stream">The archive, from its start; it can be sought in, and stays the caller's.</param>
    /// <exception cref="InvalidDataException">It is damaged, cut off, or cannot be taken apart; said after the pieces before that place.</exception>
    public static IEnumerable<WarcPiece> Of(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var isPacked = GzipMember.BeginsAt(stream, 0);
        for (var offset = 0L; offset < stream.Length;)
        {
            var end = isPacked ? GzipMember.EndOf(stream, offset, Largest) : WarcHead.NextAfter(stream, offset);
            if (end - offset > Largest) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"what begins at byte {offset} is larger than {Largest >> 20} MB"));
            var content = new byte[end - offset];
            stream.Position = offset;
            stream.ReadExactly(content);
            yield return new WarcPiece(offset, content);
            offset = end;
        }
    }
}
