using System.Diagnostics;
using System.Text.Json;
using Rapporteur.Training.Events;
using Xunit;

namespace Rapporteur.Training.Tests;

public sealed class EventScoreTests
{
    private static readonly CodedRecord Record = new("a", "Norway met Sweden.", null, [new("CONSULT", ["NORGOV"], ["SWE"])]);

    [Fact]
    public void Countries_are_compared_by_the_first_three_letters()
    {
        var score = new EventScore();
        score.Add(Record, [new("CONSULT", ["NOR"], ["SWEMIL", "DNK"])]);
        Assert.Equal(100, score.Figures().Single(f => f.Name == "all").Value);
        Assert.Empty(score.Misses);
    }

    [Fact]
    public void A_second_event_counts_as_extra_and_not_as_first()
    {
        var score = new EventScore();
        score.Add(Record, [new("SUPPORT", ["NOR"], ["SWE"]), new("CONSULT", ["NOR"], [])]);
        var figures = score.Figures().ToDictionary(f => f.Name, f => f.Value);
        Assert.Equal(100, figures["found"]);
        Assert.Equal(0, figures["first"]);
        Assert.Equal(0, figures["target"]);
        Assert.Equal(1, figures["extra"]);
    }

    [Fact]
    public void It_counts_as_the_published_scorer_does()
    {
        var gold = Path.Combine(Shared(), "data", "plover", "dev.jsonl");
        var scorer = Path.Combine(Shared(), "tools", "score_events.py");
        Assert.SkipUnless(File.Exists(gold) && File.Exists(scorer), "The coded records are not here.");

        // Predictions that are wrong in many ways: another type, actors left out, events too many, none at all.
        var score = new EventScore();
        var lines = new List<string>();
        foreach (var (k, record) in CodedRecord.ReadFile(gold).Index())
        {
            var right = record.Events[0];
            MarkedEvent[] wrong = (k % 6) switch
            {
                0 => [],
                1 => [right with { Type = "FIGHT" }, right],
                2 => [right with { Source = [] }],
                3 => [right with { Target = ["XXX"] }, right with { Source = ["XXX"] }],
                _ => [right],
            };
            score.Add(record, wrong);
            lines.Add(JsonSerializer.Serialize(new { id = record.Id, events = wrong.Select(e => new { @event = e.Type, source = e.Source, target = e.Target }) }));
        }

        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, lines);
            var published = Published(scorer, gold, path);
            Assert.SkipWhen(published is null, "There is no python3.");
            Assert.Equal(published.Trim(), score.ToString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Published(string scorer, string gold, string predicted)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [scorer, gold, predicted]) { RedirectStandardOutput = true })!;
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Shared()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Rapporteur.slnx"))) return Path.GetFullPath(Path.Combine(folder, "..", "shared"));
        throw new InvalidOperationException("The tests do not lie inside the repository.");
    }
}
