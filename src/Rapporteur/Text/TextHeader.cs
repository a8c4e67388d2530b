using System.Collections.Immutable;
using Rapporteur.Languages;

namespace Rapporteur.Text;

/// <summary>A labelled line above an article: what it gives ("title", "published", ...) and where its value stands.</summary>
internal readonly record struct HeaderLine(string Gives, Span Value);

/// <summary>Reads the labelled lines that scrapers put above a plain text: "Headline: ...", "Date: ...".</summary>
internal static class TextHeader
{
    // One labelled line may be the article's own ("Summary: ..."); two in a row are a header.
    private const int Fewest = 2;
    private const int LongestLabel = 20;

    /// <summary>The header's lines, in order, and how many paragraphs it covers, rules (====) included; none where there is no header.</summary>
    public static (ImmutableArray<HeaderLine> Lines, int Paragraphs) Find(string text, List<Span> paragraphs, LanguagePack language)
    {
        var lines = ImmutableArray.CreateBuilder<HeaderLine>();
        var count = 0;
        foreach (var paragraph in paragraphs)
        {
            if (IsRule(paragraph.In(text)))
            {
                count++;
                continue;
            }

            var colon = paragraph.In(text)[..Math.Min(paragraph.Length, LongestLabel)].IndexOf(':');
            if (colon <= 0 || language.HeaderLabel(paragraph.In(text)[..colon]) is not { } gives) break;
            var start = paragraph.Start + colon + 1;
            while (start < paragraph.End && Tokenizer.IsBlank(text[start])) start++;
            lines.Add(new HeaderLine(gives, Span.FromBounds(start, paragraph.End)));
            count++;
        }

        return lines.Count >= Fewest ? (lines.ToImmutable(), count) : ([], 0);
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Length >= 3 && line.Trim("=-_*~#—–") is "";
}
