using System.Diagnostics;
using System.Text.Json;
using Rapporteur.Training.Sourcing;
using Xunit;

namespace Rapporteur.Training.Tests;

public sealed class SourcingScoreTests
{
    [Fact]
    public void A_table_scored_against_itself_is_perfect()
    {
        SourceRow[] table =
        [
            new("The mill will close in May, Joan Tarrow said.", "person", "Joan Tarrow", "owner, Tarrow Mill", "has run it for thirty years"),
            new("Neighbours fear for the swans.", "group", "Neighbours", "", ""),
        ];
        var score = new SourcingScore();
        score.Add("a", table, table);
        Assert.All(score.Figures(), figure => Assert.Equal(100, figure.Value));
    }

    [Fact]
    public void A_longer_row_serves_the_rows_that_it_holds_and_a_shorter_name_with_the_same_last_word_is_the_same()
    {
        var score = new SourcingScore();
        score.Add("a",
            [new("The mill will close in May.", "person", "Joan Tarrow", "", ""), new("Nobody told the swans.", "person", "Joan Tarrow", "", "")],
            [new("The mill will close in May. Nobody told the swans.", "person", "Tarrow", "", "")]);
        Assert.All(score.Figures().Where(f => f.Name is "precision" or "recall" or "name"), figure => Assert.Equal(100, figure.Value));
    }

    [Fact]
    public void What_shares_too_little_is_missed_and_too_much()
    {
        var score = new SourcingScore();
        score.Add("a", [new("The mill will close in May.", "person", "Joan Tarrow", "", "")], [new("The bridge stays open for now.", "person", "Joan Tarrow", "", "")]);
        Assert.Equal(2, score.Misses.Count);
        Assert.All(score.Figures(), figure => Assert.Equal(0, figure.Value));
    }

    [Fact]
    public void Runs_of_one_word_count_only_in_short_texts()
    {
        Assert.Equal(0, MatchingWords.Count(["a", "b", "c", "d"], ["a", "x", "c", "y"]));
        Assert.Equal(2, MatchingWords.Count(["a", "b", "c"], ["a", "x", "c", "y"]));
        Assert.Equal(4, MatchingWords.Count(["a", "b", "q", "c", "d"], ["a", "b", "r", "c", "d"]));
    }

    [Fact]
    public void It_counts_as_the_published_scorer_does()
    {
        var shared = Shared();
        var gold = Path.Combine(shared, "data", "sourcing", "dev.jsonl");
        var scorer = Path.Combine(shared, "tools", "score_sourcing.py");
        Assert.SkipUnless(File.Exists(gold) && File.Exists(scorer), "The tables made by people are not here.");
        var articles = SourcedArticle.ReadFile(gold);

        // A table that is wrong in many ways: rows cut short, names swapped, types changed, rows left out.
        var wrong = articles.Select(a => (a.Id, Rows: a.Rows.Where((_, k) => k % 5 != 0).Select((row, k) => row with
        {
            Statement = k % 3 == 0 ? row.Statement[..(row.Statement.Length / 2)] : k % 7 == 0 ? "Some words of nobody at all." : row.Statement,
            Type = k % 4 == 0 ? "group" : row.Type,
            Name = k % 2 == 0 ? row.Name.Split(' ')[^1] : row.Title,
            Title = k % 3 == 0 ? row.Name : row.Title,
        }).ToList())).ToList();
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, wrong.Select(a => JsonSerializer.Serialize(new
            {
                id = a.Id,
                sources = a.Rows.Select(r => new { statement = r.Statement, type = r.Type, name = r.Name, title = r.Title, justification = r.Justification }),
            })));
            var published = Published(scorer, gold, path);
            Assert.SkipWhen(published is null, "There is no python3.");
            var score = new SourcingScore();
            var found = SourcedArticle.ReadFile(path).ToDictionary(a => a.Id, a => a.Rows);
            foreach (var article in articles) score.Add(article.Id, article.Rows, found[article.Id]);
            foreach (var (name, value) in score.Figures()) Assert.Equal(published.RootElement.GetProperty(name).GetDouble(), value, 0.06);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static JsonDocument? Published(string scorer, string gold, string predicted)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [scorer, gold, predicted, "--json"]) { RedirectStandardOutput = true })!;
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return JsonDocument.Parse(output);
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
