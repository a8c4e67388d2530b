using System.Text;
using UtfUnknown;

namespace Rapporteur.Ingest.Bytes;

/// <summary>Turns bytes of an unknown charset into text.</summary>
/// <remarks>
/// In this order: a byte order mark; the pattern of zero bytes that UTF-16 leaves; UTF-8, whose multi-byte sequences hardly arise by
/// accident, so that it outweighs what a page declares; the charset declared; statistics (UTF.Unknown); Windows-1252.
/// </remarks>
internal static class TextDecoder
{
    private const int DetectionBytes = 1 << 18;
    private const float SureEnough = 0.6f;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, without a byte order mark and with mojibake mended.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="charset">What their server says they are written in; a page's own declaration comes after it.</param>
    /// <exception cref="UnreadableInputException">The bytes are not text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset = null)
    {
        if (BinaryFormat.Of(bytes) is { } format) throw new UnreadableInputException($"not text but {format}");
        var text = Unicode(bytes) ?? Utf8(bytes) ?? Legacy(bytes, charset);
        if (IsBinary(text)) throw new UnreadableInputException("not text but binary data");
        return Mojibake.Mend(text);
    }

    private static string? Unicode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Utf8(bytes[3..]) ?? Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return Encoding.UTF32.GetString(bytes[4..]);
        if (bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF])) return new UTF32Encoding(bigEndian: true, false).GetString(bytes[4..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return Utf16WithoutMark(bytes);
    }

    // Spaces, line ends and Latin letters have a zero byte on one side, always the same; text in other charsets has no zero bytes.
    private static string? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, DetectionBytes)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }

        var enough = Math.Max(1, sample.Length / 40);
        if (odd >= enough && even * 20 <= odd) return Encoding.Unicode.GetString(bytes);
        if (even >= enough && odd * 20 <= even) return Encoding.BigEndianUnicode.GetString(bytes);
        return null;
    }

    // Also UTF-8 that is cut off inside a character or has a stray byte of Windows-1252 here and there, as pages put together from
    // several sources have. Escape sequences announce ISO-2022, which is all ASCII.
    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF)) return bytes.IndexOf("\x1b$"u8) < 0 ? Encoding.ASCII.GetString(bytes) : null;
        int valid = 0, stray = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var ascii = rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) break;
            rest = rest[ascii..];
            if (Rune.DecodeFromUtf8(rest, out _, out var length) == System.Buffers.OperationStatus.Done) valid++;
            else stray++;
            rest = rest[length..];
        }

        if (stray == 0) return Encoding.UTF8.GetString(bytes);
        if (stray == 1 && valid >= 1 && EndsInsideCharacter(bytes)) return Encoding.UTF8.GetString(bytes).TrimEnd('\uFFFD');
        return valid >= 10L * stray
            ? Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new StrayByteFallback()).GetString(bytes)
            : null;
    }

    private static bool EndsInsideCharacter(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeLastFromUtf8(bytes, out _, out _) != System.Buffers.OperationStatus.Done;

    private static string Legacy(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (DeclaredCharset.Named(charset) is { } told && Strictly(told, bytes) is { } asTold) return asTold;
        if (DeclaredCharset.Of(bytes) is { } declared && Strictly(declared, bytes) is { } asDeclared) return asDeclared;
        if (HasOnlyPunctuationOfWindows(bytes)) return Windows1252.Encoding.GetString(bytes);
        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, DetectionBytes)].ToArray()).Detected;
        return detected is { Encoding: { } encoding, Confidence: >= SureEnough } && Strictly(encoding, bytes) is { } text
            ? text
            : Windows1252.Encoding.GetString(bytes);
    }

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Curly quotation marks, dashes and their like stand at the same places in all Windows code pages of alphabets.
    private static bool HasOnlyPunctuationOfWindows(ReadOnlySpan<byte> bytes)
    {
        var any = false;
        foreach (var b in bytes)
        {
            if (b < 0x80) continue;
            any = true;
            if (b is not (0x82 or 0x84 or 0x85 or (>= 0x91 and <= 0x97) or 0x99 or 0xA0 or 0xA9 or 0xAB or 0xAE or 0xB7 or 0xBB)) return false;
        }

        return any;
    }

    // A few control characters are dirt (kept; the reader takes them for white space); many of them, or zero bytes, are not text.
    private static bool IsBinary(string text)
    {
        int controls = 0, zeros = 0, undecodable = 0;
        foreach (var c in text)
        {
            if (c == 0) zeros++;
            else if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\b' or '\x1a' or '\x1b')) controls++;
            else if (c == '\uFFFD') undecodable++;
        }

        return zeros * 1000L > text.Length || controls * 50L > text.Length || undecodable * 5L > text.Length;
    }
}
