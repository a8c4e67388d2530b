namespace Rapporteur.Archive.Happenings;

/// <summary>An article among those that are compared.</summary>
/// <param name="Article">Its number in the archive.</param>
/// <param name="Day">The day it was published on, counted from any.</param>
/// <param name="Profile">What it is about.</param>
internal sealed record DatedProfile(long Article, int Day, ArticleProfile Profile);

/// <summary>Two articles that are alike.</summary>
/// <param name="One">The place of the earlier in the list.</param>
/// <param name="Other">The place of the later.</param>
/// <param name="Similarity">How much, above 0 and at most 1.</param>
internal readonly record struct SimilarPair(int One, int Other, double Similarity);

/// <summary>Finds pairs of articles of about the same time that are about the same things.</summary>
/// <remarks>
/// The similarity is the cosine of the weighted terms, less for each day between the two. Pairs are found by the terms they share,
/// of which those that many articles have weigh nothing, so that the work grows with the articles of a few days, not with all.
/// </remarks>
internal static class SimilarArticles
{
    /// <summary>Articles further apart than this are not compared, in days.</summary>
    public const int MostDays = 3;

    // What a day between two articles takes from their similarity.
    private const double LostByDay = 0.1;

    private const int FewOf = 8;

    /// <summary>The pairs that are at least so similar.</summary>
    /// <param name="profiles">Articles by day.</param>
    /// <param name="least">The least similarity.</param>
    public static List<SimilarPair> Find(IReadOnlyList<DatedProfile> profiles, double least)
    {
        var weights = new TermWeights([.. profiles.Select(profile => profile.Profile)]);
        var postings = new Dictionary<uint, Postings>();
        var pairs = new List<SimilarPair>();
        var products = new double[profiles.Count];
        var touched = new List<int>();
        var first = 0;
        for (var i = 0; i < profiles.Count; i++)
        {
            while (profiles[first].Day < profiles[i].Day - MostDays) first++;
            foreach (var (number, weight) in Unit(profiles[i].Profile, weights))
            {
                if (!postings.TryGetValue(number, out var others)) postings[number] = others = new Postings();
                others.Forget(profiles, profiles[i].Day - MostDays);
                foreach (var (other, itsWeight) in others.Current)
                {
                    if (products[other] == 0) touched.Add(other);
                    products[other] += weight * itsWeight;
                }

                others.Add(i, weight);
            }

            // In order: where most of those days share a term, going through all of them is quicker than sorting.
            if (touched.Count * FewOf < i - first)
            {
                touched.Sort();
                foreach (var other in touched) Take(other, i);
            }
            else
            {
                for (var other = first; other < i; other++)
                    if (products[other] != 0) Take(other, i);
            }

            touched.Clear();
        }

        return pairs;

        void Take(int other, int i)
        {
            var similarity = products[other] * (1 - LostByDay * (profiles[i].Day - profiles[other].Day));
            if (similarity >= least) pairs.Add(new SimilarPair(other, i, similarity));
            products[other] = 0;
        }
    }

    /// <summary>The articles that a chain of pairs, each at least so similar, joins with one of them, it included, by their places.</summary>
    public static List<int> Reach(IReadOnlyList<DatedProfile> profiles, UnitProfiles units, int from, double least)
    {
        var reached = new SortedSet<int> { from };
        var next = new Queue<int>([from]);
        while (next.TryDequeue(out var one))
        {
            for (var other = one - 1; other >= 0 && profiles[one].Day - profiles[other].Day <= MostDays; other--) Look(other, one);
            for (var other = one + 1; other < profiles.Count && profiles[other].Day - profiles[one].Day <= MostDays; other++) Look(other, one);
        }

        return [.. reached];

        void Look(int other, int one)
        {
            if (!reached.Contains(other) && AverageLinkage.IsEnough(units.Similarity(one, other), least) && reached.Add(other)) next.Enqueue(other);
        }
    }

    /// <summary>As above, of some articles alone, by their places among these.</summary>
    public static List<SimilarPair> Among(List<int> some, IReadOnlyList<DatedProfile> profiles, UnitProfiles units, double least)
    {
        var pairs = new List<SimilarPair>();
        for (var i = 0; i < some.Count; i++)
            for (var j = i - 1; j >= 0 && profiles[some[i]].Day - profiles[some[j]].Day <= MostDays; j--)
                if (units.Similarity(some[j], some[i]) is var similarity && similarity >= least) pairs.Add(new SimilarPair(j, i, similarity));
        return pairs;
    }

    /// <summary>Profiles of length 1, each made when it is first asked for.</summary>
    internal sealed class UnitProfiles(IReadOnlyList<DatedProfile> profiles)
    {
        private readonly TermWeights _weights = new([.. profiles.Select(profile => profile.Profile)]);
        private readonly List<(uint Number, double Weight)>?[] _units = new List<(uint Number, double Weight)>?[profiles.Count];

        /// <summary>How alike two of them are.</summary>
        public double Similarity(int one, int other)
        {
            var (first, second) = (Of(Math.Min(one, other)), Of(Math.Max(one, other)));
            var (product, i) = (0.0, 0);
            foreach (var (number, weight) in second)
            {
                while (i < first.Count && first[i].Number < number) i++;
                if (i < first.Count && first[i].Number == number) product += weight * first[i].Weight;
            }

            return product * (1 - LostByDay * Math.Abs(profiles[one].Day - profiles[other].Day));
        }

        private List<(uint Number, double Weight)> Of(int place) => _units[place] ??= Unit(profiles[place].Profile, _weights);
    }

    // Of length 1, terms in the order of their numbers: sums come out alike whatever the order of the articles.
    private static List<(uint Number, double Weight)> Unit(ArticleProfile profile, TermWeights weights)
    {
        var terms = new List<(uint Number, double Weight)>(profile.Terms.Length);
        double squares = 0;
        foreach (var term in profile.Terms)
        {
            var weight = term.Weight * weights.Of(term.Number);
            if (weight == 0) continue;
            terms.Add((term.Number, weight));
            squares += weight * weight;
        }

        var length = Math.Sqrt(squares);
        for (var i = 0; i < terms.Count; i++) terms[i] = (terms[i].Number, terms[i].Weight / length);
        return terms;
    }

    /// <summary>The articles that have a term, by day; those long past are let go.</summary>
    private sealed class Postings
    {
        private readonly List<(int Article, double Weight)> _all = [];
        private int _first;

        public ReadOnlySpan<(int Article, double Weight)> Current => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_all)[_first..];

        public void Add(int article, double weight) => _all.Add((article, weight));

        public void Forget(IReadOnlyList<DatedProfile> profiles, int before)
        {
            while (_first < _all.Count && profiles[_all[_first].Article].Day < before) _first++;
            if (_first < 1024 || _first * 2 < _all.Count) return;
            _all.RemoveRange(0, _first);
            _first = 0;
        }
    }
}
