using CsCheck;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Wording;
using Xunit;

namespace Rapporteur.Tests.Wording;

public sealed class AlterationTests
{
    [Theory]
    [InlineData("“(W)inter came early,” the ferryman said.", "(W)", AlterationKind.Case, "winter came early,")]
    [InlineData("He called it “tax[ing] work” in a letter.", "[ing]", AlterationKind.Ending, "tax work")]
    [InlineData("“Our (bogus) audit is done,” the banker said.", "(bogus)", AlterationKind.Comment, "Our audit is done,")]
    [InlineData("“Them boats is late [sic],” the pilot wrote.", "[sic]", AlterationKind.Comment, "Them boats is late,")]
    [InlineData("“I warned [the harbour master] twice,” Osei said.", "[the harbour master]", AlterationKind.Substituted, "I warned … twice,")]
    [InlineData("“The nets (are) torn,” Osei said.", "(are)", AlterationKind.Supplied, "The nets torn,")]
    [InlineData("“The International Whaling Commission (IWC) meets in May,” the note says.", "(IWC)", AlterationKind.Own, "The International Whaling Commission (IWC) meets in May,")]
    [InlineData("“We fished [...] all night,” Osei said.", "[...]", AlterationKind.Ellipsis, "We fished … all night,")]
    public void An_alteration_has_its_kind_its_place_and_a_reading_without_it(string text, string altered, AlterationKind kind, string spoken)
    {
        var passage = Assert.Single(Reader.English.Read(new Article(text)).Passages);
        var alteration = Assert.Single(passage.Alterations);
        Assert.Equal(altered, alteration.Span.In(text).ToString());
        Assert.Equal(kind, alteration.Kind);
        Assert.Equal(spoken, passage.AsSpoken);
    }

    [Fact]
    public void Brackets_outside_quotation_marks_are_the_outlets_own_business() =>
        Assert.All(Reader.English.Read(new Article("The ferry (built in 1931) sank, “with all hands”, in May (or June).")).Passages,
            passage => Assert.Empty(passage.Alterations));

    [Fact]
    public void Words_without_alterations_read_as_printed()
    {
        var passage = Assert.Single(Reader.English.Read(new Article("“The harbour is shut,” the pilot said.")).Passages);
        Assert.Equal(passage.AsPrinted, passage.AsSpoken);
        Assert.Equal("The harbour is shut,", passage.AsPrinted);
    }

    [Fact]
    public void Alterations_of_any_text_lie_inside_their_quotation_in_order() =>
        NastyText.Quotes.Sample(text =>
        {
            foreach (var passage in Reader.English.Read(new Article(text)).Passages)
            {
                var end = passage.Span.Start;
                foreach (var alteration in passage.Alterations)
                {
                    Assert.True(alteration.Span.Start >= end && alteration.Span.End <= passage.Span.End);
                    Assert.InRange(alteration.Score, 0, 1);
                    end = alteration.Span.End;
                }
            }
        }, iter: 4000);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData(")")]
    [InlineData("([")]
    [InlineData("(a")]
    [InlineData("(a) ")]
    [InlineData("[b](c) ")]
    [InlineData("a(b)c[d]")]
    [InlineData(". . ")]
    [InlineData("“(")]
    public void Thousands_of_brackets_cost_no_more_than_as_many_words(string unit)
    {
        var few = Time("“" + string.Concat(Enumerable.Repeat(unit, 2_000)));
        var many = Time("“" + string.Concat(Enumerable.Repeat(unit, 16_000)));
        Assert.True(many < 40 * few + TimeSpan.FromMilliseconds(400), $"{few} for 2,000, {many} for 16,000");
    }

    // The wording alone: what comes before has tests of its own.
    private static TimeSpan Time(string text)
    {
        var reading = Reader.English.Read(new Article(text) { Body = [new Span(0, text.Length)] });
        var reader = new WordingReader(LanguagePack.English);
        return ProcessorTime.Of(() => reader.Read(new TokenWords(reading.Document, reading.Syntax), reading.Statements));
    }
}
