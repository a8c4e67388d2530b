using System.Collections.Immutable;
using Rapporteur.Archive.Exchange;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Network;

/// <summary>Somebody in the drawing: a circle with a label below it.</summary>
/// <param name="Node">Who.</param>
/// <param name="Label">The name, a long one cut short.</param>
/// <param name="Community">The number of its community, from 0 for the largest.</param>
/// <param name="X">The middle of the circle.</param>
/// <param name="Y">The middle of the circle.</param>
/// <param name="Radius">Of the circle.</param>
/// <param name="Size">Of the label's letters.</param>
/// <param name="Near">The places of those it speaks of or who speak of it, blanks between.</param>
public sealed record DrawnNode(SpokenNode Node, string Label, int Community, double X, double Y, double Radius, double Size, string Near)
{
    /// <summary>Where the label stands.</summary>
    public double Baseline => Y + Radius + Size;
}

/// <summary>What one says of another, as a line.</summary>
/// <param name="From">The place of who speaks.</param>
/// <param name="To">The place of who is spoken of.</param>
/// <param name="X1">Where it begins.</param>
/// <param name="Y1">Where it begins.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends.</param>
/// <param name="Width">How wide it is.</param>
public sealed record DrawnEdge(int From, int To, double X1, double Y1, double X2, double Y2, double Width);

/// <summary>A graph as it is drawn.</summary>
/// <param name="Width">How wide the drawing is.</param>
/// <param name="Height">How high.</param>
/// <param name="Nodes">Who.</param>
/// <param name="Edges">What they say of each other.</param>
public sealed record NetworkDrawing(double Width, double Height, ImmutableArray<DrawnNode> Nodes, ImmutableArray<DrawnEdge> Edges)
{
    private const double Margin = 12, SmallestLetter = 11, LargestLetter = 24, SmallestCircle = 4, LargestCircle = 16, WidestLine = 7;
    private const int LongestLabel = 28;

    /// <summary>Draws a graph.</summary>
    public static NetworkDrawing Of(SpokenGraph graph)
    {
        var places = graph.Nodes.Index().ToDictionary(node => node.Item.Key, node => node.Index, StringComparer.Ordinal);
        var edges = graph.Edges.Select(edge => new LayoutEdge(places[edge.From], places[edge.To], edge.Statements)).ToList();
        var communities = BySize(Communities.Of(graph.Nodes.Length, edges));
        var weights = new int[graph.Nodes.Length];
        foreach (var edge in edges)
        {
            weights[edge.One] += edge.Weight;
            weights[edge.Other] += edge.Weight;
        }

        var heaviest = Math.Max(1, weights.DefaultIfEmpty().Max());
        var sizes = weights.Select(weight => Math.Sqrt((double)weight / heaviest))
            .Select(share => (Letter: SmallestLetter + (LargestLetter - SmallestLetter) * share, Circle: SmallestCircle + (LargestCircle - SmallestCircle) * share)).ToList();
        var labels = graph.Nodes.Select(node => Short(node.Name)).ToList();
        var boxes = sizes.Zip(labels, (size, label) => new LayoutNode(
            Math.Max(LabelWidth.Of(label, size.Letter), 2 * size.Circle), 2 * size.Circle + size.Letter * LabelWidth.LineHeight)).ToList();
        var points = GraphLayout.Place(boxes, edges, communities);
        var near = graph.Nodes.Select((_, i) => edges.Where(edge => edge.One == i || edge.Other == i).Select(edge => edge.One == i ? edge.Other : edge.One).Distinct().Order()).ToList();
        ImmutableArray<DrawnNode> nodes =
        [
            .. points.Select((point, i) => new DrawnNode(
                graph.Nodes[i], labels[i], communities[i], point.X + Margin, point.Y - boxes[i].Height / 2 + sizes[i].Circle + Margin, sizes[i].Circle, sizes[i].Letter, string.Join(' ', near[i]))),
        ];
        var most = Math.Max(1, edges.Select(edge => edge.Weight).DefaultIfEmpty().Max());
        return new NetworkDrawing(
            points.Select((point, i) => point.X + boxes[i].Width / 2).DefaultIfEmpty().Max() + 2 * Margin,
            points.Select((point, i) => point.Y + boxes[i].Height / 2).DefaultIfEmpty().Max() + 2 * Margin,
            nodes, [.. edges.Select(edge => Line(edge, nodes, Math.Max(1, WidestLine * Math.Sqrt((double)edge.Weight / most))))]);
    }

    // From circle to circle, and a little aside: what two say of each other are two lines.
    private static DrawnEdge Line(LayoutEdge edge, ImmutableArray<DrawnNode> nodes, double width)
    {
        const double Aside = 2.5;
        var (one, other) = (nodes[edge.One], nodes[edge.Other]);
        var (dx, dy) = (other.X - one.X, other.Y - one.Y);
        var length = Math.Max(1, Math.Sqrt(dx * dx + dy * dy));
        var (ux, uy) = (dx / length, dy / length);
        var (sx, sy) = (-uy * Aside, ux * Aside);
        return new DrawnEdge(edge.One, edge.Other, one.X + ux * one.Radius + sx, one.Y + uy * one.Radius + sy,
            other.X - ux * (other.Radius + 3) + sx, other.Y - uy * (other.Radius + 3) + sy, width);
    }

    private static int[] BySize(int[] communities)
    {
        var ranks = communities.CountBy(community => community).OrderByDescending(count => count.Value).ThenBy(count => count.Key)
            .Index().ToDictionary(count => count.Item.Key, count => count.Index);
        return [.. communities.Select(community => ranks[community])];
    }

    private static string Short(string name) => name.EnumerateRunes().Count() <= LongestLabel ? name : string.Concat(name.EnumerateRunes().Take(LongestLabel - 1)).TrimEnd() + "…";
}
