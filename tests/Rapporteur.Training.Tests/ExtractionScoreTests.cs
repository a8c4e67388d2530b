using System.Diagnostics;
using System.Text.Json;
using Rapporteur.Training.Extraction;
using Xunit;

namespace Rapporteur.Training.Tests;

public sealed class ExtractionScoreTests
{
    private const string Gold = "The envoy left the talks on Monday. “Nothing to sign,” she said.";

    [Fact]
    public void The_same_words_are_perfect_whatever_stands_between_them()
    {
        var score = new ExtractionScore();
        Assert.Equal((1, 1), score.Add(Gold, Gold.Replace(' ', '\n').Replace("“", "", StringComparison.Ordinal)));
        Assert.All(score.Figures(), figure => Assert.Equal(1, figure.Value));
    }

    [Fact]
    public void Precision_counts_runs_too_many_and_recall_runs_too_few()
    {
        var score = new ExtractionScore();
        Assert.Equal((0.4, 2.0 / 3), score.Add("a b c d e f", "a b c d e q r s"));
        Assert.Equal(0, score.Exact);
    }

    [Fact]
    public void A_run_counts_as_often_as_it_stands_and_fewer_words_than_a_run_are_one()
    {
        Assert.Equal((1, 0.4), new ExtractionScore().Add("a a a a a a a a", "a a a a a"));
        Assert.Equal((1, 1), new ExtractionScore().Add("a b", "a, b!"));
    }

    [Fact]
    public void A_page_without_words_has_no_precision_and_counts_no_less_for_recall()
    {
        var score = new ExtractionScore();
        Assert.Equal((null, 0), score.Add(Gold, " … "));
        score.Add(Gold, Gold);
        Assert.Equal((1, 0.5), (score.Precision, score.Recall));
    }

    [Fact]
    public void It_counts_as_the_published_scorer_does()
    {
        var shared = Shared();
        var gold = Path.Combine(shared, "data", "pages", "gold.json");
        var scorer = Path.Combine(shared, "tools", "score_extraction.py");
        Assert.SkipUnless(File.Exists(gold) && File.Exists(scorer), "The pages with marked texts are not here.");
        using var pages = JsonDocument.Parse(File.ReadAllBytes(gold));

        // Texts that are wrong in many ways: cut short, lengthened, with lines out of order, missing.
        var wrong = pages.RootElement.EnumerateObject().Select((page, k) =>
        {
            var text = page.Value.GetProperty("articleBody").GetString()!;
            return (page.Name, Gold: text, Found: (k % 5) switch
            {
                0 => text[(text.Length / 3)..],
                1 => text + " " + Gold + text[..(text.Length / 4)],
                2 => string.Join('\n', text.Split('\n').Reverse()),
                3 => k % 2 == 0 ? "" : text,
                _ => text.Replace("the", "a", StringComparison.Ordinal),
            });
        }).ToList();
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, wrong.Select(page => JsonSerializer.Serialize(new { id = page.Name, text = page.Found })));
            var published = Published(scorer, gold, path);
            Assert.SkipWhen(published is null, "There is no python3.");
            var score = new ExtractionScore();
            foreach (var page in wrong) score.Add(page.Gold, page.Found);
            Assert.Equal(published, score.ToString());
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
            return output.TrimEnd();
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
