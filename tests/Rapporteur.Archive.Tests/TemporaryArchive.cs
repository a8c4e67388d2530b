namespace Rapporteur.Archive.Tests;

/// <summary>A place for an archive that is gone when the test is over.</summary>
internal sealed class TemporaryArchive : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rapporteur-archive-").FullName;

    public string FilePath => Path.Combine(_folder, "news.rapporteur");

    public NewsArchive Open(ArchiveAccess access = ArchiveAccess.Write) => NewsArchive.Open(FilePath, access);

    /// <summary>An open archive that holds these articles.</summary>
    public NewsArchive With(params ArticleDraft[] articles)
    {
        var archive = Open();
        archive.Add([.. articles.Select(article => article.Entry())]);
        return archive;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
