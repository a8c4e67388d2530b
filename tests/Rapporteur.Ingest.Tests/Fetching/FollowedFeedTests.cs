using Rapporteur.Ingest.Fetching;
using Xunit;

namespace Rapporteur.Ingest.Tests.Fetching;

public sealed class FollowedFeedTests : IDisposable
{
    private readonly MisbehavingServer _server = new();
    private readonly Memory _memory = new();
    private readonly Fetcher _fetcher = new(new FetchOptions { AllowsLoopback = true, Pause = TimeSpan.Zero, Patience = TimeSpan.FromSeconds(30) });

    public FollowedFeedTests()
    {
        _server.On("/feed", async (request, stream, end) =>
        {
            var answer = request.Contains("If-None-Match: \"1\"", StringComparison.Ordinal)
                ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\n" + Feed("first", "second");
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer), end);
        });
        _server.OnPage("/first", Sources.Page("First page"));
        _server.OnPage("/second", Sources.Page("Second page"));
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void Articles_that_a_feed_only_announces_are_taken_from_their_pages()
    {
        var articles = Find("/feed").Select(input => input.Load()).ToList();
        Assert.Equal(["First page", "Second page"], articles.Select(article => article.Title));
        Assert.Equal([_server.Address("/first").AbsoluteUri, _server.Address("/second").AbsoluteUri], articles.Select(article => article.Url));
        Assert.All(articles, article => Assert.Equal(("Tide Times", "2031-03-04"), (article.Outlet, article.Published.ToString())));
    }

    [Fact]
    public void What_has_been_kept_is_not_fetched_again()
    {
        foreach (var input in Find("/feed"))
        {
            input.Load();
            input.Acknowledge();
        }

        Assert.Equal("\"1\"", _memory.Recall(_server.Address("/feed").AbsoluteUri)?.Validators?.ETag);
        var asked = _server.Requests.Count;
        Assert.Empty(Find("/feed"));
        Assert.Equal(asked + 1, _server.Requests.Count);
    }

    [Fact]
    public void What_was_not_kept_comes_again_and_nothing_else()
    {
        Find("/feed")[0].Acknowledge();
        Assert.Null(_memory.Recall(_server.Address("/feed").AbsoluteUri));
        Assert.Equal("Second page", Assert.Single(Find("/feed")).Load().Title);
    }

    [Fact]
    public void An_entry_that_the_feed_has_changed_comes_again()
    {
        foreach (var input in Find("/feed")) input.Acknowledge();
        _server.On("/feed", "HTTP/1.1 200 OK", Feed("first", "second").Replace("A line on second", "Another line", StringComparison.Ordinal));
        Assert.Equal("Second page", Assert.Single(Find("/feed")).Load().Title);
    }

    [Fact]
    public void A_page_at_an_address_is_an_article() => Assert.Equal("First page", Assert.Single(Find("/first")).Load().Title);

    [Fact]
    public void A_page_that_cannot_be_had_is_said_with_its_entry()
    {
        _server.On("/second", "HTTP/1.1 410 Gone");
        var inputs = Find("/feed");
        Assert.Equal([null, "the server answers 410"], inputs.Select(input => Sources.Load(input).Problem));
        Assert.EndsWith($"/feed, entry 2 ({_server.Address("/second")})", inputs[1].Origin, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 410 Gone", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: image/png", false)]
    [InlineData("HTTP/1.1 503 Busy", true)]
    [InlineData("HTTP/1.1 429 Too Many", true)]
    public void A_page_is_asked_for_again_only_where_that_may_help(string head, bool again)
    {
        _server.On("/second", head);
        foreach (var input in Find("/feed"))
            if (Sources.Load(input).Problem is null) input.Acknowledge();
        Assert.Equal(again ? ["second"] : [], Find("/feed").Select(input => new Uri(input.Id).Segments[^1]));
    }

    private List<Input> Find(string path) => [.. new InputSource { Fetcher = _fetcher, Memory = _memory }.Find([_server.Address(path).AbsoluteUri])];

    private static string Feed(params string[] entries) =>
        "<rss version='2.0'><channel><title>Tide Times</title>"
        + string.Concat(entries.Select(entry => $"<item><title>{entry}</title><link>/{entry}</link><pubDate>2031-03-04</pubDate><description>A line on {entry}.</description></item>"))
        + "</channel></rss>";

    private sealed class Memory : IFetchMemory
    {
        private readonly Dictionary<string, Remembered> _remembered = [];

        public Remembered? Recall(string address) => _remembered.GetValueOrDefault(address);

        public void Remember(string address, Remembered remembered) => _remembered[address] = remembered;
    }
}
