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
        }

        export.Complete();
    }
}
