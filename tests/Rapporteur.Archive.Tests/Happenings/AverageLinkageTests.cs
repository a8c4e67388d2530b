using CsCheck;
using Rapporteur.Archive.Happenings;
using Xunit;

namespace Rapporteur.Archive.Tests.Happenings;

public sealed class AverageLinkageTests
{
    [Fact]
    public void A_chain_of_neighbours_is_not_one_group()
    {
        var chain = Enumerable.Range(0, 9).Select(i => new SimilarPair(i, i + 1, 0.5 + i / 100.0)).ToList();
        Assert.All(AverageLinkage.Group(chain, 0.3), group => Assert.InRange(group.Count, 2, 3));
    }

    [Fact]
    public void Items_that_are_all_alike_are_one_group() =>
        Assert.Equal([[0, 1, 2, 3]], AverageLinkage.Group([.. from i in Enumerable.Range(0, 4) from j in Enumerable.Range(i + 1, 3 - i) select new SimilarPair(i, j, 0.4)], 0.4));

    [Fact]
    public void Without_pairs_there_are_no_groups() => Assert.Empty(AverageLinkage.Group([], 0.1));

    [Fact]
    public void The_groups_are_those_of_the_definition_whatever_the_order_of_the_pairs() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[0, 100].Array[66], Gen.Int[0, 1000]).Sample((count, similarities, seed) =>
        {
            var pairs = new List<SimilarPair>();
            for (int i = 0, k = 0; i < count; i++)
                for (var j = i + 1; j < count; j++, k++)
                    if (similarities[k] > 40) pairs.Add(new SimilarPair(i, j, similarities[k] / 100.0));
            var shuffled = pairs.OrderBy(pair => (pair.One * 7919 + pair.Other * 104729 + seed) % 101).ToList();
            var expected = ByDefinition(count, pairs, 0.45);
            Assert.Equal(expected, AverageLinkage.Group(pairs, 0.45));
            Assert.Equal(expected, AverageLinkage.Group(shuffled, 0.45));
        });

    // Every pair of groups looked at every time.
    private static List<List<int>> ByDefinition(int count, List<SimilarPair> pairs, double least)
    {
        var groups = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToList();
        while (true)
        {
            var best = (from one in groups
                        from other in groups
                        where one[0] < other[0]
                        let average = pairs.Where(p => (one.Contains(p.One) && other.Contains(p.Other)) || (one.Contains(p.Other) && other.Contains(p.One)))
                            .Sum(p => (decimal)p.Similarity) / (one.Count * other.Count)
                        where average >= (decimal)least
                        orderby average descending, one[0], other[0]
                        select (One: one, Other: other)).FirstOrDefault();
            if (best.One is null) return [.. groups.Where(group => group.Count > 1).Select(group => group.Order().ToList()).OrderBy(group => group[0])];
            best.One.AddRange(best.Other);
            groups.Remove(best.Other);
        }
    }

    [Theory]
    [InlineData(1, 90, 1)]
    [InlineData(2, 90, 1)]
    [InlineData(3, 90, 1)]
    [InlineData(4, 200, 2)]
    [InlineData(5, 900, 4)]
    [InlineData(6, 4000, 6)]
    public void The_group_of_one_article_is_the_same_whether_it_is_looked_for_alone_or_with_all(int seed, int words, int skew)
    {
        var random = new Random(seed);
        List<DatedProfile> profiles = [.. Enumerable.Range(1, 150).Select(article => (Article: article, Day: random.Next(20))).OrderBy(pair => pair.Day).Select(pair => new DatedProfile(
            pair.Article, pair.Day, new ArticleProfile([.. Enumerable.Range(0, 12).Select(_ => (uint)(words * Math.Pow(random.NextDouble(), skew))).Distinct().Order().Select(term => new ProfileTerm(term, (byte)random.Next(1, 5)))])))];
        var groups = HappeningFinder.Group(profiles);
        Assert.NotEmpty(groups);
        foreach (var profile in profiles)
        {
            var all = groups.Find(group => group.Articles.Contains(profile.Article));
            var alone = HappeningFinder.Around(profiles, profile.Article);
            Assert.Equal(all?.Articles, alone?.Articles);
            Assert.Equal((all?.Central, all?.LastDay), (alone?.Central, alone?.LastDay));
        }
    }
}
