using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Http;
using Rapporteur.Records;

namespace Rapporteur.Desk.Api;

/// <summary>What must be there for a request to be answered.</summary>
internal static class ExistingOrRefused
{
    /// <summary>An article in a version, or its newest.</summary>
    /// <exception cref="RequestException">It is not there.</exception>
    public static StoredArticle Existing(this NewsArchive archive, long id, int? version = null) =>
        (version is null ? archive.Article(id) : archive.Versions(id).FirstOrDefault(stored => stored.Version == version))
        ?? throw RequestException.NotFound(version is null ? $"article {id}" : $"version {version} of an article {id}");

    /// <summary>The record of an article in its version.</summary>
    /// <exception cref="RequestException">It was deleted meanwhile.</exception>
    public static Record RecordOf(this NewsArchive archive, StoredArticle article) =>
        archive.Record(article.Id, article.Version) ?? throw RequestException.NotFound($"article {article.Id}");
}
