using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>W3C Web Annotations: the annotations of an article in one JSON-LD document, a document a line.</summary>
internal sealed class AnnotationLines(Stream stream) : IRecordExport
{
    public void Write(Record record, long? article = null)
    {
        stream.Write(WebAnnotations.From(record, indented: false));
        stream.WriteByte((byte)'\n');
    }

    public void Complete()
    {
    }
}
