using System.Text.Json;
using Rapporteur.Archive.Search;

namespace Rapporteur.Archive.Store;

/// <summary>The index of the words that statements are found by: one column a field of the query language.</summary>
internal static class StatementWords
{
    /// <summary>Adds a statement. Numbers that come in rising order cost least.</summary>
    public static void Add(Database database, long id, StatementRow row, string? outlet)
    {
        var statement = row.Statement;
        database.Run(
            """
            INSERT INTO statement_words (rowid, content, speaker, role, actor, addressee, act, outlet, relay, medium, kind, altered)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            id, Folded(row.Content), Folded(statement.Speaker?.Name), Folded(row.Role), Folded(row.ActorNames), Folded(row.AddresseeNames), row.Acts,
            Folded(outlet), Folded(row.Relay), Folded(statement.Medium?.Name), JsonNamingPolicy.CamelCase.ConvertName(statement.Kind.ToString()),
            row.Altered ? "yes" : "no");
    }

    /// <summary>Takes a statement out.</summary>
    public static void Remove(Database database, long id) => database.Run("DELETE FROM statement_words WHERE rowid = $1", id);

    private static string? Folded(string? text) => text is null ? null : FoldedWords.Fold(text);
}
