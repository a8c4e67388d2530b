namespace Rapporteur.Archive.Team;

/// <summary>Something that was done, or tried. Nothing in it is secret.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who did it; null where nobody had signed in.</param>
/// <param name="Means">How they were known: <c>password</c>, <c>openid</c>, <c>key</c>, <c>command</c>, <c>none</c>.</param>
/// <param name="Source">The address of the network that it came from; null where it came from none.</param>
/// <param name="Action">What was done: <c>article.add</c>.</param>
/// <param name="Target">What it was done to; null where that is not known.</param>
/// <param name="Result">What came of it: <c>done</c>, <c>refused</c> or <c>failed</c>.</param>
/// <param name="Detail">More of it, for people.</param>
public sealed record AuditEntry(DateTimeOffset At, string? Who, string Means, string? Source, string Action, string? Target, string Result, string? Detail = null)
{
    /// <summary>The number that the log gave it; entries are numbered in the order of writing.</summary>
    public long Id { get; init; }
}

/// <summary>What is looked for in the audit log; what is null does not matter.</summary>
/// <param name="Who">Who did it; the case of A to Z does not matter.</param>
/// <param name="Action">What was done, or how that begins: <c>article</c>.</param>
/// <param name="Result">What came of it.</param>
/// <param name="From">At this time or later.</param>
/// <param name="Until">Before this time.</param>
public sealed record AuditQuery(string? Who = null, string? Action = null, string? Result = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);
