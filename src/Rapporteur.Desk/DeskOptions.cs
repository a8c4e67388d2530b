using Rapporteur.Desk.Http;
using Rapporteur.Desk.Operations;
using Rapporteur.Desk.Team;

namespace Rapporteur.Desk;

/// <summary>How a desk is run. <see cref="DeskSettings"/> reads it from a file.</summary>
public sealed record DeskOptions
{
    /// <summary>The port of local use, where it is free.</summary>
    public const int UsualPort = 4180;

    /// <summary>The archive's file or address; null where whoever starts the desk names it.</summary>
    public string? Archive { get; set; }

    /// <summary>The address that the server listens at; several with semicolons between. Port 0 takes any that is free.</summary>
    public string Address { get; set; } = $"http://localhost:{UsualPort}";

    /// <summary>The names that the desk is known by, beside those of this machine: <c>desk.example.org</c>.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>The proxies before the desk, whose word on where a request came from is taken: addresses, or networks such as 10.0.0.0/8.</summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];

    /// <summary>The certificate of an https address; null where a proxy has it.</summary>
    public CertificateOptions? Certificate { get; set; }

    /// <summary>How people sign in; null for use by whoever sits at this machine, without signing in.</summary>
    public SignInOptions? SignIn { get; set; }

    /// <summary>How much is taken from whom.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>The queue that articles are added through, <c>nats://host:4222</c>; null where the desk reads them itself.</summary>
    public string? Queue { get; set; }

    /// <summary>A file with the desk's <c>user:password</c> for the queue, or of .creds; null where the address has them, or none are asked for.</summary>
    public string? QueueCredentials { get; set; }

    /// <summary>A file with the certificate of the authority that signed the broker's; null for those that the system trusts.</summary>
    public string? QueueAuthority { get; set; }

    /// <summary>How long a request waits for what it put into the queue, in seconds, before it is told that it waits there.</summary>
    public int QueueSeconds { get; set; } = 10;

    /// <summary>How many articles are read at once.</summary>
    public int Readers { get; set; } = Environment.ProcessorCount;

    /// <summary>The largest body of a request, in bytes.</summary>
    public long LargestUpload { get; set; } = 32L << 20;

    /// <summary>How long what is in hand may take when the desk is closed, in seconds.</summary>
    public int ClosingSeconds { get; set; } = 30;

    /// <summary>Whether addresses of this machine are fetched; for tests against a server of their own.</summary>
    public bool AllowsLoopback { get; set; }
}
