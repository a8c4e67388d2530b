using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Archive.Exchange;
using Rapporteur.Desk.Pages.Network;
using Xunit;

namespace Rapporteur.Desk.Tests.Views;

public sealed class NetworkDrawingTests
{
    private static readonly ImmutableSortedDictionary<string, int> NoActs = ImmutableSortedDictionary<string, int>.Empty;

    // Names of all lengths; some speak much, most little, as it is in news; a dozen of groups that speak much of each other.
    private static SpokenGraph Graph(int count, int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, count).Select(i => new SpokenNode(
            i.ToString("D3", CultureInfo.InvariantCulture), $"{(char)('A' + i % 26)}{new string('m', random.Next(1, 14))} Wardrobe {new string('W', random.Next(0, 9))}", random.Next(50), random.Next(50))).ToImmutableArray();
        var edges = new Dictionary<(int, int), int>();
        for (var i = 0; i < count * 3; i++)
        {
            var one = (int)(count * Math.Pow(random.NextDouble(), 2));
            var other = random.Next(4) == 0 ? random.Next(count) : (one / 17 * 17 + random.Next(17)) % count;
            if (one != other) edges[(one, other)] = edges.GetValueOrDefault((one, other)) + random.Next(1, 30);
        }

        return new SpokenGraph(
            nodes, [.. edges.OrderBy(edge => edge.Key).Select(edge => new SpokenEdge(nodes[edge.Key.Item1].Key, nodes[edge.Key.Item2].Key, edge.Value, NoActs))], 1000, true, 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_two_of_two_hundred_labels_overlap_and_none_lies_on_a_circle(int seed)
    {
        var drawing = NetworkDrawing.Of(Graph(200, seed));
        var boxes = drawing.Nodes.Select(Box).ToList();
        var overlaps = from i in Enumerable.Range(0, boxes.Count)
                       from j in Enumerable.Range(i + 1, boxes.Count - i - 1)
                       where boxes[i].Left < boxes[j].Right && boxes[j].Left < boxes[i].Right && boxes[i].Top < boxes[j].Bottom && boxes[j].Top < boxes[i].Bottom
                       select $"{drawing.Nodes[i].Label} and {drawing.Nodes[j].Label}";
        Assert.Equal(200, boxes.Count);
        Assert.Empty(overlaps);
        Assert.All(boxes, box => Assert.True(box.Left >= 0 && box.Top >= 0 && box.Right <= drawing.Width && box.Bottom <= drawing.Height));
    }

    [Fact]
    public void The_same_graph_gives_the_same_bytes()
    {
        Assert.Equal(Svg(Graph(120, 7)), Svg(Graph(120, 7)));
        Assert.NotEqual(Svg(Graph(120, 7)), Svg(Graph(120, 8)));
    }

    [Fact]
    public void Who_speak_much_of_each_other_stand_nearer_than_others()
    {
        var graph = TwoCircles();
        var drawing = NetworkDrawing.Of(graph);
        var within = Mean(drawing, (one, other) => one / 10 == other / 10);
        var across = Mean(drawing, (one, other) => one / 10 != other / 10);
        Assert.True(across > 1.5 * within, $"{across} across, {within} within");
        Assert.Equal(2, drawing.Nodes.Select(node => node.Community).Distinct().Count());
    }

    [Fact]
    public void The_heavier_has_the_larger_label()
    {
        var nodes = "abc".Select(name => new SpokenNode($"{name}", $"{name}", 1, 1)).ToImmutableArray();
        var drawing = NetworkDrawing.Of(new SpokenGraph(nodes, [new("a", "b", 100, NoActs), new("a", "c", 1, NoActs)], 101, true, 0));
        Assert.True(drawing.Nodes[0].Size > drawing.Nodes[2].Size);
        Assert.Equal("1 2", drawing.Nodes[0].Near);
        Assert.True(drawing.Edges[0].Width > drawing.Edges[1].Width);
    }

    [Fact]
    public void A_graph_of_nobody_is_an_empty_drawing() => Assert.Empty(NetworkDrawing.Of(new SpokenGraph([], [], 0, true, 0)).Nodes);

    private static SpokenGraph TwoCircles()
    {
        var nodes = Enumerable.Range(0, 20).Select(i => new SpokenNode(i.ToString("D2", CultureInfo.InvariantCulture), $"Speaker {i}", 1, 1)).ToImmutableArray();
        var edges = from i in Enumerable.Range(0, 20) from j in Enumerable.Range(0, 20) where i != j && i / 10 == j / 10 select new SpokenEdge(nodes[i].Key, nodes[j].Key, 5, NoActs);
        return new SpokenGraph(nodes, [.. edges, new SpokenEdge("00", "10", 1, NoActs)], 100, true, 0);
    }

    private static double Mean(NetworkDrawing drawing, Func<int, int, bool> counts) =>
        (from i in Enumerable.Range(0, drawing.Nodes.Length) from j in Enumerable.Range(0, i) where counts(i, j)
         select Math.Sqrt(Math.Pow(drawing.Nodes[i].X - drawing.Nodes[j].X, 2) + Math.Pow(drawing.Nodes[i].Y - drawing.Nodes[j].Y, 2))).Average();

    private static (double Left, double Right, double Top, double Bottom) Box(DrawnNode node)
    {
        var half = Math.Max(LabelWidth.Of(node.Label, node.Size) / 2, node.Radius);
        return (node.X - half, node.X + half, node.Y - node.Radius, node.Baseline + node.Size * (LabelWidth.LineHeight - 1));
    }

    private static string Svg(SpokenGraph graph)
    {
        using var file = new MemoryStream();
        NetworkSvg.Write(file, NetworkDrawing.Of(graph));
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
