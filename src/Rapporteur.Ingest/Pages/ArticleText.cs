using System.Text.RegularExpressions;
using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Ingest.Pages;

/// <summary>Cleans the blocks of an article: what stands among its paragraphs and is none of them.</summary>
internal static partial class ArticleText
{
    /// <summary>The blocks that are the article's own words.</summary>
    public static List<TextBlock> Clean(List<TextBlock> blocks, PageMetadata said)
    {
        var site = SiteOf(said.Url);
        blocks = [.. AfterTitle(blocks, said).Where(block => !IsReference(block, site))];
        blocks = [.. blocks.SkipWhile(IsHeadLine)];
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

    // A block that is nothing but a link as long as a headline refers to another article, if it leads to the same site.
    private static bool IsReference(TextBlock block, string? site)
    {
        if (block.LinkDensity <= 0.9 || block.LinkLength < 20 || block.Kind == BlockKind.Row) return false;
        return SiteOf(block.LinkTarget) is not { } target || site is null || target == site;
    }

    // The last two parts of the host's name: near enough to tell a site from others.
    private static string? SiteOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? string.Join('.', uri.Host.Split('.').TakeLast(2))
            : null;

    // Above the first paragraph: dates and what stands beside them.
    private static bool IsHeadLine(TextBlock block) =>
        block.Prose == 0 && (block.LinkDensity > 0.5 || (block.Text.Length < 80 && Year().IsMatch(block.Text)));

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Year();

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
