using System.Globalization;

namespace Rapporteur.Archive.Happenings;

/// <summary>
/// How much a word tells about what an article is about: the less, the more articles use it (inverse document frequency). A few
/// articles do not show that, so the frequencies of news at large (common-words.txt) stand in for as many articles as
/// <see cref="ArticlesOfBackground"/>; in a large archive its own decide.
/// </summary>
internal sealed class TermWeights
{
    private const double ArticlesOfBackground = 200;

    // Of words that are not in the list, and of names: about what one article in 100 has.
    private const double RareWord = 0.01;

    // What one article in five has says nothing of what happened.
    private const double MostCommon = 0.2;

    private static readonly Lazy<Dictionary<uint, double>> Background = new(ReadBackground);

    private readonly Dictionary<uint, int> _articles = [];
    private readonly double _count;

    /// <summary>Counts in how many of these articles each term is.</summary>
    public TermWeights(IReadOnlyCollection<ArticleProfile> profiles)
    {
        _count = profiles.Count;
        foreach (var profile in profiles)
            foreach (var term in profile.Terms)
                _articles[term.Number] = _articles.GetValueOrDefault(term.Number) + 1;
    }

    /// <summary>Whether so many articles of the news have a term that it says nothing.</summary>
    public static bool IsCommon(uint term) => Background.Value.GetValueOrDefault(term) > MostCommon;

    /// <summary>The weight of a term; 0 where it says nothing.</summary>
    public double Of(uint term)
    {
        var share = (ArticlesOfBackground * Background.Value.GetValueOrDefault(term, RareWord) + _articles.GetValueOrDefault(term)) / (ArticlesOfBackground + _count);
        return share > MostCommon ? 0 : -Math.Log(share);
    }

    private static Dictionary<uint, double> ReadBackground()
    {
        using var stream = typeof(TermWeights).Assembly.GetManifestResourceStream("common-words.txt")!;
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<uint, double>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            shares[ProfileWords.Number(line[..tab], isName: false)] = double.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture) / 1000;
        }

        return shares;
    }
}
