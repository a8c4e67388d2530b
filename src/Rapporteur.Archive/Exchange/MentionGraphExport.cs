using System.Text;
using System.Xml;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>Collects who speaks of whom and writes the graph when all records are there.</summary>
internal sealed class MentionGraphExport(Stream stream, Action<XmlWriter, MentionGraph> write) : IRecordExport
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    private readonly MentionGraph _graph = new();

    public void Write(Record record, long? article = null) => _graph.Add(record);

    public void Complete()
    {
        using (var xml = XmlWriter.Create(stream, Settings)) write(xml, _graph);
        stream.WriteByte((byte)'\n');
    }
}
