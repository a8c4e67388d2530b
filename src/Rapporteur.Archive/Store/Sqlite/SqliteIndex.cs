using System.Text;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Search;

namespace Rapporteur.Archive.Store.Sqlite;

/// <summary>The index of statements as SQLite's full-text indexes (sqlite.org/fts5.html), one column a field.</summary>
internal sealed class SqliteIndex(Database database) : StatementIndex
{
    private static readonly string Kinds = $"{{{QueryField.Kind.Name}}} : ({string.Join(" OR ", QueryField.Kind.Values!)})";

    /// <inheritdoc/>
    public override void Add(IReadOnlyList<NumberedStatement> statements)
    {
        foreach (var statement in statements)
        {
            database.Run(
                """
                INSERT INTO statement_words (rowid, content, speaker, role, actor, addressee, act, outlet, relay, medium, kind, altered)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
                [statement.Id, .. Texts(statement).Select(text => Folded(text.Text))]);
            if (!statement.Row.Fingerprints.IsEmpty)
                database.Run("INSERT INTO fingerprints (rowid, words) VALUES ($1, $2)", statement.Id, string.Join(' ', statement.Row.Fingerprints.Select(Fingerprints.Word)));
        }
    }

    /// <inheritdoc/>
    public override void Remove(IReadOnlyList<long> ids, GivenRows articles)
    {
        foreach (var id in ids)
        {
            database.Run("DELETE FROM statement_words WHERE rowid = $1", id);
            database.Run("DELETE FROM fingerprints WHERE rowid = $1", id);
        }
    }

    /// <inheritdoc/>
    public override WordCondition Condition(QueryNode condition, int parameters) => new("w.rowid", $"statement_words MATCH ${parameters + 1}", [Written(condition)]);

    /// <inheritdoc/>
    public override ILookup<uint, long> WithFingerprints(IReadOnlyCollection<uint> fingerprints, int most) => fingerprints
        .SelectMany(fingerprint => database.Query(
            "SELECT rowid FROM fingerprints WHERE fingerprints MATCH $1 LIMIT $2", row => (Fingerprint: fingerprint, Id: row.GetInt64(0)), Fingerprints.Word(fingerprint), most))
        .ToLookup(holder => holder.Fingerprint, holder => holder.Id);

    /// <inheritdoc/>
    public override IEnumerable<string> Faults() =>
    [
        .. database.Query(
            "SELECT s.article, s.number FROM statements s WHERE NOT EXISTS (SELECT 1 FROM statement_words_docsize d WHERE d.id = s.id)",
            row => $"statement {new StatementName(row.GetInt64(0), row.GetInt32(1))} is not found by its words"),
        .. database.Query(
            "SELECT d.id FROM statement_words_docsize d WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.id = d.id)",
            row => $"words of a statement that is not there: {row.GetInt64(0)}"),
        .. database.Query(
            "SELECT d.id FROM fingerprints_docsize d WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.id = d.id)",
            row => $"fingerprints of a statement that is not there: {row.GetInt64(0)}"),
    ];

    private static string? Folded(string? text) => text is null ? null : string.Join(' ', FoldedWords.Of(text));

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
