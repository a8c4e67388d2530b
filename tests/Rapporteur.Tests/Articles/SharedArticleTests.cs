using Xunit;

namespace Rapporteur.Tests.Articles;

/// <summary>The article that lies beside the repository: its quotations, and the statements that issue 2 names.</summary>
public sealed class SharedArticleTests
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Shared, "articles", "000_a7e831d107350e12.txt");

    private static StatementTexts Statements
    {
        get
        {
            Assert.SkipUnless(File.Exists(Path), "The shared article is not here.");
            return StatementTexts.Of(File.ReadAllText(Path), new PublicationDate(new DateOnly(2021, 12, 14)));
        }
    }

    [Fact]
    public void All_22_quotations_are_found_and_each_stands_whole_in_a_content()
    {
        var statements = Statements;
        Assert.Equal(22, statements.OuterQuotations.Count);
        Assert.All(statements.OuterQuotations, quotation => Assert.True(statements.HoldWhole(quotation), quotation));
    }

    [Theory]
    [InlineData("Dmitry Peskov", "said", "security guarantees")]
    [InlineData("Kremlin press service", "said", "draft agreement")]
    [InlineData("Johnson’s office", "stressed", "Minsk")]
    [InlineData("Sergey Ryabkov", "said", "moratorium")]
    [InlineData("Sergey Ryabkov", "adding", "our response")]
    [InlineData("Wang Wenbin", "said", "on December 15")]
    public void A_reported_statement_has_its_source_and_cue(string source, string cue, string content) =>
        Assert.True(Statements.Have(source, cue, content), $"{source} {cue} ... {content}");
}
