using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>Statements as a table, a row each: what spreadsheets and statistics programs take.</summary>
public static class StatementTable
{
    /// <summary>The columns, in order.</summary>
    internal static ImmutableArray<StatementColumn> Columns { get; } =
    [
        new TextColumn("article", row => row.Document.Id),
        new TextColumn("outlet", row => row.Document.Outlet),
        new TextColumn("published", row => row.Document.Published),
        new TextColumn("statement", row => row.Name),
        new TextColumn("kind", row => Word(row.Statement.Kind)),
        new TextColumn("speaker", row => row.Statement.Speaker?.Name),
        new TextColumn("speaker_role", row => row.Statement.Speaker?.Role?.Text),
        new TextColumn("said_on", row => row.Statement.SaidOn?.Date),
        new TextColumn("medium", row => row.Statement.Medium?.Name),
        new TextColumn("relays", row => Joined(row.Statement.Relays.Select(relay => relay.Name))),
        new TextColumn("acts", row => Joined(row.Statement.Acts.Select(act => Word(act.Kind)))),
        new TextColumn("cameo", row => Joined(row.Statement.Acts.Select(act => act.Cameo))),
        new TextColumn("plover", row => Joined(row.Statement.Acts.Select(act => act.Plover ?? ""))),
        new TextColumn("qualifiers", row => Joined(row.Statement.Qualifiers.Select(qualifier => Word(qualifier.Kind)))),
        new TextColumn("addressee", row => row.Statement.Addressee?.Name),
        new TextColumn("target", row => row.Statement.Target?.Name),
        new TextColumn("condition", row => row.Words(row.Statement.Condition?.Evidence)),
        new TextColumn("consequence", row => row.Words(row.Statement.Consequence?.Evidence)),
        new TextColumn("deadlines", row => Joined(row.Statement.Deadlines.Select(range => row.Text[range]))),
        new TextColumn("cue", row => row.Words(row.Statement.Cue)),
        new TextColumn("content", row => row.Words(row.Statement.Content)),
        new TextColumn("as_spoken", row => row.Statement.AsSpoken),
        new NumberColumn("start", row => row.Statement.Content[0].Start),
        new NumberColumn("score", row => row.Statement.Score),
        new TextColumn("url", row => row.Document.Url),
        new TextColumn("title", row => row.Document.Title),
    ];

    /// <summary>The names of the columns as a line of CSV.</summary>
    public static string CsvHeader => string.Join(',', Columns.Select(column => column.Name)) + "\r\n";

    /// <summary>The statements of a record as lines of CSV (RFC 4180: commas, quotes doubled, CRLF).</summary>
    public static string Csv(Record record, long? article = null) => string.Concat(
        Rows(record, article).Select(row => string.Join(',', Columns.Select(column => CsvField.Of(column.Text(row) ?? ""))) + "\r\n"));

    /// <summary>The rows of a record.</summary>
    internal static IEnumerable<TableRow> Rows(Record record, long? article)
    {
        var text = new RecordText(record.Document.Text);
        return record.Statements.Select(statement => new TableRow(record.Document, text, statement, article));
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Joined(IEnumerable<string> values) => string.Join("; ", values.Where(value => value.Length > 0));

    /// <summary>A statement with what stands around it.</summary>
    internal sealed record TableRow(RecordDocument Document, RecordText Text, RecordStatement Statement, long? Article)
    {
        public string Name => Article is { } article ? string.Create(CultureInfo.InvariantCulture, $"{article}#{Statement.Id}") : Statement.Id;

        public string? Words(ImmutableArray<CodePointRange>? ranges) => ranges is { } some ? Text[some] : null;
    }

    /// <summary>A column.</summary>
    internal abstract record StatementColumn(string Name)
    {
        /// <summary>The value as text; null where it is not known.</summary>
        public abstract string? Text(TableRow row);
    }

    /// <summary>A column of texts.</summary>
    internal sealed record TextColumn(string Name, Func<TableRow, string?> Value) : StatementColumn(Name)
    {
        public override string? Text(TableRow row) => Value(row);
    }

    /// <summary>A column of numbers, all of them known.</summary>
    internal sealed record NumberColumn(string Name, Func<TableRow, double> Value) : StatementColumn(Name)
    {
        public override string Text(TableRow row) => Value(row).ToString("0.###", CultureInfo.InvariantCulture);
    }
}
