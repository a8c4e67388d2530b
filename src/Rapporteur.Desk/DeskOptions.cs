namespace Rapporteur.Desk;

/// <summary>How a desk is run.</summary>
public sealed record DeskOptions
{
    /// <summary>The port of local use, where it is free.</summary>
    public const int UsualPort = 4180;

    /// <summary>The address that the server listens at. Port 0 takes any that is free.</summary>
    public string Address { get; init; } = $"http://localhost:{UsualPort}";

    /// <summary>How many articles are read at once.</summary>
    public int Readers { get; init; } = Environment.ProcessorCount;

    /// <summary>The largest body of a request, in bytes.</summary>
    public long LargestUpload { get; init; } = 32L << 20;

    /// <summary>Whether addresses of this machine are fetched; for tests against a server of their own.</summary>
    public bool AllowsLoopback { get; init; }
}
