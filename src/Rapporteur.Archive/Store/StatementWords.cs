using System.Text.Json;

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
            id, row.Content, statement.Speaker?.Name, row.Role, row.ActorNames, row.AddresseeNames, row.Acts, outlet, row.Relay, statement.Medium?.Name,
            JsonNamingPolicy.CamelCase.ConvertName(statement.Kind.ToString()), row.Altered ? "yes" : "no");
    }

    /// <summary>Takes a statement out.</summary>
    public static void Remove(Database database, long id) => database.Run("DELETE FROM statement_words WHERE rowid = $1", id);
}
