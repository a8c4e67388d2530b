using System.Text.Json.Nodes;
using Rapporteur.Deploy.Tests.Chaos;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Deploy.Tests.Servers;

/// <summary>Broker and store come back from their backups, as docs/scale.md says.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("restore-").FullName;

    public RestoreTests()
    {
        if ((NatsServer.WhyNot ?? PostgresServer.WhyNot) is { } reason) Assert.Skip(reason);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_brokers_folder_that_was_copied_while_it_stood_still_is_the_queue_on_another_machine()
    {
        using var broker = new NatsServer();
        using var elsewhere = new NatsServer();
        var articles = Write("news.jsonl", ShortNews.Lines(40, seed: 5));
        var archive = Path.Combine(_folder, "news.archive");
        Submit(broker, articles);
        Done("queue", "pause", "--queue", broker.Address);
        broker.Stop();
        elsewhere.Stop();
        Directory.Delete(elsewhere.Path("jetstream"), recursive: true);
        Assert.Equal(0, Programs.Run("cp", ["-a", broker.Path("jetstream"), elsewhere.Path("jetstream")]).ExitCode);
        elsewhere.Start();

        Assert.Equal((40, true), Status(elsewhere) is var status ? ((int)status["waiting"]!, (bool)status["isPaused"]!) : default);
        Assert.StartsWith("0 queued, ", Submit(elsewhere, articles), StringComparison.Ordinal); // it remembers what it was given
        Done("queue", "resume", "--queue", elsewhere.Address);
        Work(elsewhere, archive);
        Assert.Equal(40, Records(archive).Length);
    }

    [Fact]
    public void A_store_that_was_restored_has_everything_again_when_what_came_since_is_submitted_again()
    {
        using var broker = new NatsServer();
        using var store = new PostgresServer();
        var (before, after) = (store.NewDatabase(), store.NewDatabase());
        var lines = ShortNews.Lines(80, seed: 6);
        var (early, late) = (Write("early.jsonl", lines[..40]), Write("late.jsonl", lines[40..]));
        Submit(broker, early);
        Work(broker, before);
        var dump = store.Path("dump");
        store.Command("pg_dump", "--format", "custom", "--file", dump, PostgresServer.NameOf(before));
        Submit(broker, late);
        Work(broker, before);
        var whole = Records(before);

        store.Command("pg_restore", "--exit-on-error", "--no-owner", "--dbname", PostgresServer.NameOf(after), dump);
        Assert.True(Records(after).Length < whole.Length);
        Assert.StartsWith("0 queued, ", Submit(broker, late), StringComparison.Ordinal); // the broker remembers what the store has forgotten
        Submit(broker, late, "--again");
        Work(broker, after);
        Assert.Equal(whole.Order(StringComparer.Ordinal), Records(after).Order(StringComparer.Ordinal));
    }

    private string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static string Done(params string[] arguments)
    {
        var outcome = Programs.Run(Programs.Rapporteur, arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return outcome.Text;
    }

    private static string Submit(NatsServer broker, string input, params string[] options) => Done(["submit", input, "--queue", broker.Address, .. options]);

    private static JsonNode Status(NatsServer broker) => JsonNode.Parse(Done("queue", "--format", "json", "--queue", broker.Address))!;

    private static string[] Records(string archive) => Done("export", "--to", "jsonl", "--archive", archive).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Until nothing waits.
    private static void Work(NatsServer broker, string archive)
    {
        using var workers = new Workforce(broker.Address, archive);
        workers.Start();
        for (var left = int.MaxValue; left > 0;)
        {
            Assert.True(workers.AllRun, string.Join('\n', workers.Said));
            Thread.Sleep(100);
            left = (int)Status(broker)["waiting"]! + (int)Status(broker)["inHand"]!;
        }

        workers.SendHome();
    }
}
