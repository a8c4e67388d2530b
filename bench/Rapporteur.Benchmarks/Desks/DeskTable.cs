using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Rapporteur.Archive;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Benchmarks.Archives;
using Rapporteur.Desk;

namespace Rapporteur.Benchmarks.Desks;

/// <summary>
/// Opens a desk on an archive that <c>archive COUNT FILE</c> filled and asks it for every kind of page, with so many readers at once:
/// <c>desk FILE [READERS] [SECONDS] [PAUSE]</c>. Each reader asks for the next page as soon as it has one, or after a pause of so many
/// milliseconds on average; each page has words, names and days of its own. Client and server share the machine.
/// </summary>
internal static class DeskTable
{
    private const int Seed = 6, UsualReaders = 20, UsualSeconds = 60, SecondsBefore = 20, AskedAlone = 20, First = 1, FirstBefore = 1000;
    private const double MostMilliseconds = 300;

    public static int Run(string[] args)
    {
        if (args is not [var path, ..])
        {
            Console.Error.WriteLine("usage: desk FILE [READERS] [SECONDS] [PAUSE]");
            return 2;
        }

        var readers = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : UsualReaders;
        var seconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : UsualSeconds;
        var pause = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
        using var archive = NewsArchive.Open(path, ArchiveAccess.Write);
        using var desk = DeskServer.Create(archive, new DeskOptions { Address = "http://127.0.0.1:0" });
        desk.StartAsync().GetAwaiter().GetResult();
        var pages = Pages(new SyntheticNews(Seed), archive.ArticleCount);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = readers }) { BaseAddress = new Uri(desk.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };

        // For a while first, with other words: what is compiled, and compiled anew because it is often called, is not counted.
        Read(client, pages, readers, TimeSpan.FromSeconds(SecondsBefore), 0, FirstBefore).GetAwaiter().GetResult();
        var processor = pages.ToDictionary(page => page.Name, page => Processor(client, page.Name, page.Address));
        var costs = Read(client, pages, readers, TimeSpan.FromSeconds(seconds), pause, First).GetAwaiter().GetResult();
        desk.StopAsync().GetAwaiter().GetResult();
        return Report(costs, processor);
    }

    // What one page costs of processors, client and server together: whatever else the machine does counts little here.
    private static double Processor(HttpClient client, string name, Func<Random, string> address)
    {
        var random = new Random(Seed);
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < AskedAlone; i++) Ask(client, name, address(random)).GetAwaiter().GetResult();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / AskedAlone;
    }

    // Each kind of page as readers come by it; addresses differ, so that little is found in memory.
    private static List<(string Name, Func<Random, string> Address)> Pages(SyntheticNews news, long articles)
    {
        string Common(Random r) => news.Words[r.Next(30)];
        string Usual(Random r) => news.Words[r.Next(30, 2000)];
        string Name(Random r) => Uri.EscapeDataString(news.Speaker((int)(4000 * Math.Pow(r.NextDouble(), 3))));
        long Article(Random r) => r.NextInt64(1, articles + 1);
        string Day(Random r) => new DateOnly(2024, 1, 1).AddDays(r.Next(360)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Actor(Random r) => new[] { "TAL", "QUI", "VEL", "MER", "ORR", "SUN", "HAL", "PEL" }[r.Next(8)];
        return
        [
            ("first page", r => $"/?before={Article(r)}"),
            ("article", r => $"/articles/{Article(r)}"),
            ("search, a word", r => $"/search?q={Usual(r)}"),
            ("search, a common word", r => $"/search?q={Common(r)}%20{Usual(r)}"),
            ("search, the latest", r => $"/search?q={Common(r)}&sort=newest&page={r.Next(1, 5)}"),
            ("search, a speaker", r => $"/search?q=speaker:%22{Name(r)}%22"),
            ("search, days and acts", r => $"/search?q=act:threaten%20actor:{Actor(r)}%20day:{Day(r)[..7]}"),
            ("speakers", r => $"/speakers?sort={(r.Next(2) == 0 ? "last" : "name")}"),
            ("speakers, looked for", r => $"/speakers?q={Name(r)[..2]}"),
            ("a speaker", r => $"/speakers/{Name(r)}"),
            ("actors", _ => "/actors"),
            ("an actor", r => $"/actors/{Actor(r)}"),
            ("timeline, a word", r => $"/timeline?q={Usual(r)}"),
            ("timeline, by speaker", r => $"/timeline?q={Usual(r)}&by=speaker"),
            ("timeline, all", _ => "/timeline"),
            ("network, a word", r => $"/network?q={Usual(r)}"),
            ("network, days", r => $"/network?from={Day(r)}&to={Day(r)[..4]}&least=2"),
            ("happenings, a week", r => $"/happenings?to={Day(r)}"),
            ("a happening", r => $"/happenings/{Article(r)}"),
            ("printings of a quotation", r => $"/compare/{Article(r)}-s{r.Next(1, 5)}"),
            ("an article compared", r => $"/articles/{Article(r)}/compare"),
            ("verify", r => $"/verify?article={Article(r)}&against={Article(r)}"),
        ];
    }

    private static async Task<Dictionary<string, List<double>>> Read(HttpClient client, List<(string Name, Func<Random, string> Address)> pages, int readers, TimeSpan time, int pause, int first)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => Task.Run(async () =>
        {
            var random = new Random(first + reader);
            var costs = new List<(string Name, double Cost)>();
            while (clock.Elapsed < time)
            {
                if (pause > 0) await Task.Delay(random.Next(2 * pause));
                var (name, address) = pages[random.Next(pages.Count)];
                costs.Add((name, await Ask(client, name, address(random))));
            }

            return costs;
        })));
        return all.SelectMany(costs => costs).GroupBy(cost => cost.Name).ToDictionary(group => group.Key, group => group.Select(cost => cost.Cost).Order().ToList());
    }

    private static async Task<double> Ask(HttpClient client, string name, string address)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        if ((int)answer.StatusCode >= 500) throw new InvalidOperationException($"{name}: {address} gave {answer.StatusCode}");
        return clock.Elapsed.TotalMilliseconds;
    }

    private static int Report(Dictionary<string, List<double>> costs, Dictionary<string, double> processor)
    {
        Console.WriteLine("| page | processor ms | asked | p50 ms | p95 ms |\n|---|---:|---:|---:|---:|");
        foreach (var (name, sorted) in costs.OrderBy(page => page.Key, StringComparer.Ordinal)) Line(name, processor[name], sorted);
        Line("**all**", processor.Values.Average(), [.. costs.Values.SelectMany(cost => cost).Order()]);
        return costs.Values.All(sorted => At(sorted, 95) < MostMilliseconds) ? 0 : 1;
    }

    private static void Line(string name, double processor, List<double> sorted) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {processor:F0} | {sorted.Count} | {At(sorted, 50):F0} | {At(sorted, 95):F0} |"));

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
