using System.Globalization;
using System.IO.Compression;
using System.Text;
using Rapporteur.Archive.Exchange;
using Rapporteur.Records;

namespace Rapporteur.Desk.Pages.Articles;

/// <summary>A format that one article is given out in.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Ending">How its files' names end.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Write">Writes a record of the archive's article of this number.</param>
internal sealed record ArticleExport(string Name, string Label, string Ending, string Type, Func<Record, long, byte[]> Write)
{
    public static readonly ArticleExport[] All =
    [
        new("json", "Record (JSON)", "json", "application/json", (record, _) => record.ToIndentedJson()),
        new("csv", "Statements (CSV)", "csv", "text/csv; charset=utf-8", Exported("csv")),
        new("ics", "What is to come (iCalendar)", "ics", "text/calendar; charset=utf-8", Exported("ics")),
        new("webannotation", "Web Annotations (JSON-LD)", "jsonld", "application/ld+json", (record, _) => WebAnnotations.From(record)),
        new("brat", "brat", "zip", "application/zip", (record, article) => Brat(record, article)),
        new("plover", "Events (PLOVER)", "plover.jsonl", "application/x-ndjson", Exported("plover")),
        new("claimreview", "ClaimReview", "claimreview.jsonl", "application/x-ndjson", Exported("claimreview")),
    ];

    private static Func<Record, long, byte[]> Exported(string format) => (record, article) =>
    {
        using var content = new MemoryStream();
        var export = RecordExports.Named(format)!.Create(content);
        export.Write(record, article);
        export.Complete();
        return content.ToArray();
    };

    private static byte[] Brat(Record record, long article)
    {
        var standoff = BratStandoff.From(record);
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("annotation.conf", BratStandoff.Configuration);
            Add(string.Create(CultureInfo.InvariantCulture, $"{article}.txt"), standoff.Text);
            Add(string.Create(CultureInfo.InvariantCulture, $"{article}.ann"), standoff.Annotations);

            void Add(string name, string text)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same bytes whenever asked
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}
