using System.Xml;

namespace Rapporteur.Archive.Exchange;

/// <summary>GEXF 1.3 (gexf.net), which Gephi opens.</summary>
internal static class GexfWriter
{
    private const string Namespace = "http://gexf.net/1.3";

    /// <summary>Writes a graph.</summary>
    public static void Write(XmlWriter xml, MentionGraph graph)
    {
        var ofEdges = GraphAttributes.OfEdges(graph);
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("defaultedgetype", "directed");
        Declare(xml, "node", GraphAttributes.OfNodes);
        Declare(xml, "edge", ofEdges);
        xml.WriteStartElement("nodes", Namespace);
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", GraphAttributes.Clean(node.Key));
            xml.WriteAttributeString("label", GraphAttributes.Clean(node.Label));
            WriteValues(xml, node, GraphAttributes.OfNodes);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        var number = 0;
        foreach (var edge in graph.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", GraphAttributes.Number(++number));
            xml.WriteAttributeString("source", GraphAttributes.Clean(edge.From));
            xml.WriteAttributeString("target", GraphAttributes.Clean(edge.To));
            xml.WriteAttributeString("weight", GraphAttributes.Number(edge.Statements));
            WriteValues(xml, edge, ofEdges);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Declare<T>(XmlWriter xml, string of, IEnumerable<GraphAttribute<T>> attributes)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        foreach (var attribute in attributes)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", attribute.Id);
            xml.WriteAttributeString("title", attribute.Name);
            xml.WriteAttributeString("type", attribute.Type == "int" ? "integer" : attribute.Type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues<T>(XmlWriter xml, T item, IEnumerable<GraphAttribute<T>> attributes)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var attribute in attributes)
        {
            if (attribute.Value(item) is not { } value) continue;
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", attribute.Id);
            xml.WriteAttributeString("value", GraphAttributes.Clean(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
