using System.Globalization;
using System.Text;
using Rapporteur.Archive.Exchange;

namespace Rapporteur.Archive.Search;

/// <summary>A page of what a query found as RFC 4180 has it, one row a statement, for spreadsheets.</summary>
internal static class FoundCsv
{
    private static readonly (string Name, Func<FoundStatement, string?> Value)[] Columns =
    [
        ("statement", f => f.Statement.Name.ToString()),
        ("day", f => f.Statement.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("outlet", f => f.Article.Outlet),
        ("title", f => f.Article.Title),
        ("url", f => f.Article.Url),
        ("published", f => f.Article.Published),
        ("kind", f => f.Statement.Kind.ToString().ToLowerInvariant()),
        ("speaker", f => f.Statement.Speaker),
        ("role", f => f.Statement.Role),
        ("actor", f => f.Statement.Actor),
        ("acts", f => f.Statement.Acts),
        ("addressee", f => f.Statement.Addressee),
        ("target", f => f.Statement.Target),
        ("relay", f => f.Statement.Relay),
        ("medium", f => f.Statement.Medium),
        ("altered", f => f.Statement.Altered ? "yes" : "no"),
        ("content", f => f.Statement.Content),
        ("score", f => f.Statement.Score.ToString("0.###", CultureInfo.InvariantCulture)),
    ];

    public static byte[] Of(FoundPage page)
    {
        var rows = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (var found in page.Statements)
            rows.AppendJoin(',', Columns.Select(column => CsvField.Of(column.Value(found) ?? ""))).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }
}
