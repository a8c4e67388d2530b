namespace Rapporteur.Desk.Pages.Network;

/// <summary>
/// Places the nodes of a graph so that those who are near in it are near on the page and no two overlap, labels included.
/// </summary>
/// <remarks>
/// Distances along the edges, longer from one community to another, are approached by stress majorisation (Gansner, Koren and North
/// 2004); then boxes that overlap are moved apart. What no edge joins is placed apart and put side by side. It begins on a circle and
/// only adds, multiplies, divides and takes roots: the same graph gives the same picture on every machine.
/// </remarks>
internal static class GraphLayout
{
    private const double EdgeLength = 100, ToOthers = 1.7, BetweenParts = 30, Landscape = 1.6;
    private const int Rounds = 50;

    /// <summary>Where each node stands; the least coordinates of all boxes are 0.</summary>
    public static LayoutPoint[] Place(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges, int[] communities)
    {
        var (x, y) = (new double[nodes.Count], new double[nodes.Count]);
        var parts = Parts(nodes.Count, edges).Select(part => (Nodes: part, Size: PlacePart(part, nodes, edges, communities, x, y))).OrderByDescending(part => part.Nodes.Count).ToList();

        // Row by row, the largest part first; rows as wide as makes the whole lie across.
        var rowWidth = Math.Max(parts.Select(part => part.Size.X).DefaultIfEmpty().Max(), Math.Sqrt(parts.Sum(part => (part.Size.X + BetweenParts) * (part.Size.Y + BetweenParts)) * Landscape));
        var (left, top, height) = (0.0, 0.0, 0.0);
        foreach (var (part, size) in parts)
        {
            if (left > 0 && left + size.X > rowWidth) (left, top, height) = (0, top + height + BetweenParts, 0);
            foreach (var node in part) (x[node], y[node]) = (x[node] + left, y[node] + top);
            (left, height) = (left + size.X + BetweenParts, Math.Max(height, size.Y));
        }

        return [.. Enumerable.Range(0, nodes.Count).Select(i => new LayoutPoint(Math.Round(x[i], 2), Math.Round(y[i], 2)))];
    }

    // The nodes that edges join with each other, those of the first node first.
    private static List<List<int>> Parts(int count, IReadOnlyList<LayoutEdge> edges)
    {
        var neighbours = edges.SelectMany(edge => new[] { (edge.One, edge.Other), (edge.Other, edge.One) }).ToLookup(pair => pair.Item1, pair => pair.Item2);
        var parts = new List<List<int>>();
        var seen = new bool[count];
        for (var first = 0; first < count; first++)
        {
            if (seen[first]) continue;
            seen[first] = true;
            var part = new List<int> { first };
            for (var next = 0; next < part.Count; next++)
                foreach (var neighbour in neighbours[part[next]])
                {
                    if (seen[neighbour]) continue;
                    seen[neighbour] = true;
                    part.Add(neighbour);
                }

            part.Sort();
            parts.Add(part);
        }

        return parts;
    }

    // Gives how much room the part takes, from 0.
    private static LayoutPoint PlacePart(List<int> part, IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges, int[] communities, double[] x, double[] y)
    {
        var within = part.Index().ToDictionary(node => node.Item, node => node.Index);
        List<LayoutEdge> inner = [.. edges.Where(edge => within.ContainsKey(edge.One)).Select(edge => new LayoutEdge(within[edge.One], within[edge.Other], edge.Weight))];
        int[] groups = [.. part.Select(node => communities[node])];
        List<LayoutNode> boxes = [.. part.Select(node => nodes[node])];
        var distances = Distances(inner, groups);
        var (px, py) = Circle(groups);
        for (var round = 0; round < Rounds; round++) Majorise(distances, px, py);
        Overlaps.Remove(boxes, px, py);
        var (left, top) = (part.Select((_, i) => px[i] - boxes[i].Width / 2).Min(), part.Select((_, i) => py[i] - boxes[i].Height / 2).Min());
        foreach (var (i, node) in part.Index()) (x[node], y[node]) = (px[i] - left, py[i] - top);
        return new LayoutPoint(part.Select((_, i) => px[i] - left + boxes[i].Width / 2).Max(), part.Select((_, i) => py[i] - top + boxes[i].Height / 2).Max());
    }

    // Shortest ways (Floyd and Warshall), in lengths of edges.
    private static double[,] Distances(List<LayoutEdge> edges, int[] communities)
    {
        var count = communities.Length;
        var d = new double[count, count];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++) d[i, j] = i == j ? 0 : double.PositiveInfinity;
        foreach (var edge in edges) d[edge.One, edge.Other] = d[edge.Other, edge.One] = EdgeLength * (communities[edge.One] == communities[edge.Other] ? 1 : ToOthers);
        for (var k = 0; k < count; k++)
            for (var i = 0; i < count; i++)
            {
                if (double.IsPositiveInfinity(d[i, k])) continue;
                for (var j = 0; j < count; j++)
                    if (d[i, k] + d[k, j] < d[i, j]) d[i, j] = d[i, k] + d[k, j];
            }

        return d;
    }

    // Communities one after the other. Points of the circle by its rational parametrisation, quarter by quarter: sines differ in their
    // last bits between machines.
    private static (double[] X, double[] Y) Circle(int[] communities)
    {
        var count = communities.Length;
        var (x, y) = (new double[count], new double[count]);
        var order = Enumerable.Range(0, count).OrderBy(i => communities[i]).ThenBy(i => i).ToArray();
        var radius = EdgeLength * Math.Sqrt(count);
        for (var place = 0; place < count; place++)
        {
            var turn = 4.0 * place / count;
            var quarter = (int)turn;
            var t = turn - quarter;
            var (cos, sin) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t));
            (x[order[place]], y[order[place]]) = quarter switch
            {
                0 => (radius * cos, radius * sin),
                1 => (-radius * sin, radius * cos),
                2 => (-radius * cos, -radius * sin),
                _ => (radius * sin, -radius * cos),
            };
        }

        return (x, y);
    }

    // Each node goes to the mean of where each of the others wants it, near ones counted more.
    private static void Majorise(double[,] distances, double[] x, double[] y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var (sumX, sumY, weights) = (0.0, 0.0, 0.0);
            for (var j = 0; j < x.Length; j++)
            {
                if (i == j) continue;
                var (dx, dy) = (x[i] - x[j], y[i] - y[j]);
                var length = Math.Sqrt(dx * dx + dy * dy);
                var (wanted, weight) = (distances[i, j], 1 / (distances[i, j] * distances[i, j]));
                sumX += weight * (x[j] + (length > 0 ? wanted * dx / length : wanted));
                sumY += weight * (y[j] + (length > 0 ? wanted * dy / length : 0));
                weights += weight;
            }

            if (weights > 0) (x[i], y[i]) = (sumX / weights, sumY / weights);
        }
    }
}
