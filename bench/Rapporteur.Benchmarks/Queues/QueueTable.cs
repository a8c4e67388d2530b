using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rapporteur.Queue;
using Rapporteur.TestServers;
using Rapporteur.Tests;

namespace Rapporteur.Benchmarks.Queues;

/// <summary>
/// What it costs to read by way of queue and store: <c>queue RAPPORTEUR [ARTICLES | FILE]</c>, with the path of the published command,
/// and how many articles are to be made or a file of JSON Lines with them. The same articles are read by <c>pipe</c>, by one worker,
/// and by two; broker and store run beside them on the same machine.
/// </summary>
internal static class QueueTable
{
    private const int UsualArticles = 6000, MemoryFrom = 1000;

    public static int Run(string[] args)
    {
        if (args is not [var command, ..] || (NatsServer.WhyNot ?? PostgresServer.WhyNot) is not null)
        {
            Console.Error.WriteLine("usage: queue PATH-OF-RAPPORTEUR [ARTICLES | FILE], with nats-server and PostgreSQL installed");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("rapporteur-bench").FullName;
        try
        {
            var given = args is [_, var path] && File.Exists(path) ? path : null;
            var input = given ?? Path.Combine(folder, "articles.jsonl");
            if (given is null) Write(input, args is [_, var number] ? int.Parse(number, CultureInfo.InvariantCulture) : UsualArticles);
            var articles = File.ReadLines(input).Count();
            var words = File.ReadLines(input).Sum(line => (long)((string)JsonNode.Parse(line)!["text"]!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {words:N0} words"));
            Console.WriteLine("\n| run | seconds | articles a second | processor: reading | store | broker |\n|---|---|---|---|---|---|");
            var pipes = new[] { Pipe(command, input, articles, 1), Pipe(command, input, articles, 2) };
            var one = Work(command, input, articles, workers: 1, threads: 1);
            var two = Work(command, input, articles, workers: 2, threads: 1);
            var both = Work(command, input, articles, workers: 1, threads: 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ntwo workers of one thread: {one.Seconds / two.Seconds:F2} times one"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"queue and store cost {one.By(pipes[0]):F0} % of the time of pipe with one thread, {both.By(pipes[1]):F0} % with two, where readers, broker and store share the processors"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all processes together take {one.ProcessorBy(pipes[0]):F0} % more processor time than pipe with one thread, {both.ProcessorBy(pipes[1]):F0} % with two"));
            if (one.MemoryAtFirst > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory of a worker: {one.MemoryAtFirst >> 20} MB after {MemoryFrom:N0} articles, {one.MemoryAtEnd >> 20} MB at the end: {(double)one.MemoryAtEnd / one.MemoryAtFirst:F2} times"));
            Console.WriteLine(one.Sizes);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Cost(double Seconds, double Processor, long MemoryAtFirst, long MemoryAtEnd, string Sizes)
    {
        public double By(Cost other) => (Seconds / other.Seconds - 1) * 100;

        public double ProcessorBy(Cost other) => (Processor / other.Processor - 1) * 100;
    }

    private static void Write(string path, int articles)
    {
        using var output = new StreamWriter(path);
        for (var number = 0; number < articles; number++)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                id = $"a{number}", url = $"https://meridian.example/{number}", outlet = "Meridian Wire", published = new DateOnly(2024, 1, 1).AddDays(number % 366).ToString("O"),
                text = $"{News.Article(number)}\n\nThis is notice {number} of the harbour board.",
            }));
        }
    }

    private static Cost Pipe(string command, string input, int articles, int threads)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start("/bin/sh", ["-c", $"exec {command} pipe --threads {threads} < {input} > /dev/null"]);
        var processor = 0.0;
        while (!process.WaitForExit(50)) processor = Math.Max(processor, Cpu.Of(process.Id)); // it is gone with the process
        var seconds = clock.Elapsed.TotalSeconds;
        Row($"`pipe --threads {threads}`", seconds, articles, $"{processor / articles * 1000:F2} ms | |");
        return new Cost(seconds, processor, 0, 0, "");
    }

    private static Cost Work(string command, string input, int articles, int workers, int threads)
    {
        var figures = Loopback.FreePort();
        using var broker = new NatsServer($"http: \"127.0.0.1:{figures}\"\n");
        using var store = new PostgresServer();
        var address = store.Address("postgres");
        Finish(Start("submit", input, "--most", "1000000"));
        var queue = NewsQueue.OpenAsync(new QueueAddress(broker.Address)).GetAwaiter().GetResult();
        var waiting = queue.StatusAsync().GetAwaiter().GetResult();
        var (brokerBefore, storeBefore, before) = (Broker(), Cpu.OfFamily(store.ProcessId), Messages(figures));
        var clock = Stopwatch.StartNew();
        var running = Enumerable.Range(0, workers).Select(_ => Start("worker", "--threads", $"{threads}", "--archive", address)).ToList();
        var (first, left) = (0L, long.MaxValue);
        while (left > 0)
        {
            Thread.Sleep(50);
            left = queue.CountAsync().GetAwaiter().GetResult();
            if (first == 0 && articles - left >= MemoryFrom) first = Memory(running[0]);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var end = Memory(running[0]);
        var (reading, storing, passing) = (running.Sum(worker => Cpu.Of(worker.Id)), Cpu.OfFamily(store.ProcessId) - storeBefore, Broker() - brokerBefore);
        Row($"{workers} × `worker --threads {threads}`", seconds, articles, $"{reading / articles * 1000:F2} ms | {storing / articles * 1000:F2} ms | {passing / articles * 1000:F2} ms");
        var messages = Messages(figures) - before;
        foreach (var worker in running)
        {
            Process.Start("kill", ["-TERM", $"{worker.Id}"]).WaitForExit();
            Finish(worker);
        }

        queue.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new Cost(seconds, reading + storing + passing, first, end, string.Create(CultureInfo.InvariantCulture,
            $"at the broker, an article: {waiting.Bytes / (double)articles:F0} bytes, {messages / (double)articles:F1} messages while it is read\nin the store, an article (tables with their indexes):\n{Sizes(store, articles)}"));

        double Broker() => Cpu.Of(broker.ProcessId);

        Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(command, [.. arguments, "--queue", broker.Address]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    private static void Finish(Process process)
    {
        process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(errors);
        process.Dispose();
    }

    private static long Memory(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    private static long Messages(int port)
    {
        using var client = new HttpClient();
        var figures = JsonNode.Parse(client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/varz")).GetAwaiter().GetResult())!;
        return (long)figures["in_msgs"]! + (long)figures["out_msgs"]!;
    }

    private static string Sizes(PostgresServer store, int articles)
    {
        store.Sql("VACUUM");
        return store.Sql(
            $"""
            SELECT whole, (sum(bytes) / {articles})::int FROM (
                SELECT coalesce((SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = oid), relname) AS whole, pg_total_relation_size(oid) AS bytes
                FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS tables
            GROUP BY whole ORDER BY sum(bytes) DESC LIMIT 10
            """);
    }

    private static void Row(string run, double seconds, int articles, FormattableString processor) =>
        Console.WriteLine(FormattableString.Invariant($"| {run} | {seconds:F1} | {articles / seconds:F0} | {FormattableString.Invariant(processor)} |"));
}
