using Xunit;

namespace Rapporteur.Tests.Articles;

/// <summary>An article written for this project: runs of quotations, partial quotations, a relay, words put in by the outlet.</summary>
public sealed class StraitArticleTests
{
    private static readonly StatementTexts Statements =
        StatementTexts.Of(File.ReadAllText(Repository.File("tests", "Rapporteur.Tests", "Articles", "strait.txt")));

    [Fact]
    public void Every_quotation_stands_whole_in_a_content()
    {
        Assert.Equal(15, Statements.OuterQuotations.Count);
        Assert.All(Statements.OuterQuotations, quotation => Assert.True(Statements.HoldWhole(quotation), quotation));
    }

    [Theory]
    [InlineData("Otto Brandvik", "said", "the presidents of Norrland and Sundmark will meet")]
    [InlineData("he", "said", "the charts are old")]
    [InlineData("palace press office", "said", "draft rulebook")]
    [InlineData("Pal Strand", "said", "ban on night fishing")]
    [InlineData("It", "asked for", "“to cool tempers and mend the nets”")]
    public void A_reported_statement_has_its_source_and_cue(string source, string cue, string content) =>
        Assert.True(Statements.Have(source, cue, content), Statements.ToString());

    [Theory]
    [InlineData("Hanna Quist", "said", "board the ferry at Elvik")]
    [InlineData("Pal Strand", "adding", "rope and anchors")]
    [InlineData("Quist", "said", "herring war")]
    public void A_colon_gives_the_next_paragraph_to_its_cue(string source, string cue, string content) =>
        Assert.True(Statements.Have(source, cue, content), Statements.ToString());

    [Fact]
    public void What_a_relay_passes_on_is_a_statement_of_its_own_with_the_relay_beside_it()
    {
        Assert.True(Statements.Have("a letter from Quist’s bureau", "warned", "that the Elvik accords"), Statements.ToString());
        Assert.Equal(["Kystnytt"], Statements.RelaysOf("that the Elvik accords"));
    }
}
