using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Rapporteur.Archive.Store;

/// <summary>
/// Writes the ranges of a record's JSON as steps: how far each starts from the one before, and its length. Ranges are most of what a
/// record says, and steps are small numbers that repeat: packed, they take a tenth less.
/// </summary>
internal static class RangeSteps
{
    /// <summary>Turns ranges (<c>[120,131]</c>) into steps (<c>[15,11]</c>).</summary>
    /// <param name="json">JSON that holds no pair of whole numbers but ranges, as records do.</param>
    public static byte[] Encode(ReadOnlySpan<byte> json)
    {
        var before = 0;
        return Rewritten(json, (start, end) =>
        {
            var step = (start - before, end - start);
            before = start;
            return step;
        });
    }

    /// <summary>Turns steps back into ranges.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> json)
    {
        var before = 0;
        return Rewritten(json, (step, length) =>
        {
            before += step;
            return (before, before + length);
        });
    }

    private static byte[] Rewritten(ReadOnlySpan<byte> json, Func<int, int, (int, int)> rewrite)
    {
        var output = new ArrayBufferWriter<byte>(json.Length + 64);
        var (copied, inString) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            if (inString && json[i] == '\\') i++;
            else if (json[i] == '"') inString = !inString;
            else if (!inString && json[i] == '[' && TryPair(json[i..], out var first, out var second, out var length))
            {
                output.Write(json[copied..i]);
                var (one, other) = rewrite(first, second);
                output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[{one},{other}]")));
                i += length - 1;
                copied = i + 1;
            }
        }

        output.Write(json[copied..]);
        return output.WrittenSpan.ToArray();
    }

    private static bool TryPair(ReadOnlySpan<byte> json, out int first, out int second, out int length)
    {
        (second, length) = (0, 0);
        if (!Utf8Parser.TryParse(json[1..], out first, out int digits) || json.Length <= digits + 2 || json[1 + digits] != ',') return false;
        if (!Utf8Parser.TryParse(json[(digits + 2)..], out second, out int others)) return false;
        length = digits + others + 3;
        return json.Length >= length && json[length - 1] == ']';
    }
}
