using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rapporteur.Archive;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Cli.Tests;

/// <summary>What the desk has said is kept is kept, whatever ends it.</summary>
public abstract partial class DeskKillTests : IDisposable
{
    public sealed class OnSqlite : DeskKillTests
    {
        protected override string NewArchive(Command command) => command.Path("desk.archive");
    }

    public sealed class OnPostgres : DeskKillTests
    {
        public OnPostgres()
        {
            if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        }

        protected override string NewArchive(Command command) => PostgresServer.Shared.NewSchema();
    }

    private const int Articles = 2_000, Clients = 8;

    private readonly Command _command = new();

    protected abstract string NewArchive(Command command);

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Two_thousand_adds_by_eight_clients_lose_nothing_though_the_server_is_killed_among_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "kills as POSIX systems do");
        var place = NewArchive(_command);
        var (waiting, answered) = (new ConcurrentQueue<int>(Enumerable.Range(0, Articles)), new ConcurrentDictionary<int, long>());
        using (var desk = await Desk.Open(place))
        {
            var adding = Add(desk.Address, waiting, answered);
            while (answered.Count < Articles / 2) await Task.Delay(5, Cancellation);
            desk.Kill();
            await adding;
        }

        Assert.InRange(answered.Count, Articles / 2, Articles - 1);
        AssertKept(place, answered, Articles);

        // Those that got no answer are sent again, as a client would.
        foreach (var i in Enumerable.Range(0, Articles).Where(i => !answered.ContainsKey(i) && !waiting.Contains(i))) waiting.Enqueue(i);
        using (var desk = await Desk.Open(place))
        {
            await Add(desk.Address, waiting, answered);
            desk.Kill();
        }

        Assert.Equal(Articles, answered.Count);
        AssertKept(place, answered, Articles);
        using var archive = NewsArchive.Open(place, ArchiveAccess.Write);
        Assert.Equal(Articles, archive.ArticleCount);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void AssertKept(string place, ConcurrentDictionary<int, long> answered, int most)
    {
        using var archive = NewsArchive.Open(place, ArchiveAccess.Write);
        Assert.Empty(archive.Check());
        var kept = archive.Articles().ToDictionary(article => article.Id, article => article.Name);
        Assert.InRange(kept.Count, answered.Count, most);
        foreach (var (i, number) in answered) Assert.Equal($"a{i}", kept.GetValueOrDefault(number));
        Assert.Equal(kept.Count, kept.Values.Distinct().Count());
    }

    private static Task Add(Uri address, ConcurrentQueue<int> waiting, ConcurrentDictionary<int, long> answered) => Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
    {
        using var client = new HttpClient { BaseAddress = address };
        while (waiting.TryDequeue(out var i))
        {
            try
            {
                using var answer = await client.PostAsJsonAsync("/api/v1/articles", new { id = $"a{i}", text = $"\"We counted {i} boats,\" said Oda Brandt, the harbour master." }, Cancellation);
                if (answer.IsSuccessStatusCode) answered[i] = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("article").GetInt64();
            }
            catch (HttpRequestException)
            {
                return; // the server is gone
            }
        }
    }));

    /// <summary>The desk as a process of its own.</summary>
    private sealed partial class Desk(Process process, Uri address) : IDisposable
    {
        public Uri Address => address;

        public static async Task<Desk> Open(string archive)
        {
            var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Rapporteur.Cli"), ["desk", "--port", "0", "--archive", archive]) { RedirectStandardError = true, RedirectStandardOutput = true };
            var process = Process.Start(start)!;
            while (await process.StandardError.ReadLineAsync(Cancellation) is { } line)
                if (Opened().Match(line) is { Success: true } opened) return new Desk(process, new Uri(opened.Value));
            throw new InvalidOperationException("the desk did not open");
        }

        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public void Dispose()
        {
            if (!process.HasExited) Kill();
            process.Dispose();
        }

        [GeneratedRegex("http://[0-9.:a-z]+")]
        private static partial Regex Opened();
    }
}
