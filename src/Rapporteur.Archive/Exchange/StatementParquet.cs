using Parquet;
using Parquet.Schema;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>One row a statement, as Apache Parquet: columns of text, empty where not known, and of numbers.</summary>
internal sealed class StatementParquet(Stream stream) : IRecordExport
{
    // A group of rows is what a reader takes into memory at a time.
    private const int RowsOfGroup = 20_000;

    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Zstd };

    private readonly ParquetSchema _schema = new([.. StatementTable.Columns.Select(column => (Field)(column is StatementTable.NumberColumn
        ? new DataField(column.Name, typeof(double), false)
        : new DataField(column.Name, typeof(string), true)))]);

    private readonly List<StatementTable.TableRow> _rows = [];
    private ParquetWriter? _writer;

    public void Write(Record record, long? article = null)
    {
        _rows.AddRange(StatementTable.Rows(record, article));
        if (_rows.Count >= RowsOfGroup) WriteGroup();
    }

    public void Complete()
    {
        WriteGroup();
        Wait(_writer!.DisposeAsync().AsTask());
    }

    // The library has no other than asynchronous writing; the stream below it never waits.
    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private void WriteGroup()
    {
        _writer ??= ParquetWriter.CreateAsync(_schema, new CountingStream(stream), Options).GetAwaiter().GetResult();
        using (var group = _writer.CreateRowGroup())
        {
            for (var i = 0; i < StatementTable.Columns.Length; i++)
            {
                var field = _schema.DataFields[i];
                if (StatementTable.Columns[i] is StatementTable.NumberColumn numbers) Wait(group.WriteAsync<double>(field, _rows.Select(numbers.Value).ToArray()));
                else Wait(group.WriteAsync(field, _rows.Select(row => StatementTable.Columns[i].Text(row)!).ToArray()));
            }
        }

        _rows.Clear();
    }
}
