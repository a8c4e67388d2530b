using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Rapporteur.Archive.Team;

namespace Rapporteur.Desk.Pages.Team;

/// <summary>What the page of the audit log shows. What is looked for stands here as it was given.</summary>
/// <param name="Entries">The entries, those written last first.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Result">What came of it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Rest">The number that older entries are below; null where there are none.</param>
public sealed record AuditModel(
    ImmutableArray<AuditEntry> Entries, string? Who, string? Action, string? Result, string? From, string? Until, long? Rest)
{
    /// <summary>The address of older entries.</summary>
    public string Older => "/admin/audit" + Query.Add("before", Rest!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The address of all entries that fit, as a table.</summary>
    public string Table => "/admin/audit.csv" + Query;

    private QueryString Query => QueryString.Create(
        new[] { KeyValuePair.Create("who", Who), KeyValuePair.Create("action", Action), KeyValuePair.Create("result", Result), KeyValuePair.Create("from", From), KeyValuePair.Create("until", Until) }
            .Where(part => !string.IsNullOrEmpty(part.Value)));
}
