using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    private const string Full = "“The swing bridge will reopen well before Easter, and it will carry buses again,” Marta Quill said on Monday.";
    private const string Short = "“The swing bridge will reopen before Easter,” Marta Quill said on Monday.";

    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void Files_are_laid_side_by_side()
    {
        var outcome = Compare();
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Contains("“The swing bridge will reopen well before Easter, and it will carry buses again”", outcome.Output);
        Assert.Contains("changed · Marta Quill", outcome.Output);
        Assert.Contains("[-well-]", outcome.Output);
        Assert.Contains("[-and it will carry buses again-]", string.Join(' ', outcome.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Json_has_the_keys_that_are_promised()
    {
        var passage = Compare("--format", "json").Json.AsArray()[0]!.AsObject();
        Assert.Equal(["original", "variants"], passage.Select(property => property.Key));
        Assert.Equal(["article", "statement", "title", "outlet", "url", "published", "saidOn", "speaker", "kind", "words"], passage["original"]!.AsObject().Select(property => property.Key));
        var variant = passage["variants"]![0]!.AsObject();
        Assert.Equal(["printing", "kind", "agreement", "steps"], variant.Select(property => property.Key));
        Assert.Equal(("changed", "agrees"), ((string?)variant["kind"], (string?)variant["agreement"]));
        Assert.Equal(["same", "dropped", "same", "cut"], variant["steps"]!.AsArray().Select(step => (string?)step!["kind"]));
    }

    [Fact]
    public void The_page_stands_alone_and_runs_nothing()
    {
        Assert.Contains("<del>well</del>", Compare("--format", "html").Output);
        _command.File("news/c.txt", "“The swing bridge of Bull < Sons & Hay will reopen before Easter, and it will carry buses again,” Marta Quill said.");
        var page = Compare("--format", "html").Output;
        Assert.StartsWith("<!DOCTYPE html>", page);
        Assert.EndsWith("</html>\n", page);
        Assert.Contains("Bull &lt; Sons &amp; Hay", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("src=", page);
    }

    [Fact]
    public void Nothing_in_common_is_said_so()
    {
        var outcome = _command.Run("compare", _command.File("a.txt", Full), _command.File("b.txt", "Rain fell on the harbour."));
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains("no other article prints any of these words", outcome.Error);
    }

    [Fact]
    public void An_archive_is_asked_for_a_statement_an_article_or_a_file()
    {
        var archive = _command.Path("news.archive");
        Assert.Equal(ExitCode.Done, _command.Run("add", _command.File("a.txt", Full), _command.File("b.txt", Short), "--archive", archive).ExitCode);
        Assert.Contains("[-well-]", _command.Run("compare", "1#s1", "--archive", archive).Output);
        Assert.Contains("[-well-]", _command.Run("compare", "1", "--archive", archive).Output);
        Assert.Contains("1#s1", _command.Run("compare", _command.File("c.txt", Short + " Nothing else is new."), "--archive", archive).Output);
        var missing = _command.Run("compare", "7#s1", "--archive", archive);
        Assert.Equal(ExitCode.WrongUsage, missing.ExitCode);
        Assert.Contains("there is no statement 7#s1", missing.Error);
    }

    [Fact]
    public void Articles_of_an_archive_are_verified_against_others_of_it()
    {
        var archive = _command.Path("news.archive");
        const string Transcript = "QUILL: The swing bridge will reopen well before Easter, and it will carry buses again.\nFALK: Who pays?\nQUILL: Nobody in this town.";
        Assert.Equal(ExitCode.Done, _command.Run("add", _command.File("a.txt", Full), _command.File("hearing.txt", Transcript), "--archive", archive).ExitCode);
        var outcome = _command.Run("verify", "1", "--against", "2", "--archive", archive);
        Assert.Contains("✓ word for word  Marta Quill", outcome.Output);
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Equal(ExitCode.WrongUsage, _command.Run("verify", "9", "--against", "2", "--archive", archive).ExitCode);
    }

    private Outcome Compare(params string[] options)
    {
        _command.File("news/a.txt", Full);
        _command.File("news/b.txt", Short);
        return _command.Run(["compare", _command.Path("news"), .. options]);
    }
}
