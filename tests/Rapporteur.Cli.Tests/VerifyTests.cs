using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private const string Hearing = """
        QUILL: The swing bridge will reopen well before Easter, and it will carry buses again. (LAUGHTER)
        FALK: Who is going to pay for the second pier?
        QUILL: Nobody in this town, I can tell you that much.
        """;

    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void A_quotation_that_holds_ends_with_0()
    {
        var outcome = Verify("“The swing bridge will reopen well before Easter,” Marta Quill said.");
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        Assert.Contains("✓ word for word  Marta Quill", outcome.Output);
        Assert.Contains("in hearing · QUILL", outcome.Output);
        Assert.Contains("cut after: and it will carry buses again", outcome.Output);
        Assert.EndsWith("Quotations: 1 word for word.\n", outcome.Output);
    }

    [Fact]
    public void A_quotation_that_was_altered_ends_with_1_and_says_how()
    {
        var outcome = Verify("“The swing bridge will reopen before Easter, and it will carry buses again,” Marta Quill said.");
        Assert.Equal(ExitCode.DoesNotHold, outcome.ExitCode);
        Assert.Contains("✗ altered", outcome.Output);
        Assert.Contains("dropped: well", outcome.Output);
    }

    [Fact]
    public void A_quotation_that_is_not_there_ends_with_1_unless_only_what_is_found_counts()
    {
        const string Article = "“The lighthouse keeper has sold his boat to the museum,” Marta Quill said.";
        Assert.Equal(ExitCode.DoesNotHold, Verify(Article).ExitCode);
        Assert.Contains("? not found", Verify(Article).Output);
        Assert.Equal(ExitCode.Done, Verify(Article, "--found-only").ExitCode);
    }

    [Fact]
    public void Anothers_words_end_with_1()
    {
        var outcome = Verify("“Who is going to pay for the second pier?” Marta Quill asked.");
        Assert.Equal(ExitCode.DoesNotHold, outcome.ExitCode);
        Assert.Contains("FALK (not whom the article names)", outcome.Output);
        Assert.Contains("1 by another speaker than the article says", outcome.Output);
    }

    [Fact]
    public void A_speaker_is_named_for_a_transcript_without_labels()
    {
        _command.File("speech.txt", "The swing bridge will reopen well before Easter, and it will carry buses again.");
        var article = _command.File("a.txt", "“The swing bridge will reopen well before Easter,” Marta Quill said.");
        var outcome = _command.Run("verify", article, "--against", _command.Path("speech.txt"), "--speaker", "Odd Falk", "--format", "json");
        Assert.Equal("differs", (string?)outcome.Json["quotations"]![0]!["agreement"]);
    }

    [Fact]
    public void Json_has_the_keys_that_are_promised()
    {
        var json = Verify("“The swing bridge will reopen before Easter, and it will carry buses again,” Marta Quill said.", "--format", "json").Json.AsObject();
        Assert.Equal(["article", "title", "outlet", "published", "quotations"], json.Select(property => property.Key));
        var quotation = json["quotations"]![0]!.AsObject();
        Assert.Equal(["range", "text", "statement", "speaker", "verdict", "agreement", "places", "differences"], quotation.Select(property => property.Key));
        Assert.Equal(["kind", "marked", "printed", "printedText", "spokenText"], quotation["differences"]![0]!.AsObject().Select(property => property.Key));
        Assert.Equal(["transcript", "date", "speaker", "range", "text", "cutBefore", "cutAfter"], quotation["places"]![0]!.AsObject().Select(property => property.Key));
        Assert.Equal("altered", (string?)quotation["verdict"]);
    }

    [Fact]
    public void A_transcript_that_cannot_be_read_stops_everything()
    {
        var article = _command.File("a.txt", "“Nobody in this town, I can tell you that much,” Marta Quill said.");
        var outcome = _command.Run("verify", article, "--against", _command.Path("none.txt"));
        Assert.Equal(ExitCode.SomeFailed, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains("none.txt: no such file or folder", Assert.Single(outcome.Complaints));
    }

    private Outcome Verify(string article, params string[] options) =>
        _command.Run(["verify", _command.File("a.txt", article), "--against", _command.File("hearing.txt", Hearing), .. options]);
}
