using System.Text;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Search;

/// <summary>A query in the language of SQLite's full-text index (sqlite.org/fts5.html), and what it finds there.</summary>
internal sealed class WordQuery
{
    private const string Kinds = "{kind} : (direct OR mixed OR indirect)";

    private readonly Database _database;
    private readonly string? _match;
    private readonly long _first, _last;
    private readonly int? _firstDay, _lastDay;
    private readonly bool _exact;

    public WordQuery(Database database, StatementQuery query)
    {
        _database = database;
        _match = query.Condition is null ? null : Written(query.Condition);
        (_firstDay, _lastDay) = (query.Days?.First?.DayNumber, query.Days?.Last?.DayNumber);

        _exact = (_firstDay is null || StatementOrder.IsExact(_firstDay.Value)) && (_lastDay is null || StatementOrder.IsExact(_lastDay.Value));

        // A range of days leaves out what has no day.
        _first = query.Days is null ? 0 : StatementOrder.First(_firstDay ?? 0);
        _last = StatementOrder.Last(_lastDay ?? int.MaxValue);
    }

    /// <summary>The statements, in the order of time.</summary>
    public List<StoredStatement> Statements(bool descending, int skip, int take)
    {
        var order = descending ? "DESC" : "ASC";
        var columns = string.Join(", ", ArticleReader.StatementColumns.Split(", ").Select(column => "s." + column));
        return _match is null
            ? _database.Query(
                $"SELECT {columns} FROM statements s WHERE s.id BETWEEN $1 AND $2 AND {Days("$3", "$4")} ORDER BY s.id {order} LIMIT $5 OFFSET $6",
                ArticleReader.Statement, _first, _last, _firstDay, _lastDay, take, skip)
            : _database.Query(
                $"""
                SELECT {columns} FROM statement_words w CROSS JOIN statements s ON s.id = w.rowid
                WHERE statement_words MATCH $7 AND w.rowid BETWEEN $1 AND $2 AND {Days("$3", "$4")} ORDER BY w.rowid {order} LIMIT $5 OFFSET $6
                """,
                ArticleReader.Statement, _first, _last, _firstDay, _lastDay, take, skip, _match);
    }

    /// <summary>How many statements there are, counted up to <paramref name="most"/>.</summary>
    public int Count(int most) => !_exact ? Statements(descending: true, 0, most).Count : (int)(_match is null
        ? _database.Number("SELECT count(*) FROM (SELECT 1 FROM statements WHERE id BETWEEN $1 AND $2 LIMIT $3)", _first, _last, most)
        : _database.Number("SELECT count(*) FROM (SELECT 1 FROM statement_words WHERE statement_words MATCH $4 AND rowid BETWEEN $1 AND $2 LIMIT $3)", _first, _last, most, _match))!.Value;

    // Numbers do not tell all days apart: the days themselves are compared too.
    private static string Days(string first, string last) => $"({first} IS NULL OR s.day >= {first}) AND ({last} IS NULL OR s.day <= {last})";

    private static string Written(QueryNode node) => node switch
    {
        PhraseNode phrase => $"{{{phrase.Field.Name}}} : \"{string.Join(' ', phrase.Words)}\"{(phrase.IsPrefix ? "*" : "")}",
        AnyNode any when any.Parts.Any(part => part is NotNode) => Written(Turned(any)),
        AnyNode any => $"({string.Join(" OR ", any.Parts.Select(Written))})",
        AllNode all => Written(all.Parts),
        NotNode not => Written([not]),
        _ => throw new InvalidOperationException(),
    };

    // "Without a, or with b" is "not with a and without b" (De Morgan): taken away from what else is wanted, not from all statements.
    private static NotNode Turned(AnyNode any) =>
        new(new AllNode([.. any.Parts.Select(part => part is NotNode not ? not.Part : new NotNode(part))]));

    // FTS5 takes away from something: where nothing is wanted, from all statements.
    private static string Written(IReadOnlyCollection<QueryNode> parts)
    {
        parts = [.. parts.Select(part => part is AnyNode any && any.Parts.Any(inner => inner is NotNode) ? Turned(any) : part)];
        var text = new StringBuilder("(");
        var wanted = parts.Where(part => part is not NotNode).Select(Written).ToList();
        text.AppendJoin(" AND ", wanted.Count > 0 ? wanted : [Kinds]);
        var unwanted = parts.OfType<NotNode>().Select(not => Written(not.Part)).ToList();
        if (unwanted.Count > 0) text.Insert(1, '(').Append(") NOT (").AppendJoin(" OR ", unwanted).Append(')');
        return text.Append(')').ToString();
    }
}
