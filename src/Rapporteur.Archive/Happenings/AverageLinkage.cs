namespace Rapporteur.Archive.Happenings;

/// <summary>
/// Groups items by average linkage (UPGMA; Sokal and Michener 1958): the two groups whose items are most alike on average become
/// one, until no two are alike enough. A chain of neighbours does not make a group, as it would where one pair is enough.
/// </summary>
/// <remarks>
/// Pairs that are not given count as not alike at all. Equal similarities are taken by the items' places, so that the groups depend
/// on the items and their order alone. The work is about that of sorting the pairs.
/// </remarks>
internal static class AverageLinkage
{
    // Sums of whole numbers are the same in any order; 2^53 billionths are nine million pairs in two groups.
    private const double Billion = 1e9;

    /// <summary>The groups of two items and more, by their first items.</summary>
    /// <param name="pairs">Which items are alike and how much.</param>
    /// <param name="least">The average similarity that two groups need to become one.</param>
    public static List<List<int>> Group(IReadOnlyCollection<SimilarPair> pairs, double least)
    {
        var groups = new Dictionary<int, Cluster>();
        var queue = new PriorityQueue<(int One, int Other, int SizeOfOne, int SizeOfOther), (double, int, int)>();
        foreach (var pair in pairs)
        {
            Of(pair.One).Sums[pair.Other] = Of(pair.Other).Sums[pair.One] = (long)Math.Round(pair.Similarity * Billion);
            Enqueue(pair.One, pair.Other);
        }

        while (queue.TryDequeue(out var next, out var _))
        {
            // What was queued before either of the two grew is out of date; it has been queued anew.
            if (!groups.TryGetValue(next.One, out var one) || !groups.TryGetValue(next.Other, out var other)
                || one.Items.Count != next.SizeOfOne || other.Items.Count != next.SizeOfOther)
                continue;
            one.Items.AddRange(other.Items);
            groups.Remove(next.Other);
            one.Sums.Remove(next.Other);
            foreach (var (neighbour, sum) in other.Sums)
            {
                if (neighbour == next.One) continue;
                var sums = groups[neighbour].Sums;
                sums.Remove(next.Other);
                one.Sums[neighbour] = sums[next.One] = one.Sums.GetValueOrDefault(neighbour) + sum;
            }

            foreach (var neighbour in one.Sums.Keys) Enqueue(Math.Min(next.One, neighbour), Math.Max(next.One, neighbour));
        }

        foreach (var group in groups.Values) group.Items.Sort();
        return [.. groups.Values.Select(group => group.Items).Where(items => items.Count > 1).OrderBy(items => items[0])];

        Cluster Of(int item) => groups.TryGetValue(item, out var cluster) ? cluster : groups[item] = new Cluster([item], []);

        void Enqueue(int one, int other)
        {
            var (first, second) = (groups[one], groups[other]);
            var average = first.Sums[other] / ((double)first.Items.Count * second.Items.Count);
            if (average >= Math.Round(least * Billion)) queue.Enqueue((one, other, first.Items.Count, second.Items.Count), (-average, one, other));
        }
    }

    /// <summary>Whether two items alone are alike enough to become a group.</summary>
    public static bool IsEnough(double similarity, double least) => Math.Round(similarity * Billion) >= Math.Round(least * Billion);

    /// <summary>A group: its items, and for each group that it is like the sum of the similarities of their items, in billionths.</summary>
    private sealed record Cluster(List<int> Items, Dictionary<int, long> Sums);
}
