namespace Rapporteur.Archive.Reviews;

/// <summary>A review that somebody wants to make.</summary>
/// <param name="Article">The article's number.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Reviewer">Who says it.</param>
/// <param name="At">When.</param>
public sealed record ReviewDraft(long Article, ReviewKind Kind, string Reviewer, DateTimeOffset At)
{
    /// <summary>The number of the version that is looked at; null for the newest.</summary>
    public int? Version { get; init; }

    /// <summary>The statement's name (<see cref="ReviewedStatement.Id"/>); null for one that the reader missed and nobody spoke of.</summary>
    public string? Statement { get; init; }

    /// <summary>The statement as the reviewer marks it, where it is corrected or added; else null.</summary>
    public Annotation? Given { get; init; }

    /// <summary>Why, or the remark; or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The review that is taken back, by number; null for the one that stands.</summary>
    public long? TakesBack { get; init; }

    /// <summary>The statement's <see cref="ReviewedStatement.Tag"/> when the reviewer looked at it; null to write whatever was said since.</summary>
    public string? Seen { get; init; }
}

/// <summary>A review cannot be made, and why: nothing was written.</summary>
public sealed class ReviewRefusedException : Exception
{
    internal ReviewRefusedException(string field, string message) : base(message) => Field = field;

    /// <summary>What is wrong: <c>source</c>, <c>cue</c>, <c>content</c>, <c>speaker</c>, <c>acts</c>, <c>comment</c>, <c>kind</c>, <c>statement</c>, <c>takesBack</c>.</summary>
    public string Field { get; }
}

/// <summary>Somebody else reviewed the statement, or it was read anew, after the reviewer had looked at it: nothing was written.</summary>
public sealed class ReviewOutrunException : Exception
{
    internal ReviewOutrunException() : base("The statement was reviewed or read anew in the meantime.")
    {
    }
}
