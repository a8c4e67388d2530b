using Rapporteur.Records;

namespace Rapporteur.Archive.Comparison;

/// <summary>A printing with its words taken apart.</summary>
/// <param name="Printing">Where, by whom, when.</param>
/// <param name="Quoted">The quoted words.</param>
/// <param name="Source">The text that their spans count in.</param>
internal sealed record PrintedStatement(Printing Printing, QuotedWords Quoted, string Source)
{
    /// <summary>Fewer quoted words are said by many, and not compared.</summary>
    public const int FewestWords = 5;

    /// <summary>The day of publication, else of saying; null where neither is known.</summary>
    public DateOnly? Day { get; } = PublicationDate.TryParse(Printing.Published ?? Printing.SaidOn, out var date) ? date.Day : null;

    /// <summary>The statements of a record whose quoted words can be compared.</summary>
    /// <param name="record">The record.</param>
    /// <param name="article">What the article is called.</param>
    public static IEnumerable<PrintedStatement> Of(Record record, string article)
    {
        foreach (var (statement, quoted, source) in StatedWords.Of(record))
        {
            if (quoted.Words.Count < FewestWords) continue;
            var document = record.Document;
            var printing = new Printing(
                article, $"{article}#{statement.Id}", document.Title, document.Outlet, document.Url, document.Published, statement.SaidOn?.Date,
                statement.Speaker?.Name, statement.Kind, quoted.TextOf(source, 0, quoted.Words.Count));
            yield return new PrintedStatement(printing, quoted, source);
        }
    }
}
