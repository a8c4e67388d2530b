namespace Rapporteur.Archive.Store;

/// <summary>An article of the archive in one of its versions, without its text.</summary>
/// <param name="Id">Its number in the archive, from 1.</param>
/// <param name="Version">The version's number, from 1, in the order of adding.</param>
/// <param name="Name">The caller's name for it: the record's <c>document.id</c>.</param>
/// <param name="Title">The headline.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Its canonical address.</param>
/// <param name="Published">When it was published, ISO 8601.</param>
/// <param name="Modified">When it was last changed, ISO 8601.</param>
/// <param name="Language">Its language, BCP 47.</param>
/// <param name="Reader">Which reader made its record.</param>
public sealed record StoredArticle(
    long Id, int Version, string? Name, string? Title, string? Byline, string? Outlet, string? Url, string? Published, string? Modified,
    string? Language, ReaderIdentity Reader)
{
    /// <summary>How its text begins, where no headline is known: the first line, cut after some words.</summary>
    public string? Opening { get; init; }

    /// <summary>What to call it for people: its headline, else how it begins, else the caller's name for it; null where all are empty.</summary>
    public string? Heading => new[] { Title, Opening, Name }.FirstOrDefault(words => !string.IsNullOrWhiteSpace(words));
}
