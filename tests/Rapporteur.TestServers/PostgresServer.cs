using System.Diagnostics;
using System.Globalization;

namespace Rapporteur.TestServers;

/// <summary>
/// A PostgreSQL server for tests, from the system's own package, in a folder that is gone afterwards. It listens on a socket in that
/// folder, where everybody is let in, and on a port of the loopback, where a password is asked for.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    public const string User = "rapporteur", Password = "p@ss/w:rd", Wrong = "not-the-password";

    private static readonly string? Binaries = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal).Select(version => System.IO.Path.Combine(version, "bin")).FirstOrDefault(Directory.Exists)
        : null;

    private static readonly Lazy<PostgresServer> SharedServer = new(() => new PostgresServer());
    private readonly string _folder;
    private int _names;

    /// <summary>Starts a server of one's own, to do harm to it.</summary>
    public PostgresServer()
    {
        _folder = Run("mktemp", "-d", "/tmp/rapporteur-postgres-XXXXXX").Trim();
        Write("password", Password);
        Run(Binary("initdb"), "--pgdata", Data, "--username", User, "--pwfile", Path("password"), "--auth-local", "trust", "--auth-host", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        Port = Loopback.FreePort();
        Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>The server that the tests of this process share, started when the first asks for it.</summary>
    public static PostgresServer Shared => SharedServer.Value;

    /// <summary>Why there is none, for those who skip tests; null where there is one. In CI there must be one.</summary>
    public static string? WhyNot => Binaries is not null ? null
        : Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException("PostgreSQL is not installed, and CI must not skip")
        : "PostgreSQL is not installed (Debian: postgresql)";

    public int Port { get; }

    /// <summary>The number of its first process, which starts the others.</summary>
    public int ProcessId => int.Parse(File.ReadLines(System.IO.Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>The address of a new, empty database, by the socket.</summary>
    public string NewDatabase()
    {
        var name = NewName();
        Sql($"CREATE DATABASE {name}");
        return Address(name);
    }

    /// <summary>The address of a new, empty schema, which is made faster than a database.</summary>
    public string NewSchema()
    {
        var name = NewName();
        Sql($"CREATE SCHEMA {name}");
        return $"{Address("postgres")}&search_path={name}";
    }

    /// <summary>A database's address by the socket.</summary>
    public string Address(string database) => string.Create(CultureInfo.InvariantCulture, $"postgres:///{database}?host={_folder}&port={Port}&user={User}");

    /// <summary>A database's address by the port.</summary>
    public string AddressByPort(string database, string password = Password) =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://{User}:{Uri.EscapeDataString(password)}@127.0.0.1:{Port}/{database}");

    /// <summary>The name of the database in an address that <see cref="NewDatabase"/> gave.</summary>
    public static string NameOf(string address) => new Uri(address).AbsolutePath.Trim('/');

    /// <summary>A file's name in the server's folder, where its programs may write.</summary>
    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>Writes a file into the server's folder, for its eyes alone, as it wants its keys; its settings are in <c>data/</c>, and hold when it is started anew.</summary>
    public void Write(string name, string text) => Run("sh", "-c", "umask 077; printf %s \"$1\" > \"$0\"", Path(name), text);

    /// <summary>Runs a statement, and gives what it says.</summary>
    public string Sql(string sql, string database = "postgres") => Command("psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--dbname", database, "--command", sql);

    /// <summary>Runs one of the server's own programs against it.</summary>
    public string Command(string program, params string[] arguments) =>
        Run([Binary(program), "--host", _folder, "--port", Port.ToString(CultureInfo.InvariantCulture), "--username", User, .. arguments]);

    public void Start() =>
        Run(Binary("pg_ctl"), "start", "--wait", "--silent", "--pgdata", Data, "--log", Path("log"),
            "--options", string.Create(CultureInfo.InvariantCulture, $"-k {_folder} -p {Port} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=64MB -c max_connections=200"));

    /// <summary>Stops it as an administrator would, who does not wait: connections are ended, transactions rolled back.</summary>
    public void Stop() => End("fast");

    /// <summary>Stops it as a crash would: no transaction is completed.</summary>
    public void Crash() => End("immediate");

    /// <summary>Stops the shared server, if anybody asked for it: what a test project does at its end.</summary>
    public sealed class Lifetime : IDisposable
    {
        public void Dispose()
        {
            if (SharedServer.IsValueCreated) Shared.Dispose();
        }
    }

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        if (File.Exists(System.IO.Path.Combine(Data, "postmaster.pid"))) Crash();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path("data");

    private void End(string mode) => Run(Binary("pg_ctl"), "stop", "--wait", "--silent", "--mode", mode, "--pgdata", Data);

    private string NewName() => string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _names)}");

    private static string Binary(string program) => System.IO.Path.Combine(Binaries ?? throw new InvalidOperationException(WhyNot), program);

    // The server refuses to run as root; Debian has a user for it.
    private static string Run(params string[] command)
    {
        if (Environment.UserName == "root") command = ["runuser", "-u", "postgres", "--", .. command];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', command)}: {errors.Result}");
    }
}
