using System.Collections.Immutable;

namespace Rapporteur.Archive.Exchange;

/// <summary>A format that records can be exported in.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="MediaType">Its media type; text is UTF-8.</param>
/// <param name="Extension">How names of its files end, after the dot.</param>
/// <param name="Description">What it is for, in one line.</param>
/// <param name="Create">Starts an export into a stream, whose position it does not ask for.</param>
public sealed record ExportFormat(string Name, string MediaType, string Extension, string Description, Func<Stream, IRecordExport> Create)
{
    /// <summary>Whether it is of articles as wholes: where statements are chosen, it brings the articles that hold them.</summary>
    public bool IsOfArticles { get; init; }

    /// <summary>Whether it is of all versions of articles, where an archive is exported whole.</summary>
    public bool IsOfVersions { get; init; }

    /// <summary>Whether it is of what people say, so that only an archive has any.</summary>
    public bool IsOfReviews { get; init; }
}

/// <summary>The formats that records can be exported in.</summary>
public static class RecordExports
{
    /// <summary>All of them, the one that loses nothing first.</summary>
    public static ImmutableArray<ExportFormat> All { get; } =
    [
        new("jsonl", "application/x-ndjson", "jsonl", "the records themselves, one a line, with what people say of them: import reads them back", stream => new RecordLines(stream)) { IsOfArticles = true, IsOfVersions = true },
        new("csv", "text/csv", "csv", "a row a statement, for spreadsheets", stream => new StatementCsv(stream)),
        new("parquet", "application/vnd.apache.parquet", "parquet", "the same for statistics programs", stream => new StatementParquet(stream)),
        new("webannotation", "application/x-ndjson", "annotations.jsonl", "W3C Web Annotations, an article a line", stream => new AnnotationLines(stream)),
        new("ics", "text/calendar", "ics", "an iCalendar of what is to come", stream => new AgendaCalendar(stream)) { IsOfArticles = true },
        new("plover", "application/x-ndjson", "plover.jsonl", "who did what to whom, PLOVER event data, an event a line", stream => new PloverLines(stream)) { IsOfArticles = true },
        new("gexf", "application/xml", "gexf", "who speaks of whom, a graph for Gephi", stream => new MentionGraphExport(stream, GexfWriter.Write)),
        new("graphml", "application/xml", "graphml", "the same for other graph programs", stream => new MentionGraphExport(stream, GraphMLWriter.Write)),
        new("claimreview", "application/x-ndjson", "claimreview.jsonl", "schema.org ClaimReview skeletons for fact checkers, a statement a line", stream => new ClaimReviewLines(stream)),
        new("reviews", "application/x-ndjson", "reviews.jsonl", "reviewed articles as training data, one a line", stream => new ReviewedArticleLines(stream)) { IsOfArticles = true, IsOfVersions = true, IsOfReviews = true },
    ];

    /// <summary>The format called <paramref name="name"/>; null where there is none.</summary>
    public static ExportFormat? Named(string name) => All.FirstOrDefault(format => format.Name == name);
}
