using System.IO.Compression;
using Rapporteur.Archive;
using Rapporteur.Archive.Reviews;
using Xunit;

namespace Rapporteur.Cli.Tests;

/// <summary>What goes out of archives and into them.</summary>
public sealed class ExchangeTests : IDisposable
{
    private readonly Command _command = new();

    private string Archive => _command.Path("news.archive");

    public void Dispose() => _command.Dispose();

    [Fact]
    public void An_archive_that_was_exported_is_imported_again_as_it_was()
    {
        Fill();
        var lines = _command.Run("export", "--to", "jsonl", "--archive", Archive);
        Assert.Equal((0, 3), (lines.ExitCode, lines.Lines.Length));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(lines.Bytes);
        var imported = _command.Run("import", _command.File("lines.jsonl.gz", packed.ToArray()), "--archive", _command.Path("copy.archive"));
        Assert.Equal(0, imported.ExitCode);
        Assert.StartsWith("2 added, 1 in a new version, 0 known before. The archive holds 2 articles", imported.Output, StringComparison.Ordinal);
        Assert.Equal(lines.Bytes, _command.Run("export", "--to", "jsonl", "--archive", _command.Path("copy.archive")).Bytes);
        Assert.StartsWith("0 added, 0 in a new version, 3 known before.", _command.RunOn(lines.Bytes, "import", "-", "--archive", Archive).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reviews_go_out_and_come_in_with_their_articles()
    {
        Fill();
        Assert.Empty(_command.Run("export", "--to", "reviews", "--archive", Archive).Bytes);
        using (var opened = NewsArchive.Open(Archive, ArchiveAccess.Write))
            new StatementReviews(opened).Write(new ReviewDraft(1, ReviewKind.Rejected, "ada", DateTimeOffset.UnixEpoch) { Statement = "s1" });
        var lines = _command.Run("export", "--to", "jsonl", "--archive", Archive);
        Assert.Equal((0, 4), (lines.ExitCode, lines.Lines.Length));
        var reviewed = Assert.Single(_command.Run("export", "--to", "reviews", "--archive", Archive).Lines);
        Assert.Contains("\"reviewer\":\"ada\"", reviewed, StringComparison.Ordinal);

        var copy = _command.Path("copy.archive");
        Assert.Equal(0, _command.RunOn(lines.Bytes, "import", "-", "--archive", copy).ExitCode);
        Assert.Equal(lines.Bytes, _command.Run("export", "--to", "jsonl", "--archive", copy).Bytes);
        Assert.Equal(0, _command.RunOn(lines.Bytes, "import", "-", "--archive", copy).ExitCode);

        var alone = _command.RunOn(lines.Lines.First(line => line.Contains("review/1", StringComparison.Ordinal)), "import", "-", "--archive", _command.Path("empty.archive"));
        Assert.Equal(1, alone.ExitCode);
        Assert.Contains("standard input, line 1: not a review that can be kept: the article that it is about is not in the archive", Assert.Single(alone.Complaints), StringComparison.Ordinal);
        Assert.Equal(2, _command.Run("export", _command.File("a.txt", "Rain fell."u8.ToArray()), "--to", "reviews").ExitCode);
    }

    [Fact]
    public void What_is_no_record_is_told_with_its_line_and_the_rest_is_imported()
    {
        var record = _command.RunOn(Texts.Harbour, "read", "-", "--format", "jsonl").Output;
        var outside = record.Replace("\"content\":[[", "\"content\":[[99999", StringComparison.Ordinal);
        var other = record.Replace("rapporteur/record/1", "rapporteur/record/2", StringComparison.Ordinal);
        var imported = _command.RunOn($"{{}}\n\n{record}nonsense\n{outside}{other}[]\n", "import", "-", _command.Path("missing"), "--archive", Archive);
        Assert.Equal(1, imported.ExitCode);
        Assert.StartsWith("1 added", imported.Output, StringComparison.Ordinal);
        Assert.Equal([1, 4, 5, 6, 7], imported.Complaints.SkipLast(1).Select(line => int.Parse(line.Split("line ")[1].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("its schema is rapporteur/record/2", imported.Complaints[3], StringComparison.Ordinal);
        Assert.EndsWith("missing: no such file or folder", imported.Complaints[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_an_archive_name_statements_as_find_does()
    {
        Fill();
        var rows = _command.Run("export", "--to", "csv", "--archive", Archive).Output.Split("\r\n");
        Assert.Contains(rows, row => row.StartsWith("harbour,", StringComparison.Ordinal) && row.Contains(",1#s2,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_query_chooses_the_statements_or_the_articles_that_hold_them()
    {
        Fill();
        var claims = _command.Run("export", "--to", "claimreview", "--where", "speaker:quill", "--archive", Archive).JsonLines;
        Assert.NotEmpty(claims);
        Assert.All(claims, claim => Assert.Equal("Marta Quill", (string?)claim["itemReviewed"]!["author"]!["name"]));
        var record = Assert.Single(_command.Run("export", "--to", "jsonl", "--where", "speaker:quill", "--archive", Archive).JsonLines);
        Assert.Contains(record["statements"]!.AsArray(), statement => (string?)statement!["speaker"]?["name"] != "Marta Quill");
    }

    [Fact]
    public void A_query_that_makes_no_sense_is_pointed_into()
    {
        Fill();
        var outcome = _command.Run("export", "--to", "csv", "--where", "speaker:", "--archive", Archive);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("^", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, _command.Run("export", _command.Path("harbour.txt"), "--to", "csv", "--where", "word").ExitCode);
    }

    [Fact]
    public void An_archive_goes_to_brat_as_a_folder()
    {
        Fill();
        Assert.Equal(2, _command.Run("export", "--to", "brat", "--archive", Archive).ExitCode);
        Assert.Equal(0, _command.Run("export", "--to", "brat", "--out", _command.Path("brat"), "--archive", Archive).ExitCode);
        Assert.Equal(["annotation.conf", "harbour.ann", "harbour.txt", "keepers.ann", "keepers.txt"],
            Directory.GetFiles(_command.Path("brat")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Articles_about_one_event_are_shown_together_with_who_is_left_out()
    {
        var other = """
            The lights board's new rota for the keepers of the northern lights was turned down. The keepers would have had to spend a month
            at a time on each rock. "We shall vote on strikes," said Edda Storm, who speaks for the keepers of the lights.
            """;
        _command.Run("add", _command.File("keepers.html", Texts.Page), _command.File("harbour.txt", Texts.Harbour), "--archive", Archive);
        _command.Run("add", _command.File("rota.txt", other), "--outlet", "Rock Radio", "--published", "2023-03-10", "--title", "Lighthouse keepers turn down rota", "--archive", Archive);
        var happening = Assert.Single(_command.Run("happenings", "--format", "json", "--archive", Archive).Json.AsArray())!;
        Assert.Equal(["Rock Radio", "The Skerry Post"], happening["outlets"]!.AsArray().Select(outlet => (string?)outlet!["name"]));
        var storm = happening["speakers"]!.AsArray().Single(speaker => (string?)speaker!["name"] == "Edda Storm")!;
        Assert.Equal(2, storm["shares"]!.AsArray().Count);
        Assert.Contains("Edda Storm  Rock Radio", _command.Run("happenings", "1", "--archive", Archive).Output, StringComparison.Ordinal);
        Assert.StartsWith("happening,first,last,", _command.Run("happenings", "--format", "csv", "--archive", Archive).Output, StringComparison.Ordinal);
        Assert.Equal("No event is covered by several articles.\n", _command.Run("happenings", "--outlets", "3", "--archive", Archive).Output);
        Assert.Equal(2, _command.Run("happenings", "99", "--archive", Archive).ExitCode);
        Assert.Equal(2, _command.Run("happenings", "--from", "2031-01-01", "--archive", Archive).ExitCode);
    }

    private void Fill()
    {
        var page = Texts.Page.Replace("<head>", "<head><link rel=\"canonical\" href=\"https://skerry.example/keepers\">", StringComparison.Ordinal);
        _command.Run("add", _command.File("harbour.txt", Texts.Harbour), _command.File("keepers.html", page), "--archive", Archive);
        _command.Run("add", _command.File("keepers.html", page.Replace("until Friday", "until Sunday", StringComparison.Ordinal)), "--archive", Archive);
    }
}
