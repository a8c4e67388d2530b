using System.Text;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Team;

/// <summary>The audit log as a table (RFC 4180).</summary>
internal static class AuditCsv
{
    private const int RowsAtATime = 200;

    public static async Task Write(Stream output, IEnumerable<AuditEntry> entries)
    {
        await output.WriteAsync("at,who,means,source,action,target,result,detail\r\n"u8.ToArray());
        foreach (var rows in entries.Chunk(RowsAtATime))
        {
            var text = new StringBuilder();
            foreach (var row in rows)
                text.AppendJoin(',', new[] { row.At.ToString("O"), row.Who, row.Means, row.Source, row.Action, row.Target, row.Result, row.Detail }.Select(Field)).Append("\r\n");
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    private static string Field(string? value) => value is null ? "" : CsvField.Of(value);
}
