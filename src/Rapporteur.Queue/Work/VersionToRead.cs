namespace Rapporteur.Queue.Work;

/// <summary>A version of an article in the archive that is to be read anew.</summary>
/// <param name="Article">The article's number.</param>
/// <param name="Version">The version's.</param>
internal sealed record VersionToRead(long Article, int Version);
