using System.Text;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>One row a statement, as RFC 4180 has it.</summary>
internal sealed class StatementCsv : IRecordExport
{
    private readonly Stream _stream;

    public StatementCsv(Stream stream)
    {
        _stream = stream;
        _stream.Write(Encoding.UTF8.GetBytes(StatementTable.CsvHeader));
    }

    public void Write(Record record, long? article = null) => _stream.Write(Encoding.UTF8.GetBytes(StatementTable.Csv(record, article)));

    public void Complete()
    {
    }
}
