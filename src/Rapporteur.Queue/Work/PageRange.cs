using System.Globalization;
using System.Security.Cryptography;
using Rapporteur.Ingest;

namespace Rapporteur.Queue.Work;

/// <summary>A stretch of a web archive, by reference.</summary>
/// <param name="File">The archive's path, which is the same on all machines; of what is kept at the broker, its name for messages.</param>
/// <param name="Offset">Where the stretch begins, in bytes of the file.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Hash">The SHA-256 of these bytes.</param>
/// <param name="Object">The object at the broker that holds them; null where the file does.</param>
/// <param name="ObjectOffset">Where the object begins in the file.</param>
internal sealed record PageRange(string File, long Offset, int Length, string Hash, string? Object = null, long ObjectOffset = 0)
{
    /// <summary>What it is called in messages.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{File}, bytes {Offset}-{Offset + Length}");

    /// <summary>The stretch from an offset of this one on.</summary>
    public PageRange Part(long offset, byte[] content) => this with { Offset = Offset + offset, Length = content.Length, Hash = HashOf(content) };

    /// <summary>Its bytes.</summary>
    /// <param name="whole">Fetches an object.</param>
    /// <exception cref="UnreadableInputException">They are others than were submitted.</exception>
    public byte[] Read(Func<string, byte[]> whole)
    {
        var content = new byte[Length];
        if (Object is not null)
        {
            var from = Offset - ObjectOffset;
            var bytes = whole(Object);
            if (from < 0 || from + Length > bytes.Length) throw Changed();
            bytes.AsSpan((int)from, Length).CopyTo(content);
        }
        else
        {
            using var file = System.IO.File.OpenRead(File);
            file.Position = Offset;
            if (file.ReadAtLeast(content, Length, throwOnEndOfStream: false) < Length) throw Changed();
        }

        return HashOf(content) == Hash ? content : throw Changed();
    }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private UnreadableInputException Changed() => new($"{Name}: they are others than were submitted; submit the file again");
}
