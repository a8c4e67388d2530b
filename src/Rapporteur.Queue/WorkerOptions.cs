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

    /// <summary>
    /// The program that reads, in a process of its own, what may have ended a worker before, with its arguments: one that calls
    /// <see cref="LoneReading.Serve"/>. Where it is empty such articles are read like others.
    /// </summary>
    public IReadOnlyList<string> LoneReader { get; init; } = [];

    /// <summary>The most memory that such a process may have for its objects, in bytes.</summary>
    public long LoneReaderMemory { get; init; } = 2L << 30;

    /// <summary>What reads in this process, so that tests can have it never end.</summary>
    internal Func<Article, Reading> Reader { get; init; } = article => Rapporteur.Reader.English.Read(article);
}
