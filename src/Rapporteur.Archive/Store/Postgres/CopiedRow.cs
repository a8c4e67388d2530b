using System.Globalization;

namespace Rapporteur.Archive.Store.Postgres;

/// <summary>A row as COPY takes it: a line of text, tabs between the values (postgresql.org/docs/current/sql-copy.html).</summary>
internal static class CopiedRow
{
    /// <summary>The line of a row.</summary>
    public static string Of(IEnumerable<object?> values) => string.Join('\t', values.Select(value => Written(StorableValue.Of(value)))) + "\n";

    private static string Written(object? value) => value switch
    {
        null => @"\N",
        string text => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal),
        byte[] bytes => @"\\x" + Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
