using System.Globalization;
using System.Text;
using System.Xml;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Network;

/// <summary>The drawing as a file that stands alone.</summary>
internal static class NetworkSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    // Told apart by those who see no red or green (Okabe and Ito 2008); communities stand apart on the page, too.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#5b574f"];

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    public static void Write(Stream stream, NetworkDrawing drawing)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}");
        xml.WriteAttributeString("font-family", "sans-serif");
        Element(xml, "rect", ("width", Number(drawing.Width)), ("height", Number(drawing.Height)), ("fill", "#ffffff"));
        xml.WriteEndElement();
        foreach (var edge in drawing.Edges)
        {
            Element(xml, "line", ("x1", Number(edge.X1)), ("y1", Number(edge.Y1)), ("x2", Number(edge.X2)), ("y2", Number(edge.Y2)),
                ("stroke", "#857f73"), ("stroke-opacity", "0.5"), ("stroke-width", Number(edge.Width)));
            xml.WriteEndElement();
        }

        foreach (var node in drawing.Nodes)
        {
            Element(xml, "circle", ("cx", Number(node.X)), ("cy", Number(node.Y)), ("r", Number(node.Radius)), ("fill", Colours[Math.Min(node.Community, Colours.Length - 1)]));
            xml.WriteEndElement();
            Element(xml, "text", ("x", Number(node.X)), ("y", Number(node.Baseline)), ("font-size", Number(node.Size)), ("text-anchor", "middle"));
            xml.WriteString(new string([.. node.Label.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, value);
    }

    private static string Number(double number) => TimeChart.Coordinate(number);
}
