namespace Rapporteur.Queue;

/// <summary>How the streams are made where they are not there; those that are there are left as they are.</summary>
public sealed record QueueOptions
{
    /// <summary>For how long the broker remembers ids, so that what is submitted twice is queued once. It costs it some 100 bytes an id.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a worker may say nothing of a message before another gets it.</summary>
    public TimeSpan AckWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many servers of a cluster keep each message.</summary>
    public int Replicas { get; init; } = 1;
}
