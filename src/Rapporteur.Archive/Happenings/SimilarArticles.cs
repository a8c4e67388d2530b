using System.Numerics;

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

/// <summary>Finds articles of about the same time that are about the same things.</summary>
/// <remarks>
/// The similarity is the cosine of the weighted terms, less for each day between the two; terms that many articles have weigh nothing.
/// Which articles are joined is found by the rarer terms alone: what is left of an article without them is too short a vector to make two
/// alike (the bound of L2AP; Anastasiu and Karypis 2014), and what they share is looked at whole only where that bound leaves it open.
/// </remarks>
internal static class SimilarArticles
{
    /// <summary>Articles further apart than this are not compared, in days.</summary>
    public const int MostDays = 3;

    // What a day between two articles takes from their similarity.
    private const double LostByDay = 0.1;

    // How long the rest may be whose terms lead nowhere, as part of the least similarity: more, and too many must be looked at whole.
    private const double Rest = 0.7;

    // What sums of single precision may be off.
    private const double Room = 1e-4;

    /// <summary>
    /// The articles that chains of pairs, each at least so similar, join, by their places: each two and more, in order.
    /// </summary>
    /// <param name="profiles">Articles by day.</param>
    /// <param name="units">The same as vectors.</param>
    /// <param name="least">The least similarity of a pair.</param>
    public static List<List<int>> Joined(IReadOnlyList<DatedProfile> profiles, UnitProfiles units, double least)
    {
        var postings = new Postings(units.Weights, profiles);
        var products = new float[profiles.Count];
        var touched = new int[profiles.Count];
        var open = new List<int>();
        var rests = new float[profiles.Count];
        var joined = new int[profiles.Count];
        for (var i = 0; i < joined.Length; i++) joined[i] = i;
        for (var i = 0; i < profiles.Count; i++)
        {
            var count = 0;
            foreach (var term in units.Of(i))
            {
                if (term.Articles == 1) continue;
                postings.Of(term.Place, profiles[i].Day - MostDays, out var articles, out var weights);
                var weight = (float)term.Weight;
                for (var k = 0; k < articles.Length; k++)
                {
                    ref var product = ref products[articles[k]];
                    if (product == 0) touched[count++] = articles[k];
                    product += weight * weights[k];
                }
            }

            open.Clear();
            foreach (var other in touched.AsSpan(0, count))
            {
                if (products[other] + rests[other] + Room >= least) open.Add(other);
                products[other] = 0;
            }

            foreach (var (other, similarity) in open.Zip(units.Similarities(i, open)))
            {
                if (!AverageLinkage.IsEnough(similarity, least)) continue;
                var (one, two) = (Root(other), Root(i));
                joined[Math.Max(one, two)] = Math.Min(one, two);
            }

            rests[i] = postings.Add(i, units.Of(i), least * Rest);
        }

        return [.. Enumerable.Range(0, joined.Length).GroupBy(Root).Where(group => group.Skip(1).Any()).Select(group => group.ToList())];

        int Root(int item)
        {
            while (joined[item] != item) item = joined[item] = joined[joined[item]];
            return item;
        }
    }

    /// <summary>The articles that a chain of pairs, each at least so similar, joins with one of them, it included, by their places.</summary>
    public static List<int> Reach(IReadOnlyList<DatedProfile> profiles, UnitProfiles units, int from, double least)
    {
        var reached = new SortedSet<int> { from };
        var next = new Queue<int>([from]);
        var others = new List<int>();
        while (next.TryDequeue(out var one))
        {
            others.Clear();
            for (var other = one - 1; other >= 0 && profiles[one].Day - profiles[other].Day <= MostDays; other--) others.Add(other);
            for (var other = one + 1; other < profiles.Count && profiles[other].Day - profiles[one].Day <= MostDays; other++) others.Add(other);
            others.RemoveAll(reached.Contains);
            foreach (var (other, similarity) in others.Zip(units.Similarities(one, others)))
                if (AverageLinkage.IsEnough(similarity, least) && reached.Add(other)) next.Enqueue(other);
        }

        return [.. reached];
    }

    /// <summary>The pairs of some articles that are at least so similar, by their places among these.</summary>
    public static List<SimilarPair> Among(List<int> some, IReadOnlyList<DatedProfile> profiles, UnitProfiles units, double least)
    {
        var pairs = new List<SimilarPair>();
        for (int i = 0, first = 0; i < some.Count; i++)
        {
            while (profiles[some[i]].Day - profiles[some[first]].Day > MostDays) first++;
            var similarities = units.Similarities(some[i], some[first..i]);
            for (var j = first; j < i; j++)
                if (similarities[j - first] >= least) pairs.Add(new SimilarPair(j, i, similarities[j - first]));
        }

        return pairs;
    }

    /// <summary>Profiles of length 1, each made when it is first asked for.</summary>
    internal sealed class UnitProfiles(IReadOnlyList<DatedProfile> profiles)
    {
        private readonly UnitTerm[]?[] _units = new UnitTerm[profiles.Count][];

        /// <summary>What the terms weigh.</summary>
        public TermWeights Weights { get; } = new([.. profiles.Select(profile => profile.Profile)]);

