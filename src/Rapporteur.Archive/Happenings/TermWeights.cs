using System.Globalization;
using System.Numerics;

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

    // A table with open addressing, as large parts of an archive have hundreds of thousands of terms; all of a term in one place, as memory is
    // what it waits for.
    private Entry[] _terms = new Entry[1 << 10];
    private int _used;
    private readonly double _count;

    /// <summary>Counts in how many of these articles each term is.</summary>
    public TermWeights(IReadOnlyCollection<ArticleProfile> profiles)
    {
        _count = profiles.Count;
        foreach (var profile in profiles)
        {
            while (2 * (_used + profile.Terms.Length) > _terms.Length) Grow();
            foreach (var term in profile.Terms)
            {
                ref var entry = ref _terms[Place(term.Number)];
                if (entry.Articles++ > 0) continue;
                (entry.Number, entry.Weight) = (term.Number, double.NaN);
                _used++;
            }
        }
    }

    /// <summary>How many places terms have; some are empty.</summary>
    public int Places => _terms.Length;

    /// <summary>Whether so many articles of the news have a term that it says nothing.</summary>
    public static bool IsCommon(uint term) => Background.Value.GetValueOrDefault(term) > MostCommon;

    /// <summary>Where a term is, or would be.</summary>
    public int Place(uint term)
    {
        var place = (int)(unchecked(term * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)_terms.Length)));
        while (_terms[place].Articles > 0 && _terms[place].Number != term) place = (place + 1) & (_terms.Length - 1);
        return place;
    }

    /// <summary>In how many of the articles the term is that has a place.</summary>
    public int Articles(int place) => _terms[place].Articles;

    /// <summary>The weight of the term that has a place; 0 where it says nothing.</summary>
    public double At(int place)
    {
        ref var entry = ref _terms[place];
        if (double.IsNaN(entry.Weight))
        {
            var share = (ArticlesOfBackground * Background.Value.GetValueOrDefault(entry.Number, RareWord) + entry.Articles) / (ArticlesOfBackground + _count);
            entry.Weight = share > MostCommon ? 0 : -Math.Log(share);
        }

        return entry.Weight;
    }

    private void Grow()
    {
        var before = _terms;
        _terms = new Entry[2 * before.Length];
        foreach (var entry in before)
            if (entry.Articles > 0) _terms[Place(entry.Number)] = entry;
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

    private record struct Entry(uint Number, int Articles, double Weight);
}
