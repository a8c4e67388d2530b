using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.TestServers;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Cli.Tests;

public sealed class ArchiveTests : IDisposable
{
    private readonly Command _command = new();

    private string Archive => _command.Path("news.archive");

    public void Dispose() => _command.Dispose();

    [Fact]
    public void What_is_added_is_found()
    {
        var added = _command.Run("add", _command.File("harbour.txt", Texts.Harbour), _command.File("keepers.html", Texts.Page), "--archive", Archive);
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Assert.StartsWith("2 added, 0 in a new version, 0 known before.", added.Output, StringComparison.Ordinal);
        var found = _command.Run("find", "\"kept our word\"", "--archive", Archive, "--format", "json").Json;
        var statement = Assert.Single(found["statements"]!.AsArray())!;
        Assert.Equal("Marta Quill", statement["speaker"]!.GetValue<string>());
        Assert.Equal("harbour", statement["article"]!["name"]!.GetValue<string>());
        var match = statement["matches"]![0]!.AsArray().Select(place => place!.GetValue<int>()).ToArray();
        Assert.Equal("kept our word", statement["content"]!.GetValue<string>()[match[0]..match[1]]);
    }

    [Fact]
    public void Adding_again_adds_nothing()
    {
        var folder = Path.GetDirectoryName(_command.File("news/harbour.txt", Texts.Harbour))!;
        _command.File("news/keepers.html", Texts.Page);
        _command.Run("add", folder, "--archive", Archive);
        Assert.StartsWith("0 added, 0 in a new version, 2 known before. The archive holds 2 articles", _command.Run("add", folder, "--archive", Archive).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_changed_becomes_a_new_version()
    {
        var page = Texts.Page.Replace("<head>", "<head><link rel=\"canonical\" href=\"https://skerry.example/keepers\">", StringComparison.Ordinal);
        _command.Run("add", _command.File("keepers.html", page), "--archive", Archive);
        var again = _command.Run("add", _command.File("keepers.html", page.Replace("until Friday", "until Sunday", StringComparison.Ordinal)), "--archive", Archive);
        Assert.StartsWith("0 added, 1 in a new version", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_told_and_the_rest_is_added()
    {
        var added = _command.Run("add", _command.Path("missing.txt"), _command.File("harbour.txt", Texts.Harbour), "--archive", Archive);
        Assert.Equal(1, added.ExitCode);
        Assert.Contains("missing.txt", Assert.Single(added.Complaints), StringComparison.Ordinal);
        Assert.StartsWith("1 added", added.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_in_PostgreSQL_is_used_as_one_in_a_file()
    {
        if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        var address = PostgresServer.Shared.NewSchema();
        Assert.Equal(1, _command.Run("find", "word", "--archive", address).ExitCode);
        string[] texts = [_command.File("harbour.txt", Texts.Harbour), _command.File("keepers.html", Texts.Page)];
        Assert.Equal(_command.Run(["add", .. texts, "--archive", Archive]).Output, _command.Run(["add", .. texts, "--archive", address]).Output);
        foreach (var question in new string[][] { ["find", "", "--format", "json"], ["commitments"], ["happenings"], ["compare", "1"], ["export", "--to", "jsonl"] })
        {
            var (here, there) = (_command.Run([.. question, "--archive", Archive]), _command.Run([.. question, "--archive", address]));
            Assert.Equal(0, here.ExitCode);
            Assert.Equal((here.ExitCode, here.Output, here.Error), (there.ExitCode, there.Output, there.Error));
        }

        var refused = _command.Run("backup", _command.Path("copy"), "--archive", address);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("pg_dump", Assert.Single(refused.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_is_an_archive()
    {
        _command.Run("add", _command.File("harbour.txt", Texts.Harbour), "--archive", Archive);
        var copy = _command.Path("copy.archive");
        Assert.Equal(0, _command.Run("backup", copy, "--archive", Archive).ExitCode);
        Assert.Equal(_command.Run("export", "--to", "jsonl", "--archive", Archive).Output, _command.Run("export", "--to", "jsonl", "--archive", copy).Output);
        var again = _command.Run("backup", copy, "--archive", Archive);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("is there already", Assert.Single(again.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_looked_for_in_an_archive_that_is_not_there()
    {
        var found = _command.Run("find", "word", "--archive", Archive);
        Assert.Equal(2, found.ExitCode);
        Assert.Contains("rapporteur add", found.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Archive));
    }

    [Fact]
    public void A_file_that_is_no_archive_is_refused_in_one_line()
    {
        var found = _command.Run("find", "word", "--archive", _command.File("notes.txt", new string('x', 9000)));
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("not an archive", Assert.Single(found.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_that_cannot_be_understood_is_pointed_into()
    {
        var found = _command.Run("find", "strait (open", "--archive", Archive);
        Assert.Equal(2, found.ExitCode);
        Assert.Equal(["rapporteur: this '(' is not closed", "  strait (open", "         ^"], found.Complaints);
    }

    [Fact]
    public void Found_statements_are_rows_of_a_spreadsheet()
    {
        _command.Run("add", _command.File("harbour.txt", Texts.Harbour), "--archive", Archive, "--outlet", "Meridian, Ltd", "--published", "2024-05-02");
        var rows = _command.Run("find", "speaker:quill", "--archive", Archive, "--format", "csv", "--sort", "oldest").Lines;
        Assert.StartsWith("statement,day,outlet,", rows[0], StringComparison.Ordinal);
        Assert.All(rows[1..], row => Assert.Contains("\"Meridian, Ltd\"", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_are_counted()
    {
        _command.Run("add", _command.File("harbour.txt", Texts.Harbour), "--archive", Archive);
        var count = _command.Run("find", "--archive", Archive, "--format", "json").Json["count"]!.GetValue<int>();
        Assert.Contains($"2 to 2 of {count} statements.", _command.Run("find", "--archive", Archive, "--size", "1", "--page", "2").Output, StringComparison.Ordinal);
        Assert.Contains($"There are no more: {count} statements in all.", _command.Run("find", "--archive", Archive, "--page", "9").Output, StringComparison.Ordinal);
        Assert.Contains("No statement was found.", _command.Run("find", "zebra", "--archive", Archive).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Refreshing_what_this_reader_read_does_nothing()
    {
        _command.Run("add", _command.File("harbour.txt", Texts.Harbour), "--archive", Archive);
        Assert.Equal("0 read again, 0 left as they were.\n", _command.Run("refresh", "--archive", Archive).Output);
    }

    [Fact]
    public void What_an_older_reader_read_is_read_anew()
    {
        var record = Record.From(Reader.English.Read(new Article(Texts.Harbour) { Id = "harbour", Outlet = "Meridian Wire" }));
        using (var archive = NewsArchive.Open(Archive, ArchiveAccess.Write))
            archive.Add([ArchiveEntry.Of(record with { Reader = new ReaderIdentity("rapporteur", "0.0.1", "en/0+00000000"), Statements = [], Events = [] })]);
        Assert.Equal("1 read again, 0 left as they were.\n", _command.Run("refresh", "--archive", Archive).Output);
        using var refreshed = NewsArchive.Open(Archive, ArchiveAccess.Read);
        Assert.Equal(record.ToJson(), refreshed.Record(1)!.ToJson());
        Assert.Equal(record.Statements.Length, refreshed.StatementCount);
    }

    [Fact]
    public void An_archive_in_a_folder_that_is_not_there_is_not_made()
    {
        var added = _command.Run("add", _command.File("harbour.txt", Texts.Harbour), "--archive", _command.Path("no/such/news.archive"));
        Assert.Equal(2, added.ExitCode);
        Assert.Contains("there is no folder", added.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Commitments_are_listed_with_what_they_may_contradict()
    {
        var first = _command.File("a.txt", "\"We will close the northern lock unless the dues are paid by Friday,\" said Ilse Marten, the harbour minister.");
        var second = _command.File("b.txt", "\"We will never close the northern lock, I promise,\" said Ilse Marten, the harbour minister.");
        _command.Run("add", first, "--archive", Archive, "--published", "2024-05-02");
        _command.Run("add", second, "--archive", Archive, "--published", "2024-06-02");
        var listed = _command.Run("commitments", "Ilse", "Marten", "--archive", Archive);
        Assert.Equal((0, ""), (listed.ExitCode, listed.Error));
        Assert.Contains("may contradict 1#s1", listed.Output, StringComparison.Ordinal);
        Assert.Contains("No commitment was found.", _command.Run("commitments", "Brandt", "--archive", Archive).Output, StringComparison.Ordinal);
        Assert.Equal(2, _command.Run("commitments", "--where", "act:sing", "--archive", Archive).ExitCode);
    }
}
