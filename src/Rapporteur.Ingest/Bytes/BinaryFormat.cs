namespace Rapporteur.Ingest.Bytes;

/// <summary>Kinds of file that are often taken for text by mistake, known by their first bytes.</summary>
internal static class BinaryFormat
{
    private static readonly (byte[] Start, string Name)[] Formats =
    [
        ([.. "%PDF-"u8], "a PDF document"),
        ([.. "PK\x03\x04"u8], "a ZIP archive or an office document"),
        ([.. "{\\rtf"u8], "a rich text document"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an office document"),
        ([0x1F, 0x8B], "gzip inside gzip, or gzip of an unknown kind"),
        ([.. "BZh"u8, 0x31, 0x41, 0x59], "a bzip2 archive"),
        ([0xFD, .. "7zXZ"u8, 0], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([0x89, .. "PNG"u8], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([.. "GIF8"u8], "a GIF image"),
        ([.. "SQLite format 3"u8], "an SQLite database"),
        ([0x7F, .. "ELF"u8], "a program"),
    ];

    /// <summary>The kind of file with its article ("a PDF document"); null for none of those known.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Formats)
            if (bytes.StartsWith(start)) return name;
        return null;
    }
}
