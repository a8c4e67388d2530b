using System.Text;
using Rapporteur.Archive.Exchange;
using Rapporteur.Records;

namespace Rapporteur.Cli.Formats;

/// <summary>One row a statement, for spreadsheets and statistics programs: see <see cref="StatementTable"/>.</summary>
internal sealed class CsvFormat : IOutputFormat<Reading>
{
    public string Start => StatementTable.CsvHeader;

    public string Between => "";

    public ReadOnlyMemory<byte> Render(Reading reading) => Encoding.UTF8.GetBytes(StatementTable.Csv(Record.From(reading)));

    public string End() => "";
}
