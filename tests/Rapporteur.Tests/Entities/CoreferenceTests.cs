using Rapporteur.Entities;
using Xunit;

namespace Rapporteur.Tests.Entities;

/// <summary>Which phrase refers to whom, in sentences written for the project. The phrase asked for stands in square brackets.</summary>
public sealed class CoreferenceTests
{
    [Theory]
    // Short names.
    [InlineData("Mayor Ingrid Solberg welcomed the decision. \"It is overdue,\" [Solberg] said.", "Ingrid Solberg")]
    [InlineData("Zhao Lihong spoke in Geneva on Monday. [Zhao] said that talks would go on.", "Zhao Lihong")]
    [InlineData("Senator Paul Whitmore spoke first. Critics say that [Whitmore] should resign.", "Paul Whitmore")]
    [InlineData("Anna Kowalska met Peter Kowalski. Later [Kowalski] left the building.", "Peter Kowalski")]
    [InlineData("Ruth Adler met Simon Adler in Paris. [Mrs. Adler] said she was tired.", "Ruth Adler")]
    [InlineData("Ruth Adler met Simon Adler in Paris. [Mr. Adler] said he was tired.", "Simon Adler")]
    [InlineData("Donald J. Farrow arrived late. [Donald Farrow] did not explain why.", "Donald J. Farrow")]
    // Organisations, acronyms and other names.
    [InlineData("Students United for Clean Water (SUCW) marched on Friday. [SUCW] has 4,000 members.", "Students United for Clean Water")]
    [InlineData("She works for the Nordic Council of Journalists. The [NCJ] has 300 members.", "Nordic Council of Journalists")]
    [InlineData("The United Nations sent observers. The [U.N.] said that they had arrived.", "United Nations")]
    [InlineData("The State Department rejected the claim. [Foggy Bottom] had been warned in March.", "State Department")]
    // Pronouns.
    [InlineData("Maria Delgado thanked the voters. [She] promised lower taxes.", "Maria Delgado")]
    [InlineData("John Hartley resigned on Monday. [He] had led the bank for ten years.", "John Hartley")]
    [InlineData("Maria Delgado met John Hartley in Oslo. [She] asked for help.", "Maria Delgado")]
    [InlineData("Maria Delgado met John Hartley in Oslo. [He] refused.", "John Hartley")]
    [InlineData("Maria Delgado said that [her] brother would pay.", "Maria Delgado")]
    [InlineData("Moscow will present [its] proposal next week.", "Moscow")]
    [InlineData("John Hartley said on Tuesday that [he] would not stand again.", "John Hartley")]
    [InlineData("John Hartley spoke first. Paul Whitmore said that [he] had seen worse.", "Paul Whitmore")]
    [InlineData("Councilmember [Hugo Marin-Soto] voted no. He left early.", "Hugo Marin-Soto")]
    // Inside and beside quotations.
    [InlineData("\"[I] have never seen such a thing,\" Maria Delgado said.", "Maria Delgado")]
    [InlineData("Irina Belova spoke to the press. \"[I] am tired,\" she said.", "Irina Belova")]
    [InlineData("John Hartley defended the plan. \"It will work,\" [he] said.", "John Hartley")]
    // Roles and descriptions.
    [InlineData("Foreign Ministry spokeswoman Irina Belova arrived in Geneva. \"We will see,\" [the spokeswoman] said.", "Irina Belova")]
    [InlineData("The panel heard Tom Rask, [a professor of law at the university].", "Tom Rask")]
    [InlineData("[The Ukrainian ambassador], Olena Marchuk, declined to comment.", "Olena Marchuk")]
    [InlineData("Students United for Clean Water (SUCW) marched on Friday. [The group] has 4,000 members.", "Students United for Clean Water")]
    [InlineData("Jane Roe, [the mayor of Springfield], opened the bridge.", "Jane Roe")]
    [InlineData("Jane Roe is [the mayor of Springfield].", "Jane Roe")]
    [InlineData("According to [the Interfax news agency], the talks failed.", "Interfax")]
    public void A_phrase_refers_to_the_one_it_stands_for(string text, string expected) => Assert.Equal(expected, Naming.AtMark(text).Entity?.Name);

    [Theory]
    [InlineData("Ruth Adler met Simon Adler in Paris. Later, [Adler] spoke to reporters.", "Adler")]
    [InlineData("[She] promised lower taxes.", null)]
    [InlineData("Maria Delgado met Anna Berg. \"[He] lies,\" Delgado said.", null)]
    [InlineData("It was raining. [It] rained all day.", null)]
    public void Where_nothing_fits_a_phrase_refers_to_nobody_named(string text, string? expected)
    {
        var entity = Naming.AtMark(text).Entity;
        Assert.Equal(expected, entity?.Name);
    }

    [Fact]
    public void A_speaker_is_not_the_one_that_the_quotation_speaks_of()
    {
        var (reading, entity) = Naming.AtMark("Paul Whitmore and John Hartley were there. \"[He] knew everything,\" Hartley said.");
        Assert.NotEqual("John Hartley", entity?.Name);
        Assert.Contains(reading.Entities.All, e => e.Name == "John Hartley");
    }

    [Fact]
    public void Each_mention_is_of_one_entity_and_stands_in_the_text()
    {
        var reading = Naming.Read(News.Article(7));
        var mentions = reading.Entities.All.SelectMany(e => e.Mentions).ToList();
        Assert.Equal(mentions.Count, mentions.Select(m => (m.Tokens, m.Head)).Distinct().Count());
        Assert.All(mentions, m => Assert.InRange(m.Head, m.Tokens.First, m.Tokens.End - 1));
    }
}
