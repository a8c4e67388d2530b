using System.Text;
using NJsonSchema;
using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class ReadTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void An_article_is_shown_with_speakers_words_and_places()
    {
        var outcome = _command.Run("read", _command.File("harbour.txt", Texts.Harbour), "--title", "Bridge to reopen", "--outlet", "The Venn Mail");
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("Bridge to reopen\nThe Venn Mail · harbour\n", outcome.Output);
        var words = string.Join(' ', outcome.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("[Marta Quill", words);
        Assert.Contains("{\"well before Easter\"}", outcome.Output);
        Assert.Contains("<added>", outcome.Output);
        Assert.Contains("paragraph 2, line 3", outcome.Output);
        Assert.Contains("~that the repairs had cost less than planned~", words);
        Assert.Matches(@"\d+ statements: ", outcome.Output);
    }

    [Fact]
    public void Without_colour_no_escape_sequence_is_written_and_with_it_marks_stay()
    {
        using var coloured = new Command { Colour = true };
        var file = _command.File("harbour.txt", Texts.Harbour);
        Assert.DoesNotContain('\e', _command.Run("read", file).Output);
        var outcome = coloured.Run("read", file);
        Assert.Contains("\e[", outcome.Output);
        Assert.Contains("{\"well before Easter\"}", outcome.Output);
    }

    [Fact]
    public void A_file_gets_no_colours_even_where_the_screen_has_them()
    {
        using var coloured = new Command { Colour = true };
        var target = coloured.Path("out.txt");
        Assert.Equal(0, coloured.Run("read", coloured.File("a.txt", Texts.Harbour), "--out", target).ExitCode);
        Assert.DoesNotContain('\e', File.ReadAllText(target));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(95)]
    public void Lines_are_wrapped_to_the_width_of_the_screen(int width)
    {
        using var command = new Command { Width = width };
        var lines = command.Run("read", command.File("harbour.txt", Texts.Harbour)).Lines;
        Assert.InRange(lines.Max(line => line.Length), width / 2, width);
    }

    [Fact]
    public void A_page_cannot_steer_the_terminal()
    {
        var outcome = _command.Run("read", "--title", "A\e[2Jtitle", _command.File("a.txt", "\"Look \e]0;owned\a here,\" said Bo \u202ENyström of the union.\n"));
        Assert.DoesNotContain(outcome.Output, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', outcome.Output);
    }

    [Fact]
    public void A_folder_is_read_in_the_order_of_its_names()
    {
        foreach (var (id, text) in Texts.Many(40)) _command.File($"news/{id}.txt", text);
        var outcome = _command.Run("read", _command.Path("news"), "--format", "jsonl", "--threads", "4");
        Assert.Equal(Texts.Many(40).Select(article => article.Id), outcome.JsonLines.Select(record => (string?)record["document"]!["id"]));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("jsonl")]
    public void One_thread_and_two_write_the_same_bytes(string format)
    {
        foreach (var (id, text) in Texts.Many(20)) _command.File($"news/{id}.txt", text);
        var one = _command.Run("read", _command.Path("news"), "--format", format, "--threads", "1");
        var two = _command.Run("read", _command.Path("news"), "--format", format, "--threads", "2");
        Assert.NotEmpty(one.Bytes);
        Assert.Equal(one.Bytes, two.Bytes);
    }

    [Fact]
    public void One_file_gives_a_record_and_a_folder_an_array_of_however_many()
    {
        var file = _command.File("news/a.txt", Texts.Harbour);
        Assert.Equal("a", (string?)_command.Run("read", file, "--format", "json").Json["document"]!["id"]);
        Assert.Single(_command.Run("read", _command.Path("news"), "--format", "json").Json.AsArray());
        Directory.CreateDirectory(_command.Path("empty"));
        Assert.Empty(_command.Run("read", _command.Path("empty"), "--format", "json").Json.AsArray());
    }

    [Fact]
    public async Task Every_record_is_valid_by_the_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "record.schema.json"), TestContext.Current.CancellationToken);
        var outcome = _command.Run("read", _command.File("a.txt", Texts.Harbour), _command.File("b.html", Texts.Page), "--format", "jsonl");
        Assert.Equal(2, outcome.Lines.Length);
        Assert.All(outcome.Lines, line => Assert.Empty(schema.Validate(line)));
    }

    [Fact]
    public void What_the_caller_knows_goes_before_what_the_page_says()
    {
        var file = _command.File("rota.html", Texts.Page);
        var said = _command.Run("read", file, "--format", "json").Json["document"]!;
        Assert.Equal("The Skerry Post", (string?)said["outlet"]);
        Assert.StartsWith("2023-03-09", (string?)said["published"]);
        var known = _command.Run("read", file, "--format", "json", "--outlet", "Own", "--title", "T", "--published", "2020-01-02").Json["document"]!;
        Assert.Equal("Own", (string?)known["outlet"]);
        Assert.Equal("T", (string?)known["title"]);
        Assert.Equal("2020-01-02", (string?)known["published"]);
    }

    [Fact]
    public void Standard_input_is_read_where_a_dash_stands()
    {
        var outcome = _command.RunOn(Texts.Harbour, "read", "-", "--format", "json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.NotEmpty(outcome.Json["statements"]!.AsArray());
    }

    [Fact]
    public void What_cannot_be_read_is_named_in_a_line_and_the_rest_is_read()
    {
        var missing = _command.Path("missing.txt");
        var empty = _command.File("empty.txt", "");
        var binary = _command.File("binary.txt", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 % 256))]);
        var packed = _command.File("broken.txt.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3]);
        var good = _command.File("good.txt", Texts.Harbour);
        var outcome = _command.Run("read", missing, empty, binary, packed, good, "--format", "jsonl");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("good", (string?)Assert.Single(outcome.JsonLines)["document"]!["id"]);
        Assert.Collection(outcome.Complaints,
            line => Assert.StartsWith($"rapporteur: {missing}: ", line),
            line => Assert.StartsWith($"rapporteur: {empty}: ", line),
            line => Assert.StartsWith($"rapporteur: {binary}: ", line),
            line => Assert.StartsWith($"rapporteur: {packed}: ", line));
        Assert.DoesNotContain("fault of rapporteur", outcome.Error);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "a.txt", "--format", "yaml")]
    [InlineData("read", "a.txt", "--published", "yesterday")]
    [InlineData("read", "a.txt", "--threads", "0")]
    [InlineData("read", "a.txt", "--threads", "many")]
    [InlineData("read", "a.txt", "--no-such-option")]
    [InlineData("read", "a.txt", "--out", "/no/such/folder/out.json")]
    [InlineData("annotate", "a.txt")]
    [InlineData("annotate", "a.txt", "b.txt", "--to", "brat")]
    [InlineData("reed", "a.txt")]
    [InlineData]
    public void Wrong_usage_is_told_and_nothing_is_read(params string[] args)
    {
        var outcome = _command.Run(args);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("rapporteur: ", outcome.Error);
        Assert.InRange(outcome.Complaints.Length, 1, 3);
        Assert.DoesNotContain("Exception", outcome.Error);
    }

    [Fact]
    public void An_output_file_appears_whole_in_the_place_of_an_older_one()
    {
        var target = _command.File("records.jsonl", "older");
        var outcome = _command.Run("read", _command.File("a.txt", Texts.Harbour), "--format", "jsonl", "--out", target);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.EndsWith("}\n", File.ReadAllText(target));
        Assert.Equal(["a.txt", "records.jsonl"], Directory.GetFiles(_command.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_link_is_written_through()
    {
        var target = _command.File("real.json", "older");
        File.CreateSymbolicLink(_command.Path("link.json"), target);
        _command.Run("read", _command.File("a.txt", Texts.Harbour), "--format", "json", "--out", _command.Path("link.json"));
        Assert.StartsWith("{", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(_command.Path("link.json")).LinkTarget);
    }

    [Fact]
    public void Help_teaches_with_examples_and_exit_codes()
    {
        foreach (var args in new string[][] { ["--help"], ["read", "--help"], ["pipe", "-h"], ["extract", "-h"], ["annotate", "-h"] })
        {
            var outcome = _command.Run(args);
            Assert.Equal(0, outcome.ExitCode);
            Assert.Contains("Usage:\n  rapporteur", outcome.Output.ReplaceLineEndings("\n"));
            Assert.Contains("Examples:", outcome.Output);
            Assert.Contains("Exit codes:", outcome.Output);
        }
    }

    [Fact]
    public void The_version_names_the_reader_and_its_model() =>
        Assert.Equal($"rapporteur {Reader.English.Identity.Version} (model {Reader.English.Identity.Model})\n", _command.Run("--version").Output);

    [Fact]
    public void The_shell_is_given_completions()
    {
        var outcome = _command.Run("[suggest:19]", "rapporteur read --fo");
        Assert.Contains("--format", outcome.Output);
    }

    [Fact]
    public void Fifty_thousand_opening_marks_are_shown_in_good_time()
    {
        var text = new StringBuilder("Ada Lind said: ");
        for (var i = 0; i < 50_000; i++) text.Append("“so ");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(0, _command.Run("read", _command.File("marks.txt", text.ToString())).ExitCode);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(90), $"{clock.Elapsed}");
    }
}
