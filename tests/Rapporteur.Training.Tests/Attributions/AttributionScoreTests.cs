using System.Diagnostics;
using System.Text;
using Rapporteur.Training.Attributions;
using Xunit;

namespace Rapporteur.Training.Tests.Attributions;

/// <summary>The scorer against a small file marked by hand, and against the published scorer where it is at hand.</summary>
public sealed class AttributionScoreTests
{
    private static readonly string Gold = Path.Combine(AppContext.BaseDirectory, "Attributions", "Gold");
    private static readonly string Marked = Path.Combine(Gold, "marked.jsonl");
    private static readonly string Predicted = Path.Combine(Gold, "predicted.jsonl");

    [Fact]
    public void The_report_on_a_small_file_is_the_one_that_was_checked_by_hand() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Gold, "report.txt")).TrimEnd(), Score(Marked, Predicted).ToString());

    [Fact]
    public void What_was_marked_scores_a_hundred_against_itself()
    {
        var score = Score(Marked, Marked);
        Assert.All(score.NamedFigures, figure => Assert.Equal(100, figure.Value));
    }

    [Fact]
    public void No_predictions_score_nothing()
    {
        var score = new AttributionScore();
        foreach (var article in AnnotatedArticle.ReadFile(Marked)) score.Add(article.Text, article.Attributions, []);
        Assert.All(score.NamedFigures, figure => Assert.Equal(0, figure.Value));
    }

    [Fact]
    public void One_predicted_attribution_answers_one_marked_one_only()
    {
        var score = new AttributionScore();
        var article = AnnotatedArticle.ReadFile(Marked)[0];
        score.Add(article.Text, article.Attributions, [.. article.Attributions, .. article.Attributions]);
        Assert.Equal(50, score.Exact.Precision);
        Assert.Equal(100, score.Exact.Recall);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"id\":\"a\",\"attributions\":[]}")]
    [InlineData("{\"id\":\"a\",\"text\":\"Short.\",\"attributions\":[{\"content\":[[0,99]]}]}")]
    [InlineData("{\"id\":\"a\",\"text\":\"Short.\",\"attributions\":[{\"content\":[[\"0\",2]]}]}")]
    public void A_malformed_line_is_named_with_its_number(string line)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "\n" + line + "\n");
            var error = Assert.Throws<InvalidDataException>(() => AnnotatedArticle.ReadFile(file));
            Assert.Contains(file + ":2:", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_published_scorer_gives_the_same_figures_on_the_small_file() =>
        Assert.Equal(Published(Marked, Predicted), Score(Marked, Predicted).ToString());

    [Fact]
    public void The_published_scorer_gives_the_same_figures_on_PolNeAR()
    {
        var gold = Path.Combine(Shared, "data", "polnear", "dev.jsonl");
        Assert.SkipUnless(File.Exists(gold), "PolNeAR is not here.");
        var found = Path.GetTempFileName();
        try
        {
            var score = new AttributionScore();
            using (var output = new StreamWriter(found))
            {
                foreach (var article in AnnotatedArticle.ReadFile(gold))
                {
                    var statements = Reader.English.Read(new Article(article.Text)).Statements;
                    score.Add(article.Text, article.Attributions, statements.Select(s => new MarkedAttribution(s.Source, s.Cue, s.Content)));
                    var points = new Text.CodePoints(article.Text);
                    output.WriteLine($"{{\"id\":\"{article.Id}\",\"attributions\":[{string.Join(',', statements.Select(s =>
                        $"{{\"source\":{Ranges(s.Source, points)},\"cue\":{Ranges(s.Cue, points)},\"content\":{Ranges(s.Content, points)}}}"))}]}}");
                }
            }

            Assert.Equal(Published(gold, found), score.ToString());
        }
        finally
        {
            File.Delete(found);
        }
    }

    private static string Ranges(IEnumerable<Text.Span> spans, Text.CodePoints points) =>
        $"[{string.Join(',', spans.Select(points.FromUtf16).Select(r => $"[{r.Start},{r.End}]"))}]";

    private static AttributionScore Score(string gold, string predicted)
    {
        var score = new AttributionScore();
        var articles = AnnotatedArticle.ReadFile(gold);
        var found = AnnotatedArticle.ReadFile(predicted, articles.ToDictionary(a => a.Id, a => a.Text)).ToDictionary(a => a.Id, a => a.Attributions);
        foreach (var article in articles) score.Add(article.Text, article.Attributions, found.GetValueOrDefault(article.Id, []));
        return score;
    }

    private static string Shared
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Rapporteur.slnx"))) folder = Path.GetDirectoryName(folder);
            return Path.GetFullPath(Path.Combine(folder ?? ".", "..", "shared"));
        }
    }

    private static string Published(string gold, string predicted)
    {
        var scorer = Path.Combine(Shared, "tools", "score_attributions.py");
        Assert.SkipUnless(File.Exists(scorer), "The published scorer is not here.");
        var start = new ProcessStartInfo("python3", [scorer, gold, predicted]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        try
        {
            using var python = Process.Start(start)!;
            var report = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return report.TrimEnd().ReplaceLineEndings("\n");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", "Python is not here.");
            throw;
        }
    }
}
