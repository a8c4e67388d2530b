using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Archive.Store;

/// <summary>Reads what the store keeps.</summary>
internal static class ArticleReader
{
    /// <summary>What a row of the table <c>statements</c> is read from.</summary>
    public const string StatementColumns = "article, number, day, kind, altered, score, speaker, role, actor, act, addressee, target, relay, medium, content";

    /// <summary>How many columns these are.</summary>
    public const int StatementColumnCount = 15;

    private const string ArticleColumns =
        "v.article, v.number, v.name, v.title, v.byline, v.outlet, v.url, v.published, v.modified, v.language, r.name, r.version, r.model, v.opening";

    private const int ArticlesAtATime = 20;
    private static readonly string Places = string.Join(", ", Enumerable.Range(1, ArticlesAtATime).Select(number => $"${number}"));

    private const string Newest = $"SELECT {ArticleColumns} FROM articles a JOIN versions v ON v.article = a.id AND v.number = a.newest JOIN readers r ON r.id = v.reader";

    /// <summary>The newest versions of at most <paramref name="count"/> articles after number <paramref name="after"/>.</summary>
    public static List<StoredArticle> Articles(Database database, long after, int count) =>
        database.Query($"{Newest} WHERE a.id > $1 ORDER BY a.id LIMIT $2", Article, after, count);

    /// <summary>The newest versions of articles that are there, by their numbers.</summary>
    public static Dictionary<long, StoredArticle> Articles(Database database, IEnumerable<long> ids)
    {
        // Some at a time, always as many: a query for each number would take as many journeys, one for all would be another each time.
        var found = new Dictionary<long, StoredArticle>();
        foreach (var some in ids.Distinct().Chunk(ArticlesAtATime))
        {
            object?[] values = [.. some.Concat(Enumerable.Repeat(some[0], ArticlesAtATime - some.Length))];
            foreach (var article in database.Query($"{Newest} WHERE a.id IN ({Places})", Article, values)) found[article.Id] = article;
        }

        return found;
    }

    /// <summary>The newest versions of at most <paramref name="count"/> articles with numbers below <paramref name="before"/>, the highest first.</summary>
    public static List<StoredArticle> Latest(Database database, long before, int count) =>
        database.Query($"{Newest} WHERE a.id < $1 ORDER BY a.id DESC LIMIT $2", Article, before, count);

    /// <summary>An article's newest version.</summary>
    public static StoredArticle? Article(Database database, long id) =>
        database.Query($"{Newest} WHERE a.id = $1", Article, id) is [var article] ? article : null;

    /// <summary>All versions of an article, in the order of adding.</summary>
    public static List<StoredArticle> Versions(Database database, long id) =>
        database.Query($"SELECT {ArticleColumns} FROM versions v JOIN readers r ON r.id = v.reader WHERE v.article = $1 ORDER BY v.number", Article, id);

    /// <summary>Versions whose record another reader made, after one of them.</summary>
    public static List<StoredArticle> ReadByOthers(Database database, ReaderIdentity reader, long after, int version, int count) =>
        database.Query(
            $"""
            SELECT {ArticleColumns} FROM versions v JOIN readers r ON r.id = v.reader
            WHERE (r.name, r.version, r.model) <> ($1, $2, $3) AND (v.article, v.number) > ($4, $5) ORDER BY v.article, v.number LIMIT $6
            """,
            Article, reader.Name, reader.Version, reader.Model, after, version, count);

    /// <summary>The record of an article: of a version, or of the newest where it is null.</summary>
    public static Record? Record(Database database, long id, int? version) => Packed(database, id, version)?.Unpacked();

    /// <summary>As above, still packed: unpacking it needs no archive.</summary>
    public static PackedRecord? Packed(Database database, long id, int? version) =>
        database.Query(
            """
            SELECT p.records, v.place FROM versions v JOIN packs p ON p.id = v.pack
            WHERE v.article = $1 AND v.number = coalesce(CAST($2 AS BIGINT), (SELECT newest FROM articles WHERE id = $1))
            """,
            row => new PackedRecord(row.Bytes(0), row.GetInt32(1)), id, version) is [var packed] ? packed : null;

    /// <summary>The statements of an article's newest version, in the order of its text.</summary>
    public static List<StoredStatement> Statements(Database database, long article)
    {
        var (first, last) = database.Index.Span(GivenRows.Of("article", [article]));
        return database.Query($"SELECT {StatementColumns} FROM statements WHERE article = $1 AND id BETWEEN $2 AND $3 ORDER BY number", Statement, article, first, last);
    }

    /// <summary>A statement, by its name.</summary>
    public static StoredStatement? Statement(Database database, StatementName name) => Named(database, StatementColumns, Statement, name) is [var statement] ? statement : null;

    /// <summary>The number that the store gave a statement (<see cref="StatementOrder"/>); null where there is none of that name.</summary>
    public static long? NumberOf(Database database, StatementName name) => Named(database, "id", row => row.GetInt64(0), name) is [var number] ? number : null;

    private static List<T> Named<T>(Database database, string columns, Func<Row, T> read, StatementName name)
    {
        var (first, last) = database.Index.Span(GivenRows.Of("article", [name.Article]));
        return database.Query($"SELECT {columns} FROM statements WHERE article = $1 AND number = $2 AND id BETWEEN $3 AND $4", read, name.Article, name.Number, first, last);
    }

    /// <summary>A row of <see cref="StatementColumns"/>.</summary>
    public static StoredStatement Statement(Row row) => new(
        new StatementName(row.GetInt64(0), row.GetInt32(1)), row.IsDBNull(2) ? null : DateOnly.FromDayNumber(row.GetInt32(2)),
        (StatementKind)row.GetInt32(3), row.GetInt32(4) != 0, row.GetInt32(5) / 1000.0, row.Text(6), row.Text(7), row.Text(8),
        row.Text(9) ?? "", row.Text(10), row.Text(11), row.Text(12), row.Text(13), row.GetString(14));

    private static StoredArticle Article(Row row) => new(
        row.GetInt64(0), row.GetInt32(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9),
        new ReaderIdentity(row.GetString(10), row.GetString(11), row.GetString(12))) { Opening = row.Text(13) };
}
