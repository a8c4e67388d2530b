using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Search;

namespace Rapporteur.Archive.Exchange;

/// <summary>Brings the records of an archive to an export.</summary>
public static class ArchiveExport
{
    /// <summary>Writes the records of articles, in the order of their numbers, and completes the export.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="export">Where to.</param>
    /// <param name="versions">
    /// Whether all versions of an article are written, in the order they were added in; else the newest. Added to an empty archive in
    /// that order they give the archive back.
    /// </param>
    /// <param name="cancellation">Ends it between two records.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; what was written is not complete.</exception>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static void Write(NewsArchive archive, IRecordExport export, bool versions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(export);
        foreach (var article in archive.Articles())
        {
            foreach (var version in versions ? archive.Versions(article.Id) : [article])
            {
                cancellation.ThrowIfCancellationRequested();
                if (archive.Record(version.Id, version.Version) is { } record) export.Write(record, version.Id);
            }

            WriteReviews(archive, export, article.Id, versions);
        }

        export.Complete();
    }

    /// <summary>Writes the newest records of the articles that hold statements which a query finds, and completes the export.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="export">Where to.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="whole">Whether the records are written as they are; else only with the statements found.</param>
    /// <param name="cancellation">Ends it between two records.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; what was written is not complete.</exception>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public static void Write(NewsArchive archive, IRecordExport export, StatementQuery query, bool whole, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(export);
        foreach (var (article, statements) in Found(archive, query, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (archive.Record(article) is not { } record) continue;
            export.Write(whole ? record : record with { Statements = [.. record.Statements.Where(statement => statements.Contains(statement.Id))] }, article);
            WriteReviews(archive, export, article, versions: false);
        }

        export.Complete();
    }

    private static void WriteReviews(NewsArchive archive, IRecordExport export, long article, bool versions)
    {
        if (new StatementReviews(archive).ForExport(article, versions) is { } reviews) export.Write(reviews);
    }

    private static SortedDictionary<long, HashSet<string>> Found(NewsArchive archive, StatementQuery query, CancellationToken cancellation)
    {
        const int AtATime = 1000;
        var found = new SortedDictionary<long, HashSet<string>>();
        var search = new StatementSearch(archive);
        for (var skip = 0; ; skip += AtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = search.Find(query, SearchOrder.Oldest, skip, AtATime).Statements;
            foreach (var name in page.Select(statement => statement.Statement.Name))
            {
                if (!found.TryGetValue(name.Article, out var ids)) found[name.Article] = ids = [];
                ids.Add(name.Id);
            }

            if (page.Length < AtATime) return found;
        }
    }
}
