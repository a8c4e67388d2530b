using System.Diagnostics;
using System.Text;
using Rapporteur.Archive;
using Rapporteur.TestServers;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer.Lifetime))]

namespace Rapporteur.Cli.Tests;

/// <summary>An archive survives whatever ends the command that adds to it.</summary>
public abstract class KillTests : IDisposable
{
    public sealed class OnSqlite : KillTests
    {
        protected override string NewArchive(Command command, string name) => command.Path(name);
    }

    public sealed class OnPostgres : KillTests
    {
        public OnPostgres()
        {
            if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        }

        protected override string NewArchive(Command command, string name) => PostgresServer.Shared.NewSchema();

        [Fact]
        public async Task A_server_that_goes_away_ends_the_run_in_one_line_and_a_rerun_completes_it()
        {
            using var command = new Command();
            using var server = new PostgresServer();
            var lines = Lines();
            var input = command.File("in.jsonl", lines);
            var address = server.Address("postgres");
            using (var run = Add("-", address))
            {
                // What it adds from is not at its end before the server is.
                var half = lines.IndexOf('\n', lines.Length / 2) + 1;
                await run.StandardInput.WriteAsync(lines[..half]);
                await run.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
                WaitUntilSomeAreKept(run, address);
                server.Crash();
                var giving = Task.Run(() => Give(run, lines[half..]), TestContext.Current.CancellationToken);
                var complaints = (await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                await run.WaitForExitAsync(TestContext.Current.CancellationToken);
                await giving;
                Assert.Equal(1, run.ExitCode);
                Assert.Contains("postgres://", Assert.Single(complaints), StringComparison.Ordinal);
            }

            server.Start();
            using (var archive = NewsArchive.Open(address, ArchiveAccess.Read)) Assert.InRange(archive.ArticleCount, 1, Articles - 1);
            using (var rerun = Add(input, address))
            {
                await rerun.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.Equal(0, rerun.ExitCode);
            }

            Assert.Equal(Articles, Contents(address).Length);
        }

        private static void Give(Process run, string lines)
        {
            try
            {
                run.StandardInput.Write(lines);
                run.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has ended.
            }
        }
    }

    private const int Articles = 800, Seed = 9;

    private readonly Command _command = new();

    /// <summary>A place where no archive is yet.</summary>
    protected abstract string NewArchive(Command command, string name);

    public void Dispose() => _command.Dispose();

    // Each takes some seconds: KILLS=50 for the figure in docs/measurements.md.
    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("KILLS"), out var kills) ? kills : Environment.GetEnvironmentVariable("CI") == "true" ? 20 : 3;

    [Fact]
    public void Killed_at_any_moment_it_loses_nothing_doubles_nothing_and_goes_on_where_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kills as POSIX systems do");
        var input = _command.File("in.jsonl", Lines());
        var undisturbed = NewArchive(_command, "undisturbed.archive");
        var clock = Stopwatch.StartNew();
        Add(input, undisturbed).WaitForExit();
        var whole = clock.Elapsed;
        var expected = Contents(undisturbed);
        Assert.Equal(Articles, expected.Length);

        var random = new Random(Seed);
        var partly = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var file = NewArchive(_command, $"killed-{kill}.archive");
            using (var run = Add(input, file))
            {
                // The first as soon as some articles are kept; then later rather than sooner, for the first part of the time goes into starting.
                if (kill == 0) WaitUntilSomeAreKept(run, file);
                else run.WaitForExit(whole * (0.2 + 0.8 * random.NextDouble()));
                run.Kill();
                run.WaitForExit();
            }

            if (NewsArchive.IsOnServer(file) || File.Exists(file))
            {
                using var archive = NewsArchive.Open(file, ArchiveAccess.Write);
                Assert.Empty(archive.Check());
                if (archive.ArticleCount is > 0 and < Articles) partly++;
            }

            using (var rerun = Add(input, file))
            {
                rerun.WaitForExit();
                Assert.Equal(0, rerun.ExitCode);
            }

            Assert.Equal(expected, Contents(file));
        }

        Assert.True(partly > 0, "no kill came while articles were being added");
    }

    private static string Lines() =>
        string.Concat(Enumerable.Range(0, Articles).Select(i => Texts.Line($"a{i}", $"\"We counted {i} boats,\" said Oda Brandt, the harbour master.")));

    private static void WaitUntilSomeAreKept(Process run, string file)
    {
        while (!run.WaitForExit(TimeSpan.FromMilliseconds(5)))
        {
            if (!NewsArchive.IsOnServer(file) && !File.Exists(file)) continue;
            try
            {
                using var archive = NewsArchive.Open(file, ArchiveAccess.Read);
                if (archive.ArticleCount > 0) return;
            }
            catch (ArchiveException)
            {
                // Not yet made whole.
            }
        }
    }

    // A server gives the numbers that a broken run had taken to nobody else.
    private static string[] Contents(string file)
    {
        using var archive = NewsArchive.Open(file, ArchiveAccess.Write);
        Assert.Empty(archive.Check());
        return [.. archive.Articles().Select(article => $"{(NewsArchive.IsOnServer(file) ? null : article.Id as long?)} {article.Version} {archive.Statements(article.Id).Length} {Encoding.UTF8.GetString(archive.Record(article.Id)!.ToJson())}")];
    }

    private static Process Add(string input, string archive)
    {
        var executable = Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli");
        return Process.Start(new ProcessStartInfo(executable, ["add", input, "--archive", archive, "--threads", "1"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
