using System.Buffers;
using System.Text;

namespace Rapporteur.Archive.Exchange;

/// <summary>
/// Content lines of iCalendar (RFC 5545, 3.1): folded before they have more than 75 octets, text escaped, lines ended by CR LF.
/// Ours, because the library there is for it looks its parts up by reflection, which the command compiled ahead of time cannot do.
/// </summary>
internal sealed class CalendarWriter
{
    private const int MostOctets = 75;

    private readonly ArrayBufferWriter<byte> _lines = new();

    /// <summary>Writes a property whose value is no free text.</summary>
    public void Write(string name, string value) => Fold($"{name}:{value}");

    /// <summary>Writes a property whose value is free text: commas, semicolons, backslashes and line breaks are escaped (3.3.11).</summary>
    public void WriteText(string name, string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is ',' or ';' or '\\') escaped.Append('\\').Append(c);
            else if (c == '\n') escaped.Append("\\n");
            else if (!char.IsControl(c)) escaped.Append(c);
        }

        Fold($"{name}:{escaped}");
    }

    /// <summary>All lines written.</summary>
    public byte[] ToArray() => _lines.WrittenSpan.ToArray();

    // A line goes on after CR LF and a space; a character is never cut.
    private void Fold(string line)
    {
        var octets = 0;
        Span<byte> encoded = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(encoded);
            if (octets + length > MostOctets)
            {
                _lines.Write("\r\n "u8);
                octets = 1;
            }

            _lines.Write(encoded[..length]);
            octets += length;
        }

        _lines.Write("\r\n"u8);
    }
}
