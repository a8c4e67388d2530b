namespace Rapporteur.Archive.Store;

/// <summary>What the archive remembers of an address that something was fetched from.</summary>
/// <param name="ETag">The entity tag that the server gave, or null.</param>
/// <param name="LastModified">The time of change that the server gave, as it gave it, or null.</param>
/// <param name="Stamp">What a feed said of the article that it announced there, or null.</param>
public sealed record FetchedAddress(string? ETag, string? LastModified, string? Stamp);
