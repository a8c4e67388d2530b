using System.Globalization;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>Rows given to a statement, an array for each column: in that form they travel together and are planned for once.</summary>
internal static class PostgresArrays
{
    /// <summary>What makes a table of the arrays, to be put before a statement.</summary>
    public static string Table(GivenRows given) =>
        $"WITH given ({string.Join(", ", given.Columns.Select(column => column.Name))}) AS (SELECT * FROM unnest({string.Join(", ", given.Columns.Select(Array))})) ";

    /// <summary>The arrays.</summary>
    public static object?[] Of(GivenRows given) => [.. given.Columns.Select((column, i) => Values(column.Type, given.Rows.Select(row => StorableValue.Of(row[i]))))];

    private static string Array((string Name, string Type) column, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"CAST(${place + 1} AS {(column.Type switch { "INTEGER" => "bigint", "TEXT" => "text", _ => "bytea" })}[])");

    private static object Values(string type, IEnumerable<object?> values) => type switch
    {
        "INTEGER" => values.Select(value => (long?)value).ToArray(),
        "TEXT" => values.Select(value => (string?)value).ToArray(),
        _ => values.Select(value => (byte[]?)value).ToArray(),
    };
}
