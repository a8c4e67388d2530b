using Rapporteur.Statements;
using Rapporteur.Tests.Articles;
using Xunit;

namespace Rapporteur.Tests.Quotations;

/// <summary>Attributions in sentences written for the project, each of one kind.</summary>
public sealed class AttributionTests
{
    [Theory]
    [InlineData("“The ferry will sail tonight,” Ilse Marrow said on Monday.", "Ilse Marrow", "said", "“The ferry will sail tonight,”")]
    [InlineData("\"The ferry will sail tonight,\" Ilse Marrow said on Monday.", "Ilse Marrow", "said", "The ferry will sail tonight")]
    [InlineData("Tomas Venn said: “Nobody asked us about the bridge.”", "Tomas Venn", "said", "Nobody asked us about the bridge")]
    [InlineData("Tomas Venn said the bridge would open in May.", "Tomas Venn", "said", "the bridge would open in May")]
    [InlineData("The minister warned that the river could flood the old town.", "The minister", "warned", "that the river could flood the old town")]
    [InlineData("According to the ministry, prices would fall again before the harvest.", "the ministry", "According to", "prices would fall again")]
    [InlineData("Two boats were lost, according to the ministry.", "the ministry", "according to", "Two boats were lost")]
    [InlineData("The plan is “a gift to the smugglers,” said Ruth Adeyo, who leads the party.", "Ruth Adeyo", "said", "“a gift to the smugglers,”")]
    [InlineData("Critics claim the dam was built too fast.", "Critics", "claim", "the dam was built too fast")]
    [InlineData("He added that his office had no further comment.", "He", "added", "that his office had no further comment")]
    public void Source_cue_and_content_are_found(string text, string source, string cue, string content)
    {
        var statements = StatementTexts.Of(text);
        Assert.True(statements.Have(source, cue, content), statements.ToString());
    }

    [Theory]
    [InlineData("“The ferry will sail tonight,” Ilse Marrow said on Monday.", StatementKind.Direct)]
    [InlineData("Tomas Venn said the bridge would open in May.", StatementKind.Indirect)]
    [InlineData("Tomas Venn said the bridge was “a joke without an end” and a waste of money.", StatementKind.Mixed)]
    public void The_kind_says_how_much_is_quoted(string text, StatementKind kind) =>
        Assert.Equal(kind, Assert.Single(Reader.English.Read(new Article(text)).Statements).Kind);

    [Fact]
    public void An_interrupted_quotation_is_one_content_of_two_spans()
    {
        var statements = Reader.English.Read(new Article("“We waited all night,” Ana Ruiz said, “and nobody came to open the gate.”")).Statements;
        Assert.Equal(2, Assert.Single(statements).Content.Length);
    }

    [Fact]
    public void A_quotation_without_a_cue_is_a_statement_of_nobody()
    {
        var statement = Assert.Single(Reader.English.Read(new Article("The rain fell on the town for the third day.\n\n“Nobody here will forget what was done to this town.”")).Statements);
        Assert.Empty(statement.Source);
        Assert.Empty(statement.Cue);
        Assert.Null(statement.Speaker);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("Rain fell on the capital for the third day. The river is high.")]
    [InlineData("The “Elvik” left port at noon.")]
    public void Nobody_is_cited_where_nobody_speaks(string text) => Assert.Empty(Reader.English.Read(new Article(text)).Statements);

    [Fact]
    public void A_pronoun_names_no_speaker_by_itself() =>
        Assert.Null(Assert.Single(Reader.English.Read(new Article("“The boats are old,” she said.")).Statements).Speaker);

    [Fact]
    public void A_speaker_is_named_as_the_article_names_them()
    {
        var reading = Reader.English.Read(new Article("“The boats are old,” said Ilse Marrow."));
        var speaker = Assert.Single(reading.Statements).Speaker!;
        Assert.Equal("Ilse Marrow", speaker.Name);
        Assert.Contains(speaker.Evidence, span => span.In(reading.Document.Text) is "Ilse Marrow");
    }
}
