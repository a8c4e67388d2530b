using System.Globalization;
using System.Text;

namespace Rapporteur.Desk.Pages.Network;

/// <summary>
/// About how wide words are on a page. Fonts are the reader's own: the widths are those of a wide one, so that labels take up no more
/// room than they are given.
/// </summary>
internal static class LabelWidth
{
    /// <summary>How high a line is, in sizes of its letters.</summary>
    public const double LineHeight = 1.3;

    private const double Narrow = 0.36, Usual = 0.64, Capital = 0.78, Wide = 0.95, FullWidth = 1.08;

    /// <summary>The width of a label.</summary>
    /// <param name="label">Its words.</param>
    /// <param name="size">The size of its letters.</param>
    public static double Of(string label, double size) => Math.Round(size * label.EnumerateRunes().Sum(Of), 2);

    private static double Of(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or ' ' or '.' or ',' or '\'' or '-' or '’' => Narrow,
        'm' or 'w' or 'M' or 'W' or '…' or '—' or '@' or '%' => Wide,
        >= 0x1100 and < 0x1160 or >= 0x2E80 and < 0xA4D0 or >= 0xAC00 and < 0xD7A4 or >= 0xF900 and < 0xFB00 or >= 0xFE30 and < 0xFE70 or >= 0xFF00 => FullWidth,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter ? Capital : Usual,
    };
}
