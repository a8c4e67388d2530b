using Xunit;

namespace Rapporteur.Cli.Tests;

/// <summary>Files of several articles, wherever the command takes files.</summary>
public sealed class CollectionTests : IDisposable
{
    private const string Feed = """
        <rss version="2.0"><channel><title>The Skerry Post</title>
        <item><title>Lights</title><link>https://skerry.example/lights?p=1</link><description>"We will stay," Edda Storm told reporters on Monday.</description></item>
        <item><title>Boats</title><link>https://skerry.example/boats</link><description>The board said that the boats were sound.</description></item>
        </channel></rss>
        """;

    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void A_file_of_several_articles_gives_a_list_of_records()
    {
        var records = _command.Run("read", _command.File("feed.xml", Feed), "--format", "json").Json.AsArray();
        Assert.Equal(["https://skerry.example/lights?p=1", "https://skerry.example/boats"], records.Select(record => (string?)record!["document"]!["id"]));
        Assert.All(records, record => Assert.Equal("The Skerry Post", (string?)record!["document"]!["outlet"]));
    }

    [Fact]
    public void A_bad_line_is_named_and_the_rest_is_read()
    {
        var outcome = _command.Run("read", _command.File("news.jsonl", Texts.Line("a", Texts.Harbour) + "{]\n" + Texts.Line("b", Texts.Harbour)), "--format", "jsonl");
        Assert.Equal((1, 2), (outcome.ExitCode, outcome.JsonLines.Length));
        Assert.Equal($"rapporteur: {_command.Path("news.jsonl")}, line 2: not JSON at byte 2", Assert.Single(outcome.Complaints));
    }

    [Fact]
    public void Articles_named_by_addresses_are_annotated_under_names_that_files_can_have()
    {
        var outcome = _command.Run("annotate", _command.File("feed.xml", Feed), "--to", "webannotation", "--out", _command.Path("out"));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["https---skerry.example-boats.jsonld", "https---skerry.example-lights-p=1.jsonld"],
            Directory.GetFiles(_command.Path("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Addresses_are_not_fetched_by_commands_that_only_read()
    {
        var outcome = _command.Run("read", "https://skerry.example/lights");
        Assert.Equal((1, "rapporteur: https://skerry.example/lights: addresses are not fetched here"), (outcome.ExitCode, outcome.Complaints.Single()));
    }
}
