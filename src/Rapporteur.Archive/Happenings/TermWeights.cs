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

    // A table of terms with open addressing, as large parts of an archive have hundreds of thousands: each entry the number of a term, plus one,
    // and in how many articles it is.
    private ulong[] _terms = new ulong[1 << 10];
    private int _used;
    private readonly double _count;
    private readonly double[] _weights;

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
                if (entry == 0)
                {
                    entry = Key(term.Number);
                    _used++;
                }

                entry++;
            }
        }

        _weights = new double[_terms.Length];
        Array.Fill(_weights, double.NaN);
    }

    /// <summary>How many places terms have; some are empty.</summary>
    public int Places => _terms.Length;

    /// <summary>Whether so many articles of the news have a term that it says nothing.</summary>
    public static bool IsCommon(uint term) => Background.Value.GetValueOrDefault(term) > MostCommon;

    /// <summary>Where a term is, or would be.</summary>
    public int Place(uint term)
    {
        var place = (int)(unchecked(term * 0x9E3779B1u) >> (32 - BitOperations.Log2((uint)_terms.Length)));
        while (_terms[place] is not 0 and var entry && entry >> 32 != Key(term) >> 32) place = (place + 1) & (_terms.Length - 1);
        return place;
    }

    /// <summary>In how many of the articles the term is that has a place.</summary>
    public int Articles(int place) => (int)_terms[place];

    /// <summary>The weight of the term that has a place; 0 where it says nothing.</summary>
    public double At(int place)
    {
        ref var weight = ref _weights[place];
        if (double.IsNaN(weight))
        {
            var share = (ArticlesOfBackground * Background.Value.GetValueOrDefault((uint)(_terms[place] >> 32) - 1, RareWord) + Articles(place)) / (ArticlesOfBackground + _count);
            weight = share > MostCommon ? 0 : -Math.Log(share);
        }

        return weight;
    }

    private static ulong Key(uint term) => (term + 1UL) << 32;

    private void Grow()
    {
        var before = _terms;
        _terms = new ulong[2 * before.Length];
        foreach (var entry in before)
            if (entry != 0) _terms[Place((uint)(entry >> 32) - 1)] = entry;
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
