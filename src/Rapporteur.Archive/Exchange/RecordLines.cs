using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>Records as JSON Lines: the whole record, as the commands that read write it. Nothing is lost.</summary>
internal sealed class RecordLines(Stream stream) : IRecordExport
{
    public void Write(Record record, long? article = null)
    {
        stream.Write(record.ToJson());
        stream.WriteByte((byte)'\n');
    }

    public void Complete()
    {
    }
}
