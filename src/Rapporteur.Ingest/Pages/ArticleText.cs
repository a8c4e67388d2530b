using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Ingest.Pages;

/// <summary>Cleans the blocks of an article: what stands among its paragraphs and is none of them.</summary>
internal static class ArticleText
{
    /// <summary>The blocks that are the article's own words.</summary>
    public static List<TextBlock> Clean(List<TextBlock> blocks, PageMetadata said)
    {
        blocks = [.. AfterTitle(blocks, said)];
        var lines = blocks.Select(block => (block.Text.Length, block.Prose > 0, LanguagePack.English.Furniture.KindOf(block.Text))).ToList();
        var kept = BodyDetector.Kept(lines);
        return [.. blocks.Where((_, i) => kept[i])];
    }

    // What comes before the headline belongs to the page, unless it is most of the text.
    private static IEnumerable<TextBlock> AfterTitle(List<TextBlock> blocks, PageMetadata said)
    {
        var titles = said.Titles.Select(Letters).Where(title => title.Length > 0).ToHashSet(StringComparer.Ordinal);
        var title = blocks.FindLastIndex(block => block.Kind == BlockKind.Heading && titles.Contains(Letters(block.Text)));
        var before = blocks.Take(title + 1).Sum(block => block.Prose);
        var start = before * 4 < blocks.Sum(block => block.Prose) ? title + 1 : 0;
        return blocks.Skip(start).Where(block => !titles.Contains(Letters(block.Text)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
