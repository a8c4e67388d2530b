using AngleSharp.Dom;

namespace Rapporteur.Ingest.Pages;

/// <summary>Finds the element of a page that holds the article, and the blocks in it that are the article's text.</summary>
/// <remarks>
/// Every block is worth the characters of its running text, or costs something where it is a link or a short line. The article is
/// the element whose blocks are worth most together (a subtree of greatest sum), so that the rows of links around it stay outside
/// whatever they are called. Before that, elements that are named as something else are left out, unless they hold too much of the
/// page's running text to be what they are called; after that, an element that is named as the article's is preferred if it holds most
/// of the worth.
/// </remarks>
internal sealed class ArticleFinder
{
    // The share of a page's running text above which an element is not what its name says.
    private const double TooMuchForLikely = 0.4;
    private const double TooMuchForCertain = 0.8;

    // The share of the greatest worth that an element named as the article's must hold.
    private const double EnoughInside = 0.5;
    private const double EnoughAround = 0.7;

    private readonly List<TextBlock> _blocks;
    private readonly List<BlockRange> _elements;
    private readonly bool[] _left;
    private readonly long[] _worth;

    private ArticleFinder(IElement body)
    {
        (_blocks, _elements) = BlockReader.Read(body);
        _left = new bool[_blocks.Count];
        _worth = new long[_blocks.Count + 1];
        LeaveOut(Naming.Certain, TooMuchForCertain);
        LeaveOut(Naming.Likely, TooMuchForLikely);
        foreach (var teaser in Teasers.Find(_blocks, _elements)) _left.AsSpan(teaser.First, teaser.End - teaser.First).Fill(true);
        for (var i = 0; i < _blocks.Count; i++) _worth[i + 1] = _worth[i] + (_left[i] ? 0 : Worth(_blocks[i]));
    }

    /// <summary>The blocks of the article in order; none where the page has no text.</summary>
    public static List<TextBlock> Find(IElement body)
    {
        var finder = new ArticleFinder(body);
        var articles = finder.PreferNamed(finder.Best());
        return [.. articles.SelectMany(article => Enumerable.Range(article.First, article.End - article.First))
            .Where(i => !finder._left[i]).Select(i => finder._blocks[i])];
    }

    private static int Worth(TextBlock block) => block switch
    {
        { Prose: > 0 } => block.Prose - block.LinkLength,
        { Kind: BlockKind.Row } => -block.LinkLength,
        { Kind: BlockKind.Heading } => -10 - block.LinkLength,
        _ => -20 - block.LinkLength,
    };

    private void LeaveOut(Naming naming, double tooMuch)
    {
        var prose = new long[_blocks.Count + 1];
        for (var i = 0; i < _blocks.Count; i++) prose[i + 1] = prose[i] + (_left[i] ? 0 : _blocks[i].Prose);
        var covered = 0;
        foreach (var (element, first, end) in _elements)
        {
            // Elements come outer before inner: what lies in one that is left out is left out already.
            if (first == end || end <= covered || PageVocabulary.FurnitureNaming(element) != naming) continue;
            if (prose[end] - prose[first] > tooMuch * prose[^1]) continue;
            for (var i = Math.Max(first, covered); i < end; i++) _left[i] = true;
            covered = end;
        }
    }

    private BlockRange Best()
    {
        var best = _elements[0];
        foreach (var range in _elements)
            if (WorthOf(range) >= WorthOf(best)) best = range;
        return best;
    }

    // Named elements inside the best one, of one name together (an article cut into pieces by advertisements); else the nearest around.
    private List<BlockRange> PreferNamed(BlockRange best)
    {
        var named = _elements.Where(range => range.First < range.End && PageVocabulary.IsNamedBody(range.Element)).ToList();
        var pieces = named.Where(range => range.First >= best.First && range.End <= best.End)
            .GroupBy(range => range.Element.ClassName ?? range.Element.Id ?? "", StringComparer.Ordinal)
            .Select(Outermost)
            .Where(ranges => ranges.Sum(WorthOf) > EnoughInside * WorthOf(best))
            .MaxBy(ranges => ranges.Sum(WorthOf));
        if (pieces is not null) return pieces;
        var around = named.LastOrDefault(range =>
            range.First <= best.First && range.End >= best.End && WorthOf(range) > EnoughAround * WorthOf(best));
        return [around.Element is null ? best : around];
    }

    private static List<BlockRange> Outermost(IEnumerable<BlockRange> ranges)
    {
        var outermost = new List<BlockRange>();
        foreach (var range in ranges)
            if (outermost.Count == 0 || range.First >= outermost[^1].End) outermost.Add(range);
        return outermost;
    }

    private long WorthOf(BlockRange range) => _worth[range.End] - _worth[range.First];
}
