namespace Rapporteur.Desk.Pages.Network;

/// <summary>
/// Parts a graph into groups that are joined more among themselves than with others: the two groups whose union raises modularity most
/// become one, until none does (Clauset, Newman and Moore 2004). Equals are taken by their places.
/// </summary>
internal static class Communities
{
    /// <summary>The group of each node, numbered from 0 by their first nodes.</summary>
    public static int[] Of(int nodes, IReadOnlyList<LayoutEdge> edges)
    {
        var group = Enumerable.Range(0, nodes).ToArray();
        var total = edges.Sum(edge => 2.0 * edge.Weight);
        if (total == 0) return group;
        var degree = new double[nodes];
        var joined = new double[nodes, nodes];
        foreach (var edge in edges)
        {
            degree[edge.One] += edge.Weight;
            degree[edge.Other] += edge.Weight;
            joined[edge.One, edge.Other] += edge.Weight;
            joined[edge.Other, edge.One] += edge.Weight;
        }

        var alive = Enumerable.Range(0, nodes).ToList();
        while (Best() is var (one, other))
        {
            foreach (var third in alive)
            {
                joined[one, third] += joined[other, third];
                joined[third, one] = joined[one, third];
            }

            degree[one] += degree[other];
            alive.Remove(other);
            for (var node = 0; node < nodes; node++)
                if (group[node] == other) group[node] = one;
        }

        var numbers = group.Distinct().Index().ToDictionary(item => item.Item, item => item.Index);
        return [.. group.Select(name => numbers[name])];

        (int One, int Other)? Best()
        {
            var (most, best) = (0.0, ((int, int)?)null);
            for (var i = 0; i < alive.Count; i++)
                for (var j = i + 1; j < alive.Count; j++)
                {
                    var gain = joined[alive[i], alive[j]] / total - degree[alive[i]] * degree[alive[j]] / (total * total);
                    if (joined[alive[i], alive[j]] > 0 && gain > most) (most, best) = (gain, (alive[i], alive[j]));
                }

            return best;
        }
    }
}
