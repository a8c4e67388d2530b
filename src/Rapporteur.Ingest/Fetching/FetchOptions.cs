namespace Rapporteur.Ingest.Fetching;

/// <summary>How far fetching goes, and how politely.</summary>
public sealed record FetchOptions
{
    /// <summary>The name that servers are told and that robots.txt may rule on.</summary>
    public const string Product = "Rapporteur";

    /// <summary>The most bytes of an answer that are read, unpacked.</summary>
    public int MostBytes { get; init; } = 32 << 20;

    /// <summary>How long one request may take, from the name's look-up to the last byte.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a host is left alone after an answer; its robots.txt may ask for more, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that a host's robots.txt is granted.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many redirections are followed.</summary>
    public int MostRedirections { get; init; } = 5;

    /// <summary>Whether addresses of this machine may be reached: only for tests with a server of their own.</summary>
    public bool AllowsLoopback { get; init; }
}
