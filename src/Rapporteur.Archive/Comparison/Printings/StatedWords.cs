using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>The quoted words of the statements of a record.</summary>
internal static class StatedWords
{
    /// <summary>Each direct or mixed statement with its quoted words and the text that they were read from.</summary>
    public static IEnumerable<(RecordStatement Statement, QuotedWords Words, string Source)> Of(Record record)
    {
        var points = new CodePoints(record.Document.Text);
        var quotations = record.Quotations.Where(quotation => quotation.Statement is not null).ToLookup(quotation => quotation.Statement!);
        var text = new RecordText(record.Document.Text);
        foreach (var statement in record.Statements)
        {
            if (statement.Kind == StatementKind.Indirect) continue;

            // A statement whose quotation belongs to one inside it has its words in its content alone.
            var own = quotations[statement.Id].ToList();
            if (own.Count > 0)
            {
                yield return (statement, QuotedWords.Of(own, record.Document.Text, points), record.Document.Text);
                continue;
            }

            var content = text[statement.Content];
            yield return (statement, PrintedContent.Words(content, statement.Kind), content);
        }
    }
}
