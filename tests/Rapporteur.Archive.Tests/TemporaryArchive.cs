namespace Rapporteur.Archive.Tests;

/// <summary>A place for an archive that is gone when the test is over: a file.</summary>
public class TemporaryArchive : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rapporteur-archive-").FullName;

    public string FilePath => Path.Combine(_folder, "news.rapporteur");

    /// <summary>What the archive is opened by.</summary>
    public virtual string Place => FilePath;

    /// <summary>Another of the same engine.</summary>
    public virtual TemporaryArchive Another() => new();

    public NewsArchive Open(ArchiveAccess access = ArchiveAccess.Write) => NewsArchive.Open(Place, access);

    /// <summary>An open archive that holds these articles.</summary>
    internal NewsArchive With(params ArticleDraft[] articles)
    {
        var archive = Open();
        archive.Add([.. articles.Select(article => article.Entry())]);
        return archive;
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
