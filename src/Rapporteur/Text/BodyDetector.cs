using System.Collections.Immutable;
using Rapporteur.Languages;

namespace Rapporteur.Text;

/// <summary>Tells the article from the page furniture around it in plain text that was crawled with its page.</summary>
/// <remarks>
/// Wording says what furniture is (the language pack's lists), structure how far it reaches: short lines without the end of a sentence
/// under "Related stories" are links; all after "Leave a Reply" is the comment form, provided that an article came before it. What is
/// not known as furniture is article: a line too many harms less than a sentence lost.
/// </remarks>
internal static class BodyDetector
{
    // The fewest characters of running text before an end mark: page heads have one too ("3 comments"), but little text before it.
    private const int FewestBeforeEnd = 240;

    // The longest list of links under a heading; a page with more has its article elsewhere.
    private const int LongestList = 20;

    /// <summary>The stretches of <paramref name="text"/> that are the article: runs of the given paragraphs.</summary>
    public static ImmutableArray<Span> Find(string text, List<Span> paragraphs, LanguagePack language)
    {
        var (header, headerLength) = TextHeader.Find(text, paragraphs, language);
        var body = ImmutableArray.CreateBuilder<Span>();
        foreach (var line in header)
            if (line.Gives is "title" or "text" && !line.Value.IsEmpty) body.Add(line.Value);
        paragraphs = paragraphs[headerLength..];

        var lines = new List<(int Length, bool IsProse, FurnitureKind Kind)>(paragraphs.Count);
        foreach (var paragraph in paragraphs)
        {
            var line = paragraph.In(text);
            lines.Add((line.Length, IsProse(line), language.Furniture.KindOf(line)));
        }

        var kept = Kept(lines);
        for (var i = 0; i < kept.Length; i++)
        {
            if (!kept[i]) continue;
            var first = i;
            while (i + 1 < kept.Length && kept[i + 1]) i++;
            body.Add(Span.FromBounds(paragraphs[first].Start, paragraphs[i].End));
        }

        // Nothing but furniture: the reader was given something else than a page, and takes it as it is.
        if (body.Count == 0 && paragraphs.Count > 0) body.Add(Span.FromBounds(paragraphs[0].Start, paragraphs[^1].End));
        return body.ToImmutable();
    }

    /// <summary>Which lines of a page are its article.</summary>
    public static bool[] Kept(IReadOnlyList<(int Length, bool IsProse, FurnitureKind Kind)> lines)
    {
        var kept = new bool[lines.Count];
        var prose = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var (length, isProse, kind) = lines[i];
            if (kind == FurnitureKind.End && prose >= FewestBeforeEnd) break;
            if (kind == FurnitureKind.Section)
            {
                var next = i + 1;
                while (next < lines.Count && next - i <= LongestList && !lines[next].IsProse && lines[next].Kind != FurnitureKind.End) next++;
                i = next - 1;
                continue;
            }

            if (kind != FurnitureKind.None) continue;
            kept[i] = true;
            if (isProse) prose += length;
        }

        return kept;
    }

    /// <summary>Whether a line reads like running text: long, or with the end of a sentence.</summary>
    public static bool IsProse(ReadOnlySpan<char> line)
    {
        const int Long = 160;
        const string Closing = "\"'”’»)]";
        if (line.Length >= Long) return true;
        var last = line.TrimEnd(Closing);
        return !last.IsEmpty && last[^1] is '.' or '!' or '?' or '…' or ':' or ';' or ',' or '。' && line.Contains(' ');
    }
}
