using Rapporteur.Training.Speakers;
using Xunit;

namespace Rapporteur.Training.Tests;

/// <summary>Scores the speaker set, prints its table, and holds the figures above their floors (in per cent).</summary>
public sealed class SpeakerSetTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Speakers");

    [Fact]
    public void The_set_has_fifteen_articles_and_two_hundred_statements_or_more()
    {
        var articles = SpeakerArticle.ReadFolder(Path.Combine(Folder, "open")).Concat(SpeakerArticle.ReadFolder(Path.Combine(Folder, "held-out"))).ToList();
        Assert.True(articles.Count >= 15);
        Assert.True(articles.Sum(a => a.Expected.Count) >= 200);
    }

    [Theory]
    [InlineData("open", 98, 94, 99, 98, 95)]
    [InlineData("held-out", 93, 87, 97, 92, 98)]
    public void Speakers_relays_media_and_days_are_found(string half, int found, int speaker, int relays, int medium, int day)
    {
        var score = new SpeakerScore();
        foreach (var article in SpeakerArticle.ReadFolder(Path.Combine(Folder, half))) score.Add(article, Reader.English.Read(article.Article));
        TestContext.Current.TestOutputHelper?.WriteLine($"{half}\n{score}");
        Assert.True(100 * score["found"] >= found, $"found\n{score}");
        Assert.True(100 * score["speaker"] >= speaker, $"speaker\n{score}");
        Assert.True(100 * score["relays"] >= relays, $"relays\n{score}");
        Assert.True(100 * score["medium"] >= medium, $"medium\n{score}");
        Assert.True(100 * score["day"] >= day, $"day\n{score}");
    }
}
