using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Ledger;
using Rapporteur.Statements;
using Rapporteur.Text;
using Rapporteur.Wording;
using Spectre.Console;

namespace Rapporteur.Cli.Formats;

/// <summary>What statements commit their speakers to, as a table, and whose words the article is made of.</summary>
internal static class LedgerTable
{
    private const int LongestCell = 90, LabelsNamed = 6;

    /// <summary>Writes the table of a reading; nothing where no statement does more than to say how things are.</summary>
    public static void Write(IAnsiConsole console, Reading reading)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (var heading in new[] { "", "who", "does", "to or about", "on condition", "by" }) table.AddColumn(new TableColumn(new Spectre.Console.Text(heading)));
        for (var i = 0; i < reading.Statements.Length; i++)
        {
            var statement = reading.Statements[i];
            if (statement.Ledger.Acts.All(act => act.Kind is SpeechAct.State or SpeechAct.Report)) continue;
            table.AddRow(Cells(reading, statement, i + 1).Select(cell => new Spectre.Console.Text(cell)));
        }

        if (table.Rows.Count == 0) return;
        console.Write(table);
    }

    /// <summary>Whose words the article is made of, in a sentence or two.</summary>
    public static string Account(VoiceAccount account)
    {
        if (account.Words == 0) return "";
        string Share(int words) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * words / account.Words:0} %");
        var shares = $"Of {account.Words.ToString("N0", CultureInfo.InvariantCulture)} words {Share(account.Quoted)} quoted, {Share(account.Paraphrased)} paraphrased, "
            + $"{Share(account.Reported)} reported, {Share(account.Asserted)} asserted by the author.";
        if (account.Labels.IsEmpty) return shares;
        var labels = account.Labels.Take(LabelsNamed).Select(label => $"{Printable.OneLine(label.Name)} ({string.Join(", ", label.Words.Distinct().Select(word => Printable.OneLine(word)))})");
        return $"{shares} Labels given by the outlet: {string.Join("; ", labels)}{(account.Labels.Length > LabelsNamed ? "; and others" : "")}.";
    }

    private static IEnumerable<string> Cells(Reading reading, Statement statement, int number)
    {
        var ledger = statement.Ledger;
        yield return number.ToString(CultureInfo.InvariantCulture);
        yield return Cell(statement.Speaker?.Name ?? "");
        yield return string.Join(", ", ledger.Acts.Select(act => act.Kind.ToString().ToLowerInvariant()))
            + string.Concat(ledger.Qualifiers.Where(q => q.Kind != QualifierKind.Conditional).Select(q => $" ({q.Kind.ToString().ToLowerInvariant()})"));
        yield return Cell(string.Join("; ", new[] { ledger.Addressee?.Name, ledger.Target?.Name }.Where(name => name is not null)));
        yield return ledger.Condition is { } condition ? Cell(Words(reading, condition.Evidence)) : "";
        yield return Cell(Words(reading, ledger.Deadlines));
    }

    private static string Words(Reading reading, ImmutableArray<Span> spans) => string.Join(' ', spans.Select(span => span.In(reading.Document.Text).ToString()));

    private static string Cell(string text)
    {
        var line = Printable.OneLine(text);
        return line.Length <= LongestCell ? line : string.Concat(line.AsSpan(0, Math.Max(1, line.LastIndexOf(' ', LongestCell - 4))), " ...");
    }
}
