using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Tests;

namespace Rapporteur.Benchmarks;

/// <summary>
/// Times published commands as a user runs them: <c>table RAPPORTEUR EMPTY</c>, the paths of the two published programs. Each
/// figure is the median of several runs; words a second are those of the processor's time, so that a busy machine counts for
/// less.
/// </summary>
internal static class WholeCommandTable
{
    private const int Runs = 7;
    private const int Articles = 1000;

    public static int Run(string[] args)
    {
        if (args is not [var rapporteur, var empty])
        {
            Console.Error.WriteLine("usage: table PATH-OF-RAPPORTEUR PATH-OF-EMPTY-PROGRAM");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("rapporteur-bench").FullName;
        try
        {
            var article = Path.Combine(folder, "article.txt");
            File.WriteAllText(article, News.Article(1));
            var lines = Path.Combine(folder, "articles.jsonl");
            var words = WriteArticles(lines);

            var count = words.ToString("N0", CultureInfo.InvariantCulture);

            var nothing = Median(() => Measure(empty, "", null, 1));
            var one = Median(() => Measure(rapporteur, $"read --format json {article}", null, 1));
            var single = Median(() => Measure(rapporteur, "pipe --threads 1", lines, 1), runs: 3);
            var both = Median(() => Measure(rapporteur, "pipe --threads 2", lines, 2), runs: 3);
            Console.WriteLine("| what | measured |");
            Console.WriteLine("|---|---|");
            Row("an empty program", string.Create(CultureInfo.InvariantCulture, $"{nothing.Wall:F0} ms"));
            Row("one article (`read`)", string.Create(CultureInfo.InvariantCulture, $"{one.Wall:F0} ms, {one.Wall / nothing.Wall:F1} times the empty program; {one.Peak / 1e6:F0} MB"));
            Row($"{count} words (`pipe`), one core", string.Create(CultureInfo.InvariantCulture, $"{words / (single.Processor / 1000):N0} words a second; {single.Peak / 1e6:F0} MB"));
            Row($"{count} words (`pipe`), two cores", string.Create(CultureInfo.InvariantCulture, $"{words / (both.Wall / 1000):N0} words a second by the clock; {both.Peak / 1e6:F0} MB"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Row(string what, string value) => Console.WriteLine($"| {what} | {value} |");

    private static int WriteArticles(string path)
    {
        var words = 0;
        using var output = new StreamWriter(path);
        for (var number = 0; number < Articles; number++)
        {
            var text = News.Article(number);
            words += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            output.WriteLine($"{{\"id\":\"{number}\",\"text\":{JsonSerializer.Serialize(text)}}}");
        }

        return words;
    }

    private readonly record struct Cost(double Wall, double Processor, long Peak);

    private static Cost Median(Func<Cost> measure, int runs = Runs)
    {
        measure();
        return Enumerable.Range(0, runs).Select(_ => measure()).OrderBy(cost => cost.Wall).ElementAt(runs / 2);
    }

    private static Cost Measure(string program, string arguments, string? input, int cores)
    {
        var redirect = $"<{input ?? "/dev/null"} >/dev/null";
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec taskset -c {(cores == 1 ? "0" : "0,1")} {program} {arguments} {redirect}"]);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        long peak = 0;
        double processor = 0;
        while (!process.WaitForExit(2))
        {
            // Both are gone with the process, so they are asked for while it runs.
            peak = Math.Max(peak, PeakOf(process.Id));
            try
            {
                process.Refresh();
                processor = process.TotalProcessorTime.TotalMilliseconds;
            }
            catch (InvalidOperationException)
            {
                break;
            }
        }

        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}");
        return new Cost(clock.Elapsed.TotalMilliseconds, processor, peak);
    }

    private static long PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
