namespace Rapporteur.Queue;

/// <summary>How a worker works.</summary>
public sealed record WorkerOptions
{
    /// <summary>How many articles are read at a time.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The pauses before what failed is tried again, one after each attempt; after one attempt more it is parked.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    /// <summary>How long one article may be read.</summary>
    public TimeSpan ReadingLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest text that is read, in UTF-16 units: some 170,000 words. What is longer is parked unread.</summary>
    public int LongestText { get; init; } = 1_000_000;
}
