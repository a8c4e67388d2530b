using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Archive.Exchange;

namespace Rapporteur.Archive.Commitments;

/// <summary>Commitments for other programs.</summary>
public static class CommitmentTable
{
    private static readonly (string Name, Func<Commitment, string?> Value)[] Columns =
    [
        ("statement", c => c.Statement.Name.ToString()),
        ("day", c => c.Statement.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("speaker", c => c.Statement.Speaker),
        ("actor", c => c.Statement.Actor),
        ("acts", c => c.Statement.Acts),
        ("addressee", c => c.Statement.Addressee),
        ("content", c => c.Statement.Content),
        ("condition", c => c.Condition?.Text),
        ("deadlines", c => string.Join("; ", c.Deadlines.Select(deadline => deadline.Text))),
        ("restates", c => Links(c, CommitmentRelation.Restates)),
        ("contradicts", c => Links(c, CommitmentRelation.Contradicts)),
        ("also_printed", c => string.Join("; ", c.AlsoPrinted)),
        ("outlet", c => c.Article.Outlet),
        ("title", c => c.Article.Title),
        ("url", c => c.Article.Url),
    ];

    /// <summary>As CSV (RFC 4180): a heading, then one row a commitment.</summary>
    public static byte[] Csv(ImmutableArray<Commitment> commitments)
    {
        var rows = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (var commitment in commitments)
            rows.AppendJoin(',', Columns.Select(column => CsvField.Of(column.Value(commitment) ?? ""))).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    /// <summary>As an indented JSON array; docs/archive.md describes its keys.</summary>
    public static byte[] Json(ImmutableArray<Commitment> commitments) => CommitmentJson.Array(commitments);

    private static string Links(Commitment commitment, CommitmentRelation relation) =>
        string.Join("; ", commitment.Links.Where(link => link.Relation == relation).Select(link => link.Earlier));
}
