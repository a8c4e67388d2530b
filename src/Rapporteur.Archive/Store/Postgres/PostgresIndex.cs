using System.Globalization;
using Rapporteur.Archive.Search;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>The index of statements as tables of words and of fingerprints, each with an inverted index.</summary>
internal sealed class PostgresIndex(Database database) : StatementIndex
{
    /// <inheritdoc/>
    public override void Add(IReadOnlyList<NumberedStatement> statements)
    {
        database.Insert("statement_words", "id, words, text", [.. statements.Select(Words)]);
        database.Insert("fingerprints", "id, fingerprints", [.. statements.Where(statement => !statement.Row.Fingerprints.IsEmpty).Select(Fingerprints)]);

        static object?[] Words(NumberedStatement statement)
        {
            var (vector, text) = Lexemes.Written(Texts(statement));
            return [statement.Id, vector, text];
        }

        static object?[] Fingerprints(NumberedStatement statement) => [statement.Id, Set(statement.Row.Fingerprints)];
    }

    /// <inheritdoc/>
    public override void Remove(IReadOnlyList<long> ids)
    {
        if (ids.Count == 0) return;
        var all = $"{{{string.Join(',', ids)}}}";
        database.Run("DELETE FROM statement_words WHERE id = ANY (CAST($1 AS bigint[]))", all);
        database.Run("DELETE FROM fingerprints WHERE id = ANY (CAST($1 AS bigint[]))", all);
    }

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
    public override List<long> WithFingerprint(uint fingerprint, int most) =>
        database.Query("SELECT id FROM fingerprints WHERE fingerprints @> CAST($1 AS integer[]) LIMIT $2", row => row.GetInt64(0), Set([fingerprint]), most);

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

    // Of the same 32 bits, as PostgreSQL has no numbers without a sign.
    private static string Set(IEnumerable<uint> fingerprints) =>
        $"{{{string.Join(',', fingerprints.Select(fingerprint => unchecked((int)fingerprint).ToString(CultureInfo.InvariantCulture)))}}}";
}
