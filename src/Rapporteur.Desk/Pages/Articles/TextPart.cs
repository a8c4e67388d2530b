using Rapporteur.Text;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>Divides a very long text, so that a page of it has a bounded size.</summary>
internal static class TextPart
{
    /// <summary>How long a part is at most, in UTF-16 units: some ten thousand words, more than nearly all articles have.</summary>
    public const int Longest = 60_000;

    /// <summary>The parts, in order: cut at the ends of lines where there are any, else between words.</summary>
    public static List<Span> Divide(string text)
    {
        var parts = new List<Span>();
        for (var start = 0; start < text.Length || parts.Count == 0;)
        {
            var end = End(text, start);
            parts.Add(Span.FromBounds(start, end));
            start = end;
        }

        return parts;
    }

    private static int End(string text, int start)
    {
        if (text.Length - start <= Longest) return text.Length;
        var end = start + Longest;
        var late = text.AsSpan(start + Longest / 2, Longest - Longest / 2);
        var cut = late.LastIndexOf('\n');
        if (cut < 0) cut = late.LastIndexOf(' ');
        if (cut >= 0) return start + Longest / 2 + cut + 1;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
