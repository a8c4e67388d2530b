namespace Rapporteur.Ingest.Fetching;

/// <summary>What a server gives with an answer so that it can be asked later whether anything changed (RFC 9110, 8.8).</summary>
/// <param name="ETag">Its name for this version.</param>
/// <param name="LastModified">When it was last changed, as the server writes it.</param>
public sealed record Validators(string? ETag, string? LastModified);

/// <summary>An answer of a server.</summary>
/// <param name="Address">Where it came from in the end.</param>
/// <param name="Content">The bytes, unpacked; empty where nothing changed.</param>
/// <param name="Charset">The charset that the server names, or null.</param>
/// <param name="Validators">What to ask with next time; null where the server gives nothing.</param>
/// <param name="IsUnchanged">Whether the server says that nothing changed since the validators that it was asked with.</param>
public sealed record Fetched(Uri Address, ReadOnlyMemory<byte> Content, string? Charset, Validators? Validators, bool IsUnchanged);