        /// <summary>How alike one is to each of some others.</summary>
        public double[] Similarities(int one, List<int> others)
        {
            // Sums are in the order of the terms' numbers, and the same whichever of two is the one.
            var terms = new TermTable(Of(one));
            var similarities = new double[others.Count];
            for (var i = 0; i < similarities.Length; i++)
            {
                var product = 0.0;
                foreach (var term in Of(others[i])) product += term.Weight * terms.WeightOf(term.Number);
                similarities[i] = product * (1 - LostByDay * Math.Abs(profiles[one].Day - profiles[others[i]].Day));
            }

            return similarities;
        }

        /// <summary>The terms of one that weigh anything, in the order of their numbers: sums come out alike whatever the order of the articles.</summary>
        public UnitTerm[] Of(int place) => _units[place] ??= Unit(profiles[place].Profile);

        private UnitTerm[] Unit(ArticleProfile profile)
        {
            var terms = new UnitTerm[profile.Terms.Length];
            var count = 0;
            double squares = 0;
            foreach (var term in profile.Terms)
            {
                var place = Weights.Place(term.Number);
                var weight = term.Weight * Weights.At(place);
                if (weight == 0) continue;
                terms[count++] = new UnitTerm(term.Number, place, Weights.Articles(place), weight);
                squares += weight * weight;
            }

            var length = Math.Sqrt(squares);
            Array.Resize(ref terms, count);
            foreach (ref var term in terms.AsSpan()) term = term with { Weight = term.Weight / length };
            return terms;
        }
    }

    /// <summary>A term of a profile of length 1.</summary>
    /// <param name="Number">The word.</param>
    /// <param name="Place">Its place among the weights.</param>
    /// <param name="Articles">How many articles have it.</param>
    /// <param name="Weight">Its part of the length.</param>
    internal readonly record struct UnitTerm(uint Number, int Place, int Articles, double Weight);

    /// <summary>The terms of one profile, by their numbers: small enough to stay close to the processor.</summary>
    private readonly struct TermTable
    {
        private readonly (uint Number, double Weight)[] _terms;
        private readonly int _shift;

        public TermTable(UnitTerm[] terms)
        {
            var bits = BitOperations.Log2((uint)terms.Length + 1) + 2;
            _terms = new (uint, double)[1 << bits];
            _shift = 32 - bits;
            foreach (var term in terms) _terms[Place(term.Number)] = (term.Number, term.Weight);
        }

        /// <summary>What a term weighs; 0 where it is none of them.</summary>
        public double WeightOf(uint number) => _terms[Place(number)].Weight;

        private int Place(uint number)
        {
            var place = (int)(unchecked(number * 0x9E3779B1u) >> _shift);
            while (_terms[place].Weight != 0 && _terms[place].Number != number) place = (place + 1) & (_terms.Length - 1);
            return place;
        }
    }

    /// <summary>The articles that have a term, by day; those long past are passed over.</summary>
    private sealed class Postings
    {
        private readonly IReadOnlyList<DatedProfile> _profiles;

        // All in one: those of a term from its first, which moves on with the days, to its end.
        private readonly int[] _first, _end, _articles;
        private readonly float[] _parts;
        private int[] _order = [], _counts = [];

        public Postings(TermWeights weights, IReadOnlyList<DatedProfile> profiles)
        {
            _profiles = profiles;
            _first = new int[weights.Places];
            var sum = 0;
            for (var place = 0; place < _first.Length; place++)
            {
                _first[place] = sum;
                if (weights.Articles(place) > 1 && weights.At(place) > 0) sum += weights.Articles(place);
            }

            _end = [.. _first];
            _articles = new int[sum];
            _parts = new float[sum];
        }

        /// <summary>The articles that were added with a term, from a day on, and what it weighs in each.</summary>
        public void Of(int place, int day, out ReadOnlySpan<int> articles, out ReadOnlySpan<float> weights)
        {
            ref var first = ref _first[place];
            var count = _end[place] - first;
            for (; count > 0 && _profiles[_articles[first]].Day < day; count--) first++;
            articles = _articles.AsSpan(first, count);
            weights = _parts.AsSpan(first, count);
        }

        /// <summary>Adds an article under its terms, the rarest first, until what is left of it is shorter than <paramref name="most"/>.</summary>
        /// <returns>How long that is.</returns>
        public float Add(int article, UnitTerm[] terms, double most)
        {
            if (_order.Length < terms.Length) (_order, _counts) = (new int[terms.Length], new int[terms.Length]);
            for (var i = 0; i < terms.Length; i++) (_order[i], _counts[i]) = (i, terms[i].Articles);
            Array.Sort(_counts, _order, 0, terms.Length);
            var left = 1.0;
            foreach (var i in _order.AsSpan(0, terms.Length))
            {
                if (left < most * most) break;
                ref var term = ref terms[i];
                left -= term.Weight * term.Weight;
                if (term.Articles == 1) continue; // joins it with no other
                ref var end = ref _end[term.Place];
                (_articles[end], _parts[end]) = (article, (float)term.Weight);
                end++;
            }

            return (float)Math.Sqrt(Math.Max(0, left));
        }
    }
}
