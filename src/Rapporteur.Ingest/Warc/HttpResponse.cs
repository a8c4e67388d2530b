using System.Globalization;
using System.IO.Compression;
using System.Text;
using Rapporteur.Ingest.Bytes;

namespace Rapporteur.Ingest.Warc;

/// <summary>An HTTP response as a crawler stored it, with its head.</summary>
/// <param name="Status">The status code; 0 where the head is no head.</param>
/// <param name="MediaType">What it says it is, in small letters without parameters.</param>
/// <param name="Charset">The charset that it says it is written in.</param>
/// <param name="Body">What it carries, as stored.</param>
/// <param name="Chunked">Whether the body is cut into chunks.</param>
/// <param name="Encoding">How the body is packed, in small letters.</param>
internal sealed record HttpResponse(int Status, string? MediaType, string? Charset, ReadOnlyMemory<byte> Body, bool Chunked, string? Encoding)
{
    private const int LongestHead = 64 * 1024;

    /// <summary>Takes a stored message apart. Crawlers write what servers sent, so its head is read leniently.</summary>
    public static HttpResponse Parse(ReadOnlyMemory<byte> message)
    {
        var head = message.Span[..Math.Min(message.Length, LongestHead)];
        var end = head.IndexOf("\r\n\r\n"u8);
        var (length, gap) = end >= 0 ? (end, 4) : (head.IndexOf("\n\n"u8), 2);
        if (length < 0) return new HttpResponse(0, null, null, message, false, null);
        var lines = System.Text.Encoding.Latin1.GetString(head[..length]).Split('\n');
        string? Field(string name) => lines.Skip(1).Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim()).LastOrDefault();
        var status = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..]
            && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var (mediaType, charset) = ContentType(Field("Content-Type"));
        return new HttpResponse(status, mediaType, charset, message[(length + gap)..],
            Field("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true, Field("Content-Encoding")?.ToLowerInvariant());
    }

    /// <summary>The media type and charset that a <c>Content-Type</c> names.</summary>
    public static (string? MediaType, string? Charset) ContentType(string? field)
    {
        if (field is null) return (null, null);
        var parts = field.Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return (parts[0].ToLowerInvariant(), charset?["charset=".Length..].Trim('"', '\'', ' '));
    }

    /// <summary>
    /// The body put together and unpacked. Crawlers that do both already often leave the fields in the head that say it is to be
    /// done: what is neither cut nor packed is given as it is.
    /// </summary>
    /// <exception cref="UnreadableInputException">Its packing is damaged or unknown, or it unpacks to more than the limit.</exception>
    public ReadOnlyMemory<byte> Content()
    {
        var whole = Chunked ? Joined(Body) ?? Body : Body;
        if (whole.IsEmpty) throw new UnreadableInputException("the input is empty");
        try
        {
            return Encoding switch
            {
                "br" when !LooksLikeText(whole.Span) => InputBytes.Unpack(source => new BrotliStream(source, CompressionMode.Decompress), whole),
                "deflate" when !LooksLikeText(whole.Span) => InputBytes.Unpack(source =>
                    whole.Span[0] == 0x78 ? new ZLibStream(source, CompressionMode.Decompress) : new DeflateStream(source, CompressionMode.Decompress), whole),
                _ => InputBytes.Read(new MemoryStream(whole.ToArray(), writable: false)), // which knows gzip when it sees it
            };
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new UnreadableInputException("its packing is damaged", e);
        }
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 64)].TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8);

    // RFC 9112, 7.1; null where the body is not cut into chunks after all.
    private static ReadOnlyMemory<byte>? Joined(ReadOnlyMemory<byte> body)
    {
        using var whole = new MemoryStream(body.Length);
        var rest = body.Span;
        while (true)
        {
            var line = rest[..Math.Min(rest.Length, 1024)].IndexOf((byte)'\n');
            if (line < 0) return All();
            var digits = rest[..line];
            if (digits.IndexOf((byte)';') is >= 0 and var extension) digits = digits[..extension];
            if (!int.TryParse(System.Text.Encoding.ASCII.GetString(digits.Trim(" \r"u8)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
                return All();
            rest = rest[(line + 1)..];
            if (size == 0) return All();
            var count = Math.Min(size, rest.Length);
            whole.Write(rest[..count]);
            rest = rest[count..];
            if (rest.StartsWith("\r\n"u8)) rest = rest[2..];
            else if (rest.StartsWith("\n"u8)) rest = rest[1..];
        }

        ReadOnlyMemory<byte>? All() => whole.Length > 0 ? whole.ToArray() : (ReadOnlyMemory<byte>?)null;
    }
}
