using System.Buffers;
using System.Text;

namespace Rapporteur.Ingest.Bytes;

/// <summary>Mends UTF-8 that someone once read as Windows-1252 and saved again, as in <c>â€œNoâ€</c>.</summary>
/// <remarks>
/// Only where it is certain: what is replaced is a whole sequence of UTF-8 whose characters no language writes side by side. Two
/// characters may do so by accident, so sequences of two are mended only if the text has no such first character on its own.
/// </remarks>
internal static class Mojibake
{
    private static readonly SearchValues<char> Leads = SearchValues.Create(
        Enumerable.Range(0xC2, 0xF4 - 0xC2 + 1).Select(b => Windows1252.Encoding.GetString([(byte)b])[0]).ToArray());

    /// <summary>The text as it was before; the same string where nothing is to be mended.</summary>
    public static string Mend(string text)
    {
        // Twice: some texts went through the mistake two times.
        for (var pass = 0; pass < 2; pass++)
        {
            var mended = MendOnce(text);
            if (ReferenceEquals(mended, text)) break;
            text = mended;
        }

        return text;
    }

    private static string MendOnce(string text)
    {
        int pairs = 0, longer = 0, lone = 0;
        for (var i = Next(text, 0); i < text.Length;)
        {
            var length = Sequence(text, i, out _);
            if (length == 2) pairs++; else if (length > 2) longer++; else lone++;
            i = Next(text, i + Math.Max(1, length));
        }

        var withPairs = pairs > 0 && lone == 0 && (longer > 0 || pairs > 1);
        if (longer == 0 && !withPairs) return text;

        var mended = new StringBuilder(text.Length);
        var copied = 0;
        for (var i = Next(text, 0); i < text.Length;)
        {
            var length = Sequence(text, i, out var rune);
            if (length > 2 || (length == 2 && withPairs))
            {
                mended.Append(text, copied, i - copied).Append(rune.ToString());
                copied = i + length;
            }

            i = Next(text, i + Math.Max(1, length));
        }

        return mended.Append(text, copied, text.Length - copied).ToString();
    }

    private static int Next(string text, int start)
    {
        var next = start < text.Length ? text.AsSpan(start).IndexOfAny(Leads) : -1;
        return next < 0 ? text.Length : start + next;
    }

    // How many characters from i on were one character of UTF-8 before; 0 for none.
    private static int Sequence(string text, int i, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < 4 && i + count < text.Length && Windows1252.TryGetByte(text[i + count], out var b)) bytes[count++] = b;
        return Rune.DecodeFromUtf8(bytes[..count], out rune, out var length) == OperationStatus.Done && length > 1 ? length : 0;
    }
}
