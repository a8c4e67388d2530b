using System.Globalization;
using System.Text;
using Rapporteur.Statements;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Cli.Formats;

/// <summary>One row a statement, as RFC 4180 has it (commas, quotes doubled, CRLF), for spreadsheets and statistics programs.</summary>
internal sealed class CsvFormat : IOutputFormat<Reading>
{
    private static readonly (string Name, Func<Reading, Statement, string?> Value)[] Columns =
    [
        ("article", (r, _) => r.Article.Id),
        ("outlet", (r, _) => r.Article.Outlet),
        ("published", (r, _) => r.Article.Published?.ToString()),
        ("statement", (_, s) => s.Id),
        ("kind", (_, s) => Word(s.Kind)),
        ("speaker", (_, s) => s.Speaker?.Name),
        ("speaker_role", (_, s) => s.Speaker?.Role?.Text),
        ("said_on", (_, s) => s.SaidOn?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("medium", (_, s) => s.Medium?.Name),
        ("relays", (_, s) => Joined(s.Relays.Select(relay => relay.Name))),
        ("acts", (_, s) => Joined(s.Ledger.Acts.Select(act => Word(act.Kind)))),
        ("cameo", (_, s) => Joined(s.Ledger.Acts.Select(act => Ledger.ActCodes.Of(act.Kind).Cameo))),
        ("plover", (_, s) => Joined(s.Ledger.Acts.Select(act => Ledger.ActCodes.Of(act.Kind).Plover ?? ""))),
        ("qualifiers", (_, s) => Joined(s.Ledger.Qualifiers.Select(qualifier => Word(qualifier.Kind)))),
        ("addressee", (_, s) => s.Ledger.Addressee?.Name),
        ("target", (_, s) => s.Ledger.Target?.Name),
        ("condition", (r, s) => s.Ledger.Condition is { } clause ? Words(r, clause.Evidence) : null),
        ("consequence", (r, s) => s.Ledger.Consequence is { } clause ? Words(r, clause.Evidence) : null),
        ("deadlines", (r, s) => Joined(s.Ledger.Deadlines.Select(span => span.In(r.Document.Text).ToString()))),
        ("cue", (r, s) => Words(r, s.Cue)),
        ("content", (r, s) => Words(r, s.Content)),
        ("as_spoken", (r, s) => StatementWording.Of(r, s)?.AsSpoken),
        ("start", (_, s) => s.Content[0].Start.ToString(CultureInfo.InvariantCulture)),
        ("score", (_, s) => s.Score.ToString("0.###", CultureInfo.InvariantCulture)),
    ];

    public string Start => string.Join(',', Columns.Select(column => column.Name)) + "\r\n";

    public string Between => "";

    public ReadOnlyMemory<byte> Render(Reading reading)
    {
        var rows = new StringBuilder();
        foreach (var statement in reading.Statements)
            rows.AppendJoin(',', Columns.Select(column => Field(column.Value(reading, statement) ?? ""))).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    public string End() => "";

    /// <summary>
    /// A value as a field. One that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises against
    /// CSV injection: pages are not to be trusted.
    /// </summary>
    internal static string Field(string value)
    {
        var line = Printable.OneLine(value);
        if (line.TrimStart().FirstOrDefault() is '=' or '+' or '-' or '@' or '|' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20') line = "'" + line;
        return line.AsSpan().IndexOfAny(',', '"') >= 0 ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Joined(IEnumerable<string> values) => string.Join("; ", values.Where(value => value.Length > 0));

    private static string Words(Reading reading, IEnumerable<Span> spans) => string.Join(' ', spans.Select(span => span.In(reading.Document.Text).ToString()));
}
