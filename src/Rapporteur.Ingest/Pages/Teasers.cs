using AngleSharp.Dom;

namespace Rapporteur.Ingest.Pages;

/// <summary>Finds the teasers of other articles on a page: a linked headline with some words under it, over and over in one form.</summary>
internal static class Teasers
{
    private const int Fewest = 3;
    private const int MostProse = 600;
    private const int MostBlocks = 12;

    // Above this share of the page's running text, what looks like teasers is the article: a list of finds with links.
    private const double TooMuch = 0.6;

    /// <summary>The elements that are teasers.</summary>
    public static List<BlockRange> Find(List<TextBlock> blocks, List<BlockRange> elements)
    {
        var leads = new int[blocks.Count + 1];
        var prose = new long[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            leads[i + 1] = leads[i] + (blocks[i].LeadsElsewhere ? 1 : 0);
            prose[i + 1] = prose[i] + blocks[i].Prose;
        }

        return [.. elements
            .Where(range => range.End - range.First is > 0 and <= MostBlocks && leads[range.End] > leads[range.First]
                && prose[range.End] - prose[range.First] <= MostProse)
            .Select(range => (Range: range, Form: FormOf(range.Element)))
            .Where(item => item.Form is not null)
            .GroupBy(item => item.Form!, item => item.Range, StringComparer.Ordinal)
            .Where(group => group.Count() >= Fewest && group.Sum(range => prose[range.End] - prose[range.First]) <= TooMuch * prose[^1])
            .SelectMany(group => group)];
    }

    // The name of the element and its first class without numbers; elements of running text and those without a class have no form.
    private static string? FormOf(IElement element)
    {
        if (element.LocalName is not ("div" or "article" or "section" or "li" or "aside" or "a")) return null;
        var name = element.ClassList.FirstOrDefault(name => !name.Any(char.IsAsciiDigit));
        return name is null ? null : $"{element.LocalName}.{name}";
    }
}
