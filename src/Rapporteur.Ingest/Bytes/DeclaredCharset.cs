using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Text;

namespace Rapporteur.Ingest.Bytes;

/// <summary>The charset that a page or an XML document says it is written in.</summary>
internal static partial class DeclaredCharset
{
    // Browsers look at 1,024 bytes; pages with long scripts before it are common enough to look further.
    private const int Reach = 8192;

    /// <summary>The encoding declared near the start; null where none is, or one that is unknown or plainly wrong.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        var match = Declaration().Match(head);
        return match.Success ? Named(match.Groups[1].Value) : null;
    }

    /// <summary>The encoding of a name; null where it is unknown or plainly wrong.</summary>
    public static Encoding? Named(string? name)
    {
        if (name is null || !TextEncoding.IsSupported(name)) return null;

        // Bytes in which a declaration can be read as ASCII are not UTF-16; UTF-8 has been tried before.
        var encoding = TextEncoding.Resolve(name);
        return TextEncoding.IsUnicode(encoding) ? null : encoding;
    }

    [GeneratedRegex("""(?:<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["'])\s*([\w.:-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
