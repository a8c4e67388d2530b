using System.Globalization;
using System.Text;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Reviews;

namespace Rapporteur.Desk.Pages.Reviews;

/// <summary>Agreement as RFC 4180 has it, a row a group and one of all, for spreadsheets. Shares lie between 0 and 1, and are empty where there is nothing to share.</summary>
internal static class AgreementCsv
{
    private static readonly (string Name, Func<Agreement, double?> Value)[] Columns =
    [
        ("reviews", a => a.Reviews), ("confirmed", a => a.Confirmed), ("corrected", a => a.Corrected), ("rejected", a => a.Rejected), ("missed", a => a.Missed),
        ("precision", a => a.Precision), ("recall", a => a.Recall),
        ("source_exact", a => a.Source.ExactF1), ("source_overlap", a => a.Source.OverlapF1), ("cue_exact", a => a.Cue.ExactF1), ("cue_overlap", a => a.Cue.OverlapF1),
        ("content_exact", a => a.Content.ExactF1), ("content_overlap", a => a.Content.OverlapF1),
        ("same_speaker", a => a.SpeakerShare), ("same_acts", a => a.ActShare), ("acts_f1", a => a.Acts.ExactF1),
    ];

    public static byte[] Of(AgreementReport report)
    {
        var rows = new StringBuilder("group,").AppendJoin(',', Columns.Select(column => column.Name)).Append("\r\n");
        foreach (var group in report.Groups.Append(new AgreementGroup("all", report.All)))
            rows.Append(CsvField.Of(group.Name ?? "")).Append(',')
                .AppendJoin(',', Columns.Select(column => column.Value(group.Agreement)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "")).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }
}
