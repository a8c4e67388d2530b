using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rapporteur.Archive;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;

namespace Rapporteur.Benchmarks.Archives;

/// <summary>
/// Fills an archive with synthetic articles and looks in it: <c>archive COUNT FILE|ADDRESS [WRITERS [YEARS]]</c>. What it costs to make the articles is
/// left out; an archive that is there is filled up. Writers are as many that add at once as if each were a machine.
/// </summary>
internal static class ArchiveTable
{
    private const int Batch = 64, Portion = 4096, Seed = 6, Queries = 400, SlowestNamed = 10, ShareOfStart = 10;

    public static int Run(string[] args)
    {
        if (args is not [var countText, var path, .. var rest] || !int.TryParse(countText, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !int.TryParse(rest is [var given, ..] ? given : "1", NumberStyles.None, CultureInfo.InvariantCulture, out var writers) || writers < 1
            || !int.TryParse(rest is [_, var last] ? last : "1", NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years < 1)
        {
            Console.Error.WriteLine("usage: archive COUNT FILE|ADDRESS [WRITERS [YEARS]]");
            return 2;
        }

        var news = new SyntheticNews(Seed, years, count);
        using var archive = NewsArchive.Open(path, ArchiveAccess.Write);
        var text = Fill(path, news, count, writers);
        if (!NewsArchive.IsOnServer(path)) Print("archive.size-to-text", new FileInfo(path).Length / (double)text);
        Look(new StatementSearch(archive), Searches(news));
        return 0;
    }

    // A portion at a time is made ready and then added, so that making it does not count as adding it.
    private static long Fill(string path, SyntheticNews news, int count, int writers)
    {
        var costs = new List<double>();
        var (text, ready, added, worked) = (0L, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        NewsArchive[] archives = [.. Enumerable.Range(0, writers).Select(_ => NewsArchive.Open(path, ArchiveAccess.Write))];
        for (var start = 0; start < count; start += Portion)
        {
            var records = Enumerable.Range(start, Math.Min(Portion, count - start)).Select(number => news.Article(number).Record).ToList();
            text += records.Sum(record => (long)Encoding.UTF8.GetByteCount(record.Document.Text));
            var clock = Stopwatch.StartNew();
            var batches = new ConcurrentQueue<ArchiveEntry[]>(records.Select(ArchiveEntry.Of).Chunk(Batch));
            ready += clock.Elapsed;
            clock.Restart();
            var before = Environment.CpuUsage.TotalTime;
            Parallel.ForEach(archives, new ParallelOptions { MaxDegreeOfParallelism = writers }, archive =>
            {
                while (batches.TryDequeue(out var batch))
                {
                    var cost = Stopwatch.StartNew();
                    archive.Add(batch);
                    lock (costs) costs.Add(cost.Elapsed.TotalMilliseconds / batch.Length);
                }
            });
            added += clock.Elapsed;
            worked += Environment.CpuUsage.TotalTime - before;
            Console.Error.WriteLine($"{start + records.Count} articles, {clock.Elapsed.TotalMilliseconds / records.Count:F2} ms each");
        }

        foreach (var archive in archives) archive.Dispose();

        // Sorted batches of a tenth: a median at either end, so that what else the machine does counts for little.
        var share = Math.Max(1, costs.Count / ShareOfStart);
        var (first, last) = (Median(costs.Take(share)), Median(costs.TakeLast(share)));
        Print("archive.ready-ms", ready.TotalMilliseconds / count);
        Print("archive.add-processor-ms", worked.TotalMilliseconds / count);
        Print("archive.add-ms-first-tenth", first);
        Print("archive.add-ms-last-tenth", last);
        Print("archive.add-growth", last / first);
        Print("archive.articles-a-second", count / added.TotalSeconds);
        return text;
    }

    // One of each sort that people ask for, common and rare words by turns.
    private static IEnumerable<string> Searches(SyntheticNews news)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Queries; i++)
        {
            var common = news.Words[random.Next(30)];
            var usual = news.Words[random.Next(30, 2000)];
            var rare = news.Words[random.Next(2000, 20_000)];
            yield return (i % 10) switch
            {
                0 => usual,
                1 => rare,
                2 => common,
                3 => $"{common} {usual}",
                4 => $"\"the {common}\"",
                5 => $"speaker:\"{news.Speaker(random.Next(200))}\" {common}",
                6 => $"act:threaten actor:tal day:2024-0{random.Next(1, 9)}",
                7 => $"{usual} kind:direct -outlet:news OR {rare}",
                8 => $"\"we will\" {common} day:2024-03-05..2024-04-11",
                _ => $"role:senator addressee:{news.Speaker(random.Next(100)).Split(' ')[0]}",
            };
        }
    }

    private static void Look(StatementSearch search, IEnumerable<string> searches)
    {
        var costs = new List<double>();
        var slow = new List<(double Cost, string Query)>();
        foreach (var text in searches)
        {
            var clock = Stopwatch.StartNew();
            search.Find(StatementQuery.Parse(text), SearchOrder.Relevance);
            costs.Add(clock.Elapsed.TotalMilliseconds);
            slow.Add((costs[^1], text));
        }

        costs.Sort();
        Print("archive.find-ms-median", Median(costs));
        Print("archive.find-ms-p95", costs[costs.Count * 95 / 100]);
        foreach (var (cost, text) in slow.OrderByDescending(query => query.Cost).Take(SlowestNamed)) Console.Error.WriteLine($"{cost:F0} ms: {text}");
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(string figure, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure} {value:F2}"));
}
