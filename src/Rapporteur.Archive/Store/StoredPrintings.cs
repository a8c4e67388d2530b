using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.Comparison;
using Rapporteur.Records;

namespace Rapporteur.Archive.Store;

/// <summary>Finds the other printings of a statement in an archive.</summary>
internal static class StoredPrintings
{
    private const string Columns = "s.article, s.number, s.kind, s.altered, s.speaker, s.content, v.title, v.outlet, v.url, v.published";

    /// <summary>The statements of an article's newest version whose quoted words can be compared, each with its other printings.</summary>
    /// <param name="database">The archive.</param>
    /// <param name="article">The article's number.</param>
    /// <param name="statement">The number of one statement; null for all.</param>
    public static List<StatementComparison> Compare(Database database, long article, int? statement)
    {
        if (ArticleReader.Record(database, article, null) is not { } record) return [];
        var name = article.ToString(CultureInfo.InvariantCulture);
        var id = statement is { } number ? new StatementName(article, number).ToString() : null;
        return Compare(database, PrintedStatement.Of(record, name).Where(printed => id is null || printed.Printing.Statement == id));
    }

    /// <summary>The statements of a record that is not in the archive, each with its printings there.</summary>
    public static List<StatementComparison> Compare(Database database, Record record, string article) => Compare(database, PrintedStatement.Of(record, article));

    private static List<StatementComparison> Compare(Database database, IEnumerable<PrintedStatement> originals) =>
        [.. originals.Select(original => new StatementComparison(original.Printing, Variants(database, original)))];

    private static ImmutableArray<Variant> Variants(Database database, PrintedStatement original)
    {
        var holders = database.Index.WithFingerprints(Fingerprints.Sought(original.Quoted), Candidates.MostOfOne + 1);
        var candidates = Candidates.Of<long>(original.Quoted, fingerprint => [.. holders[fingerprint]]);
        return VariantJudge.Judge(original, [.. candidates.Select(candidate => Printed(database, candidate)).OfType<PrintedStatement>()]);
    }

    private static PrintedStatement? Printed(Database database, long id) =>
        database.Query(
            $"""
            SELECT {Columns} FROM statements s JOIN articles a ON a.id = s.article JOIN versions v ON v.article = a.id AND v.number = a.newest WHERE s.id = $1
            """,
            row => (Name: new StatementName(row.GetInt64(0), row.GetInt32(1)), Kind: (Statements.StatementKind)row.GetInt32(2), Altered: row.GetInt32(3) != 0,
                Speaker: row.Text(4), Content: row.GetString(5), Title: row.Text(6), Outlet: row.Text(7), Url: row.Text(8), Published: row.Text(9)),
            id) is [var found]
            ? found.Altered ? Altered(database, found.Name) : Plain(found.Name, found.Kind, found.Speaker, found.Content, found.Title, found.Outlet, found.Url, found.Published)
            : null;

    // What the outlet altered stands in the record alone.
    private static PrintedStatement? Altered(Database database, StatementName name) =>
        ArticleReader.Record(database, name.Article, null) is { } record
            ? PrintedStatement.Of(record, name.Article.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(printed => printed.Printing.Statement == name.ToString())
            : null;

    private static PrintedStatement Plain(
        StatementName name, Statements.StatementKind kind, string? speaker, string content, string? title, string? outlet, string? url, string? published)
    {
        var quoted = PrintedContent.Words(content, kind);
        var printing = new Printing(
            name.Article.ToString(CultureInfo.InvariantCulture), name.ToString(), title, outlet, url, published, null, speaker, kind, quoted.TextOf(content, 0, quoted.Words.Count));
        return new PrintedStatement(printing, quoted, content);
    }
}
