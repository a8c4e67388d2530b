using System.Diagnostics;
using System.Text.Json;
using Rapporteur.Training.Times;
using Xunit;

namespace Rapporteur.Training.Tests;

public sealed class TimeScoreTests
{
    private static readonly TimedArticle Article = new("a", "On Tuesday they met for two days.", null, [new(3, 10, "DATE", "2021-12-14"), new(24, 32, "DURATION", "P2D")]);

    [Fact]
    public void Times_scored_against_themselves_are_perfect()
    {
        var score = new TimeScore();
        score.Add(Article, Article.Times);
        Assert.All(score.Figures(), figure => Assert.Equal(100, figure.Value));
        Assert.Empty(score.Misses);
    }

    [Fact]
    public void A_span_that_overlaps_counts_as_relaxed_only()
    {
        var score = new TimeScore();
        score.Add(Article, [new(0, 10, "DATE", "2021-12-07"), new(24, 32, "DURATION", "P2D"), new(11, 15, "DATE", "2021")]);
        Assert.Equal(("relaxed", 80.0), score.Figures().ElementAt(2));
        Assert.Equal(("strict", 40.0), score.Figures().ElementAt(3));
        Assert.Equal(("value", 40.0), score.Figures().ElementAt(5));
    }

    [Fact]
    public void It_counts_as_the_published_scorer_does()
    {
        var gold = Path.Combine(Shared(), "data", "timex", "timebank.jsonl");
        var scorer = Path.Combine(Shared(), "tools", "score_times.py");
        Assert.SkipUnless(File.Exists(gold) && File.Exists(scorer), "The marked articles are not here.");

        // Predictions that are wrong in many ways: cut short, moved, of another type, left out.
        var score = new TimeScore();
        var lines = new List<string>();
        foreach (var article in TimedArticle.ReadFile(gold))
        {
            var wrong = article.Times.Where((_, k) => k % 7 != 0)
                .Select((t, k) => k % 5 == 0 ? t with { End = t.Start + 1 } : k % 4 == 0 ? t with { Value = "PAST_REF" } : k % 6 == 0 ? t with { Start = t.Start + 2, End = t.End + 9, Type = "SET" } : t).ToList();
            score.Add(article, wrong);
            lines.Add(JsonSerializer.Serialize(new { id = article.Id, timexes = wrong.Select(t => new { span = new[] { t.Start, t.End }, type = t.Type, value = t.Value }) }));
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
