using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>What cannot be read is put aside, and nothing is lost by that.</summary>
public sealed class ParkedTests : QueueTest
{
    private async Task Publish(string line) =>
        await Queue.Streams.Context.PublishAsync("rapporteur.articles", System.Text.Encoding.UTF8.GetBytes(line), cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_is_no_article_is_parked_at_once_with_its_reason_and_the_rest_is_stored()
    {
        await Publish("{\"text\": ");
        await Submit(Article(1));
        await Publish("{\"text\": \" \"}");
        await WorkAll();
        Assert.Equal(1, Archive.ArticleCount);
        var parked = await Parked();
        Assert.Equal(["not JSON at byte 10", "the text is empty"], parked.Select(message => message.Error));
        Assert.All(parked, message => Assert.Equal(("article", 1L), (message.Kind, message.Attempts)));
    }

    [Fact]
    public async Task What_fails_for_a_time_is_tried_again_and_then_parked()
    {
        await Submit(Article(1));
        await Queue.Streams.Context.PublishAsync("rapporteur.articles", Array.Empty<byte>(), headers: new() { ["Rapporteur-Object"] = "gone" }, cancellationToken: TestContext.Current.CancellationToken);
        await WorkAll();
        Assert.Equal(1, Archive.ArticleCount);
        Assert.Equal(3, Assert.Single(await Parked()).Attempts);
    }

    [Fact]
    public async Task A_text_that_would_take_too_long_is_parked_unread()
    {
        await Submit(Article(1) with { Text = string.Concat(Enumerable.Repeat("Nobody said anything. ", 1000)) }, Article(2));
        await WorkAll(Hasty with { LongestText = 10_000 });
        Assert.Contains("more than the 10,000 that a worker reads", Assert.Single(await Parked()).Error, StringComparison.Ordinal);
        Assert.Equal("https://meridian.example/2", Assert.Single(Archive.Articles()).Url);
    }

    [Fact]
    public async Task What_is_parked_can_be_sent_again_and_is_then_parked_no_longer()
    {
        await Submit(Article(1) with { Text = string.Concat(Enumerable.Repeat("\"Nobody knows,\" Oda Brandt said. ", 1000)) });
        await WorkAll(Hasty with { LongestText = 10_000 });
        var parked = Assert.Single(await Parked());
        Assert.Equal("https://meridian.example/1", parked.Subject);
        Assert.False(await Queue.RetryAsync(parked.Id + 1, TestContext.Current.CancellationToken));
        Assert.True(await Queue.RetryAsync(parked.Id, TestContext.Current.CancellationToken));
        Assert.False(await Queue.RetryAsync(parked.Id, TestContext.Current.CancellationToken));
        Assert.Empty(await Parked());
        await WorkAll();
        Assert.Equal(1, Archive.ArticleCount);
    }
}
