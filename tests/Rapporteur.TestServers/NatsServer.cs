using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rapporteur.TestServers;

/// <summary>
/// A broker for tests, from the system's own package: NATS with JetStream, on a port of the loopback, with everything it keeps in a
/// folder that is gone afterwards. It may be stopped, or killed, and started again on the same port and folder.
/// </summary>
public sealed class NatsServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Concat(["/usr/sbin", "/usr/local/sbin", "/usr/local/bin"]) // Debian's is where only root looks
        .Select(folder => System.IO.Path.Combine(folder, "nats-server")).FirstOrDefault(File.Exists);

    private static readonly Lazy<NatsServer> SharedServer = new(() => new NatsServer());
    private readonly string _folder = Directory.CreateTempSubdirectory("rapporteur-nats-").FullName;
    private Process? _process;

    /// <summary>Starts a broker of one's own, to do harm to it.</summary>
    /// <param name="configuration">Its configuration, which may name users and certificates; JetStream is on, and port and folder are
    /// set, whatever stands there.</param>
    public NatsServer(string configuration = "")
    {
        File.WriteAllText(Path("nats.conf"), configuration);
        Port = Loopback.FreePort();
        try
        {
            Start();
        }
        catch
        {
            Dispose();
            throw;
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>The broker that the tests of this process share, started when the first asks for it. It has one set of streams.</summary>
    public static NatsServer Shared => SharedServer.Value;

    /// <summary>Why there is none, for those who skip tests; null where there is one. In CI there must be one.</summary>
    public static string? WhyNot => Program is not null ? null
        : Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException("nats-server is not installed, and CI must not skip")
        : "nats-server is not installed (Debian: nats-server)";

    public int Port { get; }

    /// <summary>The number of its process.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("It does not run.");

    public string Address => AddressOf("nats");

    /// <summary>Its address where it asks for certificates to be checked.</summary>
    public string SecureAddress => AddressOf("tls");

    /// <summary>What it wrote to its log since it was first started.</summary>
    public string Log => File.Exists(Path("log")) ? File.ReadAllText(Path("log")) : "";

    /// <summary>Users with passwords, who may do everything, for a configuration.</summary>
    public static string Users(params (string Name, string Password)[] users) =>
        $"authorization {{ users = [ {string.Join(", ", users.Select(user => $"{{ user: \"{user.Name}\", password: \"{user.Password}\" }}"))} ] }}\n";

    /// <summary>Certificates, for a configuration.</summary>
    public static string Tls(Certificates certificates) => $"tls {{ cert_file: \"{certificates.Server}\", key_file: \"{certificates.Key}\" }}\n";

    /// <summary>Whether the broker takes a configuration, and what it says of it; nothing is started.</summary>
    public static (bool IsValid, string Message) Check(string file)
    {
        using var process = Process.Start(new ProcessStartInfo(Binary, ["-t", "-c", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode == 0, output + errors.Result);
    }

    /// <summary>Its address for a user.</summary>
    public string AddressFor(string user, string password) => AddressOf("nats", $"{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(password)}@");

    /// <summary>Its address for a user, where certificates are to be checked.</summary>
    public string SecureAddressFor(string user, string password) => AddressOf("tls", $"{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(password)}@");

    /// <summary>A file's name in the broker's folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>Starts it where it was, with what it kept; done when it answers.</summary>
    public void Start()
    {
        if (_process is not null) throw new InvalidOperationException("It runs.");
        _process = Process.Start(Binary, ["-c", Path("nats.conf"), "-a", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-js", "-sd", Path("jetstream"), "-l", Path("log")]);
        var clock = Stopwatch.StartNew();
        while (!Answers())
        {
            if (_process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"nats-server did not start: {Log}");
            Thread.Sleep(20);
        }
    }

    /// <summary>Stops it as an administrator would.</summary>
    public void Stop() => End(() => Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit());

    /// <summary>Stops it as a crash would (<c>kill -9</c>).</summary>
    public void Kill() => End(() => _process!.Kill());

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stops the shared broker, if anybody asked for it: what a test project does at its end.</summary>
    public sealed class Lifetime : IDisposable
    {
        public void Dispose()
        {
            if (SharedServer.IsValueCreated) Shared.Dispose();
        }
    }

    private static string Binary => Program ?? throw new InvalidOperationException(WhyNot);

    private string AddressOf(string scheme, string user = "") => string.Create(CultureInfo.InvariantCulture, $"{scheme}://{user}127.0.0.1:{Port}");

    // It greets whoever connects, and does so only when its streams are there again.
    private bool Answers()
    {
        try
        {
            using var client = new TcpClient { ReceiveTimeout = (int)Patience.TotalMilliseconds };
            client.Connect(IPAddress.Loopback, Port);
            using var reader = new StreamReader(client.GetStream());
            return reader.ReadLine()?.StartsWith("INFO ", StringComparison.Ordinal) == true;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private void End(Action signal)
    {
        if (_process is null) return;
        signal();
        if (!_process.WaitForExit(Patience)) throw new InvalidOperationException($"nats-server did not stop: {Log}");
        _process.Dispose();
        _process = null;
    }
}
