using Rapporteur.Entities;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Entities;

public sealed class EntityReaderTests
{
    private static Reading Read(string text) => Reader.English.Read(new Article(text));

    private static Entity? At(Reading reading, string phrase, int occurrence = 1)
    {
        var start = -1;
        for (var k = 0; k < occurrence; k++) start = reading.Document.Text.IndexOf(phrase, start + 1, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{phrase}' stands in the text");
        return reading.Entities.At(reading.Document.Tokens.Touching(new Span(start, phrase.Length)));
    }

    [Theory]
    [InlineData("Mayor Ingrid Solberg welcomed the decision. \"It is overdue,\" Solberg said.", "Solberg said", "Solberg", "Ingrid Solberg")]
    [InlineData("Zhao Lihong spoke in Geneva on Monday. Zhao said that talks would go on.", "Zhao said", "Zhao", "Zhao Lihong")]
    [InlineData("She works for the Nordic Council of Journalists. The NCJ has 300 members.", "NCJ has", "NCJ", "Nordic Council of Journalists")]
    [InlineData("The United Nations sent observers. The U.N. said that they had arrived.", "U.N. said", "U.N.", "United Nations")]
    public void A_short_name_is_the_one_it_shortens(string text, string context, string phrase, string expected)
    {
        var reading = Read(text);
        var start = text.IndexOf(context, StringComparison.Ordinal);
        var entity = reading.Entities.At(reading.Document.Tokens.Touching(new Span(start, phrase.Length)));
        Assert.Equal(expected, entity?.Name);
    }

    [Fact]
    public void A_short_name_that_fits_two_people_equally_is_neither()
    {
        var reading = Read("Ruth Adler met Simon Adler in Paris. Later, Adler spoke to reporters.");
        Assert.Equal("Adler", At(reading, "Adler", 3)?.Name);
    }

    [Theory]
    [InlineData("Moscow will present its proposal next week.", "Moscow", "RUS", EntityType.Organization)]
    [InlineData("The talks were held in Moscow on Friday.", "Moscow", null, EntityType.Place)]
    [InlineData("The minister rejected Beijing's offer.", "Beijing", "CHN", EntityType.Organization)]
    [InlineData("She left a hotel near Beijing at noon.", "Beijing", null, EntityType.Place)]
    [InlineData("The Kremlin denied the report.", "Kremlin", "RUS", EntityType.Organization)]
    [InlineData("Downing Street declined to comment.", "Downing Street", "GBR", EntityType.Organization)]
    [InlineData("France and Italy signed the treaty.", "France", "FRA", EntityType.Place)]
    public void A_capital_that_acts_is_a_government_and_one_that_is_a_place_is_not(string text, string phrase, string? code, EntityType type)
    {
        var entity = At(Read(text), phrase);
        Assert.NotNull(entity);
        Assert.Equal((code, type), (entity.Actor?.Code, entity.Type));
    }

    [Fact]
    public void A_day_of_the_week_is_no_entity() =>
        Assert.DoesNotContain(Naming.Read("Separately on Monday, Deputy Minister Oleg Marin spoke in Tallinn. On Monday he left.").Entities.All, e => e.Name == "Monday");
}
