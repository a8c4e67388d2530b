using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Quotations;
using Rapporteur.Statements;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Statements;

public sealed class SpeakerEntityTests
{
    [Fact]
    public void A_capital_letter_of_the_office_is_no_part_of_whose_it_is()
    {
        var speaker = Speaker("Estonian Deputy Foreign Minister Oleg Marin said the strait would stay open.");
        Assert.Equal("Deputy Foreign Minister", speaker.Role!.Text);
        Assert.Equal("Estonian", speaker.Affiliation!.Text);
    }

    [Fact]
    public void An_office_may_name_nobody_s_country()
    {
        var speaker = Speaker("Deputy Foreign Minister Oleg Marin said the strait would stay open.");
        Assert.Equal("Deputy Foreign Minister", speaker.Role!.Text);
        Assert.Null(speaker.Affiliation);
    }

    [Theory]
    [InlineData("U.S. State Department spokesman Ned Price told reporters that it was over.", "Ned Price", "spokesman", "U.S. State Department")]
    [InlineData("U.N. Secretary-General Ban Roe said on Monday it was over.", "Ban Roe", "Secretary-General", "U.N.")]
    [InlineData("Polish Deputy Prime Minister Ewa Marin said it was over.", "Ewa Marin", "Deputy Prime Minister", "Polish")]
    public void A_name_is_parted_from_the_office_and_the_office_from_whose_it_is(string text, string name, string role, string affiliation)
    {
        var speaker = Speaker(text);
        Assert.Equal((name, role, affiliation), (speaker.Name, speaker.Role?.Text, speaker.Affiliation?.Text));
    }

    [Fact]
    public void Who_is_quoted_by_an_agency_speaks_and_the_agency_passes_it_on()
    {
        var statement = Assert.Single(Reader.English.Read(new Article("Mikael Roe was quoted by the news agency Ostpress as saying that inspectors would be let in.")).Statements);
        Assert.Equal("Mikael Roe", statement.Speaker!.Name);
        Assert.Equal("Ostpress", Assert.Single(statement.Relays).Name);
    }

    [Fact]
    public void Every_speaker_is_an_entity_of_the_reading()
    {
        var reading = Reader.English.Read(new Article("A Kremlin press service statement said talks would go on. “We are ready,” it said.\n\nCritics said nothing would come of them."));
        Assert.NotEmpty(reading.Statements);
        Assert.All(reading.Statements.Where(s => s.Speaker is not null), s => Assert.Contains(reading.Entities.All, e => e.Id == s.Speaker!.Entity));
    }

    [Theory]
    [InlineData(0.3f, 0)]
    [InlineData(0.9f, 1)]
    public void A_doubtful_attitude_toward_a_bare_name_is_no_statement(float probability, int statements)
    {
        const string Text = "Norland is bitterly hostile toward Sudland.";
        var article = new Article(Text);
        var document = Reader.English.Parse(article);
        var syntax = Reader.English.ReadSyntax(document);
        var reader = new StatementReader(LanguagePack.English, new ReportingWords(LanguagePack.English), new ActorTable(LanguagePack.English));
        var attribution = new Attribution([new Span(0, 7)], [new Span(8, 26)], [new Span(35, 7)], probability);
        Assert.Equal(statements, reader.Read(article, document, syntax, Reader.English.ReadEntities(document, syntax), [], [attribution]).Length);
    }

    private static Speaker Speaker(string text) => Assert.Single(Reader.English.Read(new Article(text)).Statements).Speaker!;
}
