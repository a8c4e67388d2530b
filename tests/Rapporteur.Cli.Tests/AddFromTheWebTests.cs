using Rapporteur.Ingest.Tests.Fetching;
using Xunit;

namespace Rapporteur.Cli.Tests;

/// <summary>Adding what a server on loopback gives, well-behaved or not.</summary>
public sealed class AddFromTheWebTests : IDisposable
{
    private readonly Command _command = new();
    private readonly MisbehavingServer _server = new();

    private string Archive => _command.Path("news.archive");

    public void Dispose()
    {
        _server.Dispose();
        _command.Dispose();
    }

    [Fact]
    public void A_feed_is_added_with_the_pages_it_links_to_and_next_time_only_what_is_new()
    {
        _server.On("/feed", "HTTP/1.1 200 OK\nETag: \"1\"", Feed("keepers"));
        _server.OnPage("/keepers", Texts.Page);
        var added = Add("/feed");
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.StartsWith("1 added", added.Output, StringComparison.Ordinal);
        Assert.Single(_command.Run("find", "speaker:storm kind:direct", "--format", "json", "--archive", Archive).Json["statements"]!.AsArray());

        _server.On("/feed", "HTTP/1.1 200 OK\nETag: \"2\"", Feed("keepers", "harbour"));
        _server.OnPage("/harbour", Texts.Page.Replace("Lighthouse keepers", "Harbour pilots", StringComparison.Ordinal));
        Assert.StartsWith("1 added, 0 in a new version, 0 known before.", Add("/feed").Output, StringComparison.Ordinal);
        Assert.Single(_server.Requests, request => request.StartsWith("GET /keepers ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_server_does_wrong_is_told_in_one_line_and_the_rest_is_added()
    {
        _server.On("/feed", "HTTP/1.1 200 OK", Feed("keepers", "gone", "away"));
        _server.OnPage("/keepers", Texts.Page);
        _server.On("/away", "HTTP/1.1 302 Found\nLocation: http://169.254.169.254/latest");
        var added = Add("/feed");
        Assert.Equal(1, added.ExitCode);
        Assert.StartsWith("1 added", added.Output, StringComparison.Ordinal);
        Assert.Equal(2, added.Complaints.Length);
        Assert.Contains("the server answers 404", added.Complaints[0], StringComparison.Ordinal);
        Assert.Contains("no address of the public internet", added.Complaints[1], StringComparison.Ordinal);
    }

    [Fact]
    public void This_machine_is_not_reached_by_an_address_in_a_file()
    {
        _server.OnPage("/keepers", Texts.Page);
        var feed = _command.File("feed.xml", Feed("keepers").Replace("<link>/", $"<link>{_server.Address("/")}", StringComparison.Ordinal));
        var added = _command.Run("add", feed, "--follow", "--archive", Archive);
        Assert.Contains("127.0.0.1 is no address of the public internet", Assert.Single(added.Complaints), StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
        Assert.StartsWith("1 added", _command.Run("add", feed, "--archive", Archive).Output, StringComparison.Ordinal);
    }

    private Outcome Add(string path) => _command.Run("add", _server.Address(path).AbsoluteUri, "--allow-loopback", "--archive", Archive);

    private static string Feed(params string[] entries) =>
        "<rss version='2.0'><channel><title>The Skerry Post</title>"
        + string.Concat(entries.Select(entry => $"<item><title>{entry}</title><link>/{entry}</link><description>A line on {entry}, Edda Storm said.</description></item>"))
        + "</channel></rss>";
}
