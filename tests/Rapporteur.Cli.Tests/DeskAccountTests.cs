using Rapporteur.Archive;
using Rapporteur.Archive.Team;
using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class DeskAccountTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    private Outcome Run(string input, params string[] args) => _command.RunOn(input, ["desk", .. args, "--archive", _command.Path("news.archive")]);

    private T Look<T>(Func<NewsArchive, T> look)
    {
        using var archive = NewsArchive.Open(_command.Path("news.archive"), ArchiveAccess.Write);
        return look(archive);
    }

    [Fact]
    public void The_first_admin_is_made_by_a_command_with_the_password_from_standard_input()
    {
        Assert.Equal(0, Run("seven grey herons\n", "account", "add", "Ilse Marten", "--role", "admin").ExitCode);
        Assert.Equal("Ilse Marten\tadmin\tenabled\tpassword\n", Run("", "account", "list").Output);
        var entry = Assert.Single(Look(archive => new AuditLog(archive).Find(new AuditQuery(), null, 10)));
        Assert.Equal(("account.add", "Ilse Marten", "command", "done"), (entry.Action, entry.Target, entry.Means, entry.Result));
    }

    [Theory]
    [InlineData("", "there is no password on standard input")]
    [InlineData("short\n", "at least 12 characters")]
    [InlineData("aaaaaaaaaaaaaaaa\n", "repeats too few characters")]
    [InlineData("my name is oda brandt\n", "contains the name")]
    public void A_password_that_is_easy_to_guess_makes_no_account(string input, string complaint)
    {
        var outcome = Run(input, "account", "add", "Oda Brandt", "--role", "reader");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(complaint, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Look(archive => new Accounts(archive).All()));
    }

    [Fact]
    public void Accounts_are_changed_by_commands_but_the_last_admin_stays()
    {
        Run("seven grey herons\n", "account", "add", "Ilse", "--role", "admin");
        Run("seven grey herons\n", "account", "add", "Oda", "--role", "reader");
        Assert.Equal(2, Run("seven grey herons\n", "account", "add", "oda", "--role", "reader").ExitCode);
        Assert.Equal(0, Run("", "account", "role", "Oda", "--role", "editor").ExitCode);
        Assert.Equal(0, Run("eight white swans\n", "account", "password", "oda").ExitCode);
        Assert.Equal(0, Run("", "account", "disable", "Oda").ExitCode);
        Assert.Contains("Oda\teditor\tdisabled", Run("", "account", "list").Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("", "account", "enable", "Oda").ExitCode);
        var refused = Run("", "account", "disable", "Ilse");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("nobody would be left", refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run("", "account", "disable", "nobody").ExitCode);
        Assert.Equal(2, Run("", "account", "role", "Oda", "--role", "owner").ExitCode);
    }

    [Fact]
    public void A_key_is_written_once_to_standard_output_and_revoked_by_its_beginning()
    {
        var made = Run("", "key", "add", "the wire", "--role", "editor", "--days", "30");
        var key = Assert.Single(made.Lines);
        Assert.StartsWith("rk_", key, StringComparison.Ordinal);
        var listed = Assert.Single(Run("", "key", "list").Lines).Split('\t');
        Assert.Equal([key[..9], "the wire", "editor", "never used"], listed);
        Assert.Equal(0, Run("", "key", "revoke", key[..9]).ExitCode);
        Assert.Equal("nothing", Assert.Single(Run("", "key", "list").Lines).Split('\t')[2]);
        Assert.Equal(2, Run("", "key", "revoke", "rk_xxxxxx").ExitCode);
        Assert.Equal(2, Run("", "key", "add", "the wire", "--role", "editor", "--days", "0").ExitCode);
    }

    [Fact]
    public void The_settings_name_the_archive_and_a_desk_that_would_not_be_safe_does_not_open()
    {
        var settings = _command.File("desk.json", $$"""{ "archive": {{System.Text.Json.JsonSerializer.Serialize(_command.Path("team.archive"))}}, "address": "http://0.0.0.0:0" }""");
        Assert.Equal(0, _command.RunOn("seven grey herons\n", "desk", "account", "add", "Ilse", "--role", "admin", "--settings", settings).ExitCode);
        Assert.True(File.Exists(_command.Path("team.archive")));
        var refused = _command.Run("desk", "--settings", settings);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("needs signIn in its settings", refused.Error, StringComparison.Ordinal);
        var unknown = _command.Run("desk", "--settings", _command.File("other.json", """{ "adress": "http://localhost:0" }"""));
        Assert.Contains("adress", unknown.Error, StringComparison.Ordinal);
        var missing = _command.Run("desk", "--settings", _command.Path("none.json"));
        Assert.Contains("there are no settings at", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_watches_is_told_where_no_desk_answers()
    {
        var settings = _command.File("desk.json", """{ "address": "http://127.0.0.1:9" }""");
        var outcome = _command.Run("desk", "health", "--settings", settings);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("there is no answer from http://127.0.0.1:9/health/ready", outcome.Error, StringComparison.Ordinal);
    }
}
