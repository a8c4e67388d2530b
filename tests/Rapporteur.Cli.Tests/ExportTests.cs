using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private const string News = """
        Norway imposed sanctions on Belarus on Monday.

        President Alma Duarte will hold a meeting with Chancellor Otto Brandt on December 20, her office said.
        """;

    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void The_agenda_is_a_calendar_that_is_the_same_each_time()
    {
        var file = _command.File("a.txt", News);
        var outcome = _command.Run("export", file, "--to", "ics", "--published", "2021-12-14");
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", outcome.Output);
        Assert.EndsWith("END:VCALENDAR\r\n", outcome.Output);
        Assert.Contains("DTSTART;VALUE=DATE:20211220\r\n", outcome.Output);
        Assert.Contains("DTSTAMP:20211214T000000Z\r\n", outcome.Output);
        Assert.All(outcome.Output.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Equal(outcome.Bytes, _command.Run("export", file, "--to", "ics", "--published", "2021-12-14").Bytes);
    }

    [Fact]
    public void Without_articles_that_look_ahead_the_calendar_is_empty_and_whole() =>
        Assert.Equal("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rapporteur//Agenda//EN\r\nEND:VCALENDAR\r\n",
            _command.RunOn("Nothing happened.", "export", "-", "--to", "ics").Output);

    [Fact]
    public void Events_are_plover_lines_with_their_sentence()
    {
        var outcome = _command.RunOn(News, "export", "-", "--to", "plover", "--published", "2021-12-14");
        var found = outcome.JsonLines.First(line => (string?)line["event"] == "SANCTION");
        Assert.Equal("NOR", (string?)found["source"]![0]!["code"]);
        Assert.Equal("BLR", (string?)found["target"]![0]!["code"]);
        Assert.Equal("2021-12-13", (string?)found["date"]);
        Assert.Equal("Norway imposed sanctions on Belarus on Monday.", (string?)found["text"]);
    }

    [Fact]
    public void A_format_must_be_named()
    {
        var outcome = _command.RunOn(News, "export", "-");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Bytes);
    }

    [Theory]
    [InlineData("csv", "article,outlet,published,statement,")]
    [InlineData("jsonl", "{\"schema\":\"rapporteur/record/1\"")]
    [InlineData("webannotation", "{\"@context\":")]
    [InlineData("claimreview", "{\"@context\":\"https://schema.org\"")]
    [InlineData("gexf", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<gexf ")]
    [InlineData("graphml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<graphml ")]
    [InlineData("parquet", "PAR1")]
    public void Every_format_goes_to_standard_output_and_to_a_file_alike(string format, string start)
    {
        var file = _command.File("a.txt", News);
        var printed = _command.Run("export", file, "--to", format);
        Assert.Equal(0, printed.ExitCode);
        Assert.StartsWith(start, printed.Output, StringComparison.Ordinal);
        Assert.Equal(0, _command.Run("export", file, "--to", format, "--out", _command.Path("out")).ExitCode);
        Assert.Equal(printed.Bytes, File.ReadAllBytes(_command.Path("out")));
    }
}
