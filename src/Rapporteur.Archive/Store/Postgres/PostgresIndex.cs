using System.Globalization;
using Rapporteur.Archive.Search;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>The index of statements as tables of words and of fingerprints, each with an inverted index.</summary>
internal sealed class PostgresIndex(PostgresDatabase database) : StatementIndex
{
    /// <inheritdoc/>
    public override void Add(IReadOnlyList<NumberedStatement> statements)
    {
        database.Insert("statement_words", "id, words, text", [.. statements.Select(Words)]);
        database.Insert("fingerprints", "id, fingerprints", [.. statements.Where(statement => !statement.Row.Fingerprints.IsEmpty).Select(Fingerprints)]);

        database.Insert("statement_spans", "article, first_id, last_id",
            [.. statements.GroupBy(statement => statement.Article).Select(article => new object?[] { article.Key, article.Min(statement => statement.Id), article.Max(statement => statement.Id) })]);

        static object?[] Words(NumberedStatement statement)
        {
            var (vector, text) = Lexemes.Written(Texts(statement));
            return [statement.Id, vector, text];
        }

        static object?[] Fingerprints(NumberedStatement statement) => [statement.Id, Set(statement.Row.Fingerprints)];
    }

    /// <inheritdoc/>
    public override void Remove(IReadOnlyList<long> ids, GivenRows articles)
    {
        database.RunFor("DELETE FROM statement_spans WHERE article IN (SELECT article FROM given)", articles);
        if (ids.Count == 0) return;
        var all = $"{{{string.Join(',', ids)}}}";
        database.Run("DELETE FROM statement_words WHERE id = ANY (CAST($1 AS bigint[]))", all);
        database.Run("DELETE FROM fingerprints WHERE id = ANY (CAST($1 AS bigint[]))", all);
    }

    /// <inheritdoc/>
    public override (long First, long Last) Span(GivenRows articles) =>
        database.QueryFor("SELECT min(s.first_id), max(s.last_id) FROM statement_spans s, given WHERE s.article = given.article", row => (row.Number(0), row.Number(1)), articles)
            is [({ } first, { } last)] ? (first, last) : (0, -1);

    /// <inheritdoc/>
    public override IReadOnlyList<(long First, long Last)> Parts(long first, long last) => database.Partitions.Parts(first, last);

    /// <inheritdoc/>
    public override WordCondition Condition(QueryNode condition, int parameters)
    {
        var values = new List<object?> { Lexemes.Query(condition) };
        return new WordCondition("w.id", $"w.words @@ CAST(${parameters + 1} AS tsquery) AND (w.text IS NULL OR {InText(condition)})", [.. values]);

        string InText(QueryNode node) => node switch
        {
            PhraseNode phrase => InTextPhrase(phrase),
            AnyNode any => $"({string.Join(" OR ", any.Parts.Select(InText))})",
            AllNode all => $"({string.Join(" AND ", all.Parts.Select(InText))})",
            NotNode not => $"(NOT {InText(not.Part)})",
            _ => throw new InvalidOperationException(),
        };

        string InTextPhrase(PhraseNode phrase)
        {
            var text = Lexemes.TextOf(phrase.Words.Select(word => Lexemes.Of(phrase.Field, word)));
            values.Add(phrase.IsPrefix ? text.TrimEnd(' ') : text);
            return $"(strpos(w.text, ${parameters + values.Count}) > 0)";
        }
    }

    /// <inheritdoc/>
    /// <remarks>All at once: what is asked of every partition is planned once.</remarks>
    public override ILookup<uint, long> WithFingerprints(IReadOnlyCollection<uint> fingerprints, int most) => database.QueryFor(
        """
        SELECT given.fingerprint, found.id FROM given
        CROSS JOIN LATERAL (SELECT f.id FROM fingerprints f WHERE f.fingerprints @> ARRAY[CAST(given.fingerprint AS integer)] LIMIT $2) AS found
        """,
        row => (Fingerprint: unchecked((uint)row.GetInt64(0)), Id: row.GetInt64(1)), GivenRows.Of("fingerprint", fingerprints.Select(fingerprint => (long)Signed(fingerprint))), most)
        .ToLookup(holder => holder.Fingerprint, holder => holder.Id);

    /// <inheritdoc/>
    public override IEnumerable<string> Faults() =>
    [
        .. database.Query(
            "SELECT s.article, s.number FROM statements s WHERE NOT EXISTS (SELECT 1 FROM statement_words w WHERE w.id = s.id)",
            row => $"statement {new StatementName(row.GetInt64(0), row.GetInt32(1))} is not found by its words"),
        .. database.Query(
            "SELECT w.id FROM statement_words w WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.id = w.id)",
            row => $"words of a statement that is not there: {row.GetInt64(0)}"),
        .. database.Query(
            "SELECT f.id FROM fingerprints f WHERE NOT EXISTS (SELECT 1 FROM statements s WHERE s.id = f.id)",
            row => $"fingerprints of a statement that is not there: {row.GetInt64(0)}"),
    ];

    private static string Set(IEnumerable<uint> fingerprints) =>
        $"{{{string.Join(',', fingerprints.Select(fingerprint => Signed(fingerprint).ToString(CultureInfo.InvariantCulture)))}}}";

    // Of the same 32 bits, as PostgreSQL has no numbers without a sign.
    private static int Signed(uint fingerprint) => unchecked((int)fingerprint);
}
