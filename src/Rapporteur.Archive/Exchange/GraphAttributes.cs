using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Rapporteur.Archive.Exchange;

/// <summary>What nodes and edges of the graph of mentions carry, as formats of graphs declare it.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">string or int.</param>
/// <param name="Value">Its value; null where there is none.</param>
internal sealed record GraphAttribute<T>(string Id, string Name, string Type, Func<T, string?> Value);

/// <summary>The attributes of a graph of mentions.</summary>
internal static class GraphAttributes
{
    /// <summary>Those of nodes.</summary>
    public static ImmutableArray<GraphAttribute<MentionNode>> OfNodes { get; } =
    [
        new("type", "type", "string", node => node.Type),
        new("actor", "actor", "string", node => node.Actor),
        new("articles", "articles", "int", node => Number(node.Articles)),
        new("statements", "statements", "int", node => Number(node.Statements)),
    ];

    /// <summary>Those of edges: statements, and one for each act that the graph has.</summary>
    public static ImmutableArray<GraphAttribute<MentionEdge>> OfEdges(MentionGraph graph) =>
    [
        new("statements", "statements", "int", edge => Number(edge.Statements)),
        new("quoted", "quoted", "int", edge => Number(edge.Quoted)),
        .. graph.Edges.SelectMany(edge => edge.Acts.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(act => new GraphAttribute<MentionEdge>("act_" + act, act, "int", edge => edge.Acts.TryGetValue(act, out var count) ? Number(count) : null)),
    ];

    /// <summary>A text without the characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>A whole number.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
