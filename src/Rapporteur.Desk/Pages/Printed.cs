using System.Buffers;
using System.Globalization;
using System.Text;

namespace Rapporteur.Desk.Pages;

/// <summary>
/// Text of an article fit to be shown among other text: what would reorder the page around it or cannot be seen is named where it
/// stands (Unicode Technical Report 36, 3.2).
/// </summary>
internal static class Printed
{
    /// <summary>The longest line of a list: a headline is shorter.</summary>
    public const int LongestLine = 300;

    // Embeddings, overrides and isolates of the bidirectional algorithm, the tags nobody sees, and controls but for tabulators and line breaks.
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r' or '\u0085')),
            '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\u200B', '\u2060', '\uFEFF', '\uFFF9', '\uFFFA', '\uFFFB']);

    /// <summary>The text with what cannot be seen named: <c>[U+202E]</c>.</summary>
    public static string Text(ReadOnlySpan<char> text)
    {
        var next = text.IndexOfAny(Unseen);
        if (next < 0) return text.ToString();
        var shown = new StringBuilder(text.Length + 16);
        for (; next >= 0; next = text.IndexOfAny(Unseen))
        {
            shown.Append(text[..next]).Append(CultureInfo.InvariantCulture, $"[U+{(int)text[next]:X4}]");
            text = text[(next + 1)..];
        }

        return shown.Append(text).ToString();
    }

    /// <summary>The text on one line, shortened where it is long.</summary>
    public static string Line(string? text, int longest = LongestLine)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var whole = text.Length <= longest;
        var line = text.AsSpan(0, whole ? text.Length : longest);
        if (!whole && char.IsHighSurrogate(line[^1])) line = line[..^1];
        var shown = Text(line.Trim()).ReplaceLineEndings(" ");
        return whole ? shown : shown + " …";
    }

    /// <summary>An address that may be linked to: one of the web. Null for all others, <c>javascript:</c> among them.</summary>
    public static string? Address(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    /// <summary>The day of a date in ISO 8601.</summary>
    public static string Day(string? date) => Line(date is { Length: > 10 } && date[10] == 'T' ? date[..10] : date, 40);

    /// <summary>A share as people read it: <c>95 %</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}\u00A0%");

    /// <summary>A number with commas between thousands.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value of an enumeration in words.</summary>
    public static string Word<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var word = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append(' ');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
