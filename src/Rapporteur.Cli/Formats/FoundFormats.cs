using System.Globalization;
using System.Text;
using Rapporteur.Archive.Search;

namespace Rapporteur.Cli.Formats;

/// <summary>The formats that found statements can be written in.</summary>
internal static class FoundFormats
{
    private const string Text = "text", Json = "json", Csv = "csv";

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

    /// <summary>The names, the default first.</summary>
    public static string[] Names => [Text, Json, Csv];

    /// <summary>A page as the format called <paramref name="name"/> writes it.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="query">The query.</param>
    /// <param name="page">What it found.</param>
    /// <param name="before">How many statements come before the page.</param>
    /// <param name="layout">What the text is laid out for.</param>
    public static byte[] Render(string name, StatementQuery query, FoundPage page, int before, PageLayout layout) => name switch
    {
        Json => page.ToJson(query),
        Csv => Table(page),
        _ => FoundText.Render(page, before, layout),
    };

    private static byte[] Table(FoundPage page)
    {
        var rows = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (var found in page.Statements)
            rows.AppendJoin(',', Columns.Select(column => CsvFormat.Field(column.Value(found) ?? ""))).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }
}
