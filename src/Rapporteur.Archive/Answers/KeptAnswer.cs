using System.Collections.Immutable;

namespace Rapporteur.Archive.Answers;

/// <summary>What a request that may come again was answered with.</summary>
/// <param name="Request">A hash of the request.</param>
/// <param name="Status">The status code.</param>
/// <param name="MediaType">The media type of the body; or null.</param>
/// <param name="Location">Where what was made stands; or null.</param>
/// <param name="Body">The body.</param>
public sealed record KeptAnswer(ImmutableArray<byte> Request, int Status, string? MediaType, string? Location, ImmutableArray<byte> Body);
