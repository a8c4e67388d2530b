using System.Text.RegularExpressions;

namespace Rapporteur.Ingest.Bytes;

/// <summary>Tells web pages from plain text by what they hold, whatever the file is called.</summary>
internal static partial class Markup
{
    // Tags are looked for near the start: a page has many of them there, even one whose start is missing.
    private const int Reach = 1 << 16;
    private const int FewestTags = 4;
    private const int CharactersPerTag = 600;

    /// <summary>Whether <paramref name="text"/> is a web page or a part of one.</summary>
    /// <exception cref="UnreadableInputException">XML of another kind: a feed, a drawing, data.</exception>
    public static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Reach));
        if (!head.Contains('<')) return false; // most plain text, without waking the patterns up
        var start = head.TrimStart().TrimStart('\uFEFF');
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || PageStart().IsMatch(start)) return true;
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return head.Contains("<html", StringComparison.OrdinalIgnoreCase)
                ? true
                : throw new UnreadableInputException("XML, but not a web page");
        var tags = 0;
        foreach (var _ in Tag().EnumerateMatches(head)) tags++;
        return tags >= FewestTags && tags * CharactersPerTag >= head.Length;
    }

    [GeneratedRegex(@"\A(?:<!--.*?-->\s*)*<(?:html|head|body|meta|title)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex PageStart();

    [GeneratedRegex("</?(?:p|div|span|a|br|h[1-6]|ul|ol|li|table|tr|td|img|script|style|link|meta|section|article|header|footer|nav|main|figure|"
        + @"strong|em|b|i|blockquote)(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
