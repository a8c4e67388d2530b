using System.Xml;

namespace Rapporteur.Archive.Exchange;

/// <summary>GraphML (graphml.graphdrawing.org), which most graph programs open.</summary>
internal static class GraphMLWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes a graph.</summary>
    public static void Write(XmlWriter xml, MentionGraph graph)
    {
        var label = new GraphAttribute<MentionNode>("label", "label", "string", node => node.Label);
        var ofNodes = GraphAttributes.OfNodes.Insert(0, label);
        var ofEdges = GraphAttributes.OfEdges(graph);
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        Declare(xml, "node", ofNodes);
        Declare(xml, "edge", ofEdges);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", GraphAttributes.Clean(node.Key));
            WriteValues(xml, "node", node, ofNodes);
            xml.WriteEndElement();
        }

        foreach (var edge in graph.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", GraphAttributes.Clean(edge.From));
            xml.WriteAttributeString("target", GraphAttributes.Clean(edge.To));
            WriteValues(xml, "edge", edge, ofEdges);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    // Keys are ids of the whole file: those of nodes and of edges must differ.
    private static string Key(string of, string id) => $"{of}_{id}";

    private static void Declare<T>(XmlWriter xml, string of, IEnumerable<GraphAttribute<T>> attributes)
    {
        foreach (var attribute in attributes)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", Key(of, attribute.Id));
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", attribute.Name);
            xml.WriteAttributeString("attr.type", attribute.Type);
            xml.WriteEndElement();
        }
    }

    private static void WriteValues<T>(XmlWriter xml, string of, T item, IEnumerable<GraphAttribute<T>> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Value(item) is not { } value) continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", Key(of, attribute.Id));
            xml.WriteString(GraphAttributes.Clean(value));
            xml.WriteEndElement();
        }
    }
}
