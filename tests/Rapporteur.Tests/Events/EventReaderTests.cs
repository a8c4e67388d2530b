using CsCheck;
using Rapporteur.Events;
using Xunit;

namespace Rapporteur.Tests.Events;

public sealed class EventReaderTests
{
    [Theory]
    [InlineData("French soldiers arrested two Malian officers in Bamako.", PloverEvent.Coerce, "FRA", "MLI")]
    [InlineData("Norway imposed sanctions on Belarus.", PloverEvent.Sanction, "NOR", "BLR")]
    [InlineData("Chile accused Bolivia of spying.", PloverEvent.Disapprove, "CHL", "BOL")]
    [InlineData("Turkey demanded that Greece withdraw its ships.", PloverEvent.Demand, "TUR", "GRC")]
    [InlineData("Peru rejected a Spanish offer.", PloverEvent.Reject, "PER", "ESP")]
    [InlineData("India expelled three Canadian diplomats.", PloverEvent.Sanction, "IND", "CAN")]
    [InlineData("Sudan threatened to attack Chad.", PloverEvent.Threaten, "SDN", "TCD")]
    [InlineData("Ghana praised Togo for its patience.", PloverEvent.Support, "GHA", "TGO")]
    [InlineData("Ethiopian troops shelled an Eritrean village.", PloverEvent.Fight, "ETH", "ERI")]
    [InlineData("Poland agreed to provide tents to Moldova.", PloverEvent.Agree, "POL", "MDA")]
    [InlineData("Qatar freed two Indian prisoners.", PloverEvent.Retreat, "QAT", "IND")]
    [InlineData("Kuwait sent medicine to Yemen.", PloverEvent.Aid, "KWT", "YEM")]
    public void A_clear_case_is_read_with_both_actors(string text, PloverEvent type, string source, string target)
    {
        var found = Assert.Single(Reader.English.Read(new Article(text)).Events);
        Assert.Equal(type, found.Type);
        Assert.Equal([source], found.Source.Select(a => a.Code));
        Assert.Equal([target], found.Target.Select(a => a.Code));
    }

    [Theory]
    [InlineData("“Greece must pull back its patrol boats,” a Turkish foreign ministry spokesman said.", PloverEvent.Demand, "TUR", "GRC")]
    [InlineData("Norway said that if Sweden closes the strait, it will seize its freighters.", PloverEvent.Threaten, "NOR", "SWE")]
    public void What_a_statement_does_is_an_event_between_its_speaker_and_whom_it_is_made_to(string text, PloverEvent type, string source, string target)
    {
        var found = Reader.English.Read(new Article(text)).Events;
        Assert.Contains(found, e => e.Type == type && e.Source.Any(a => a.Code == source) && e.Target.Any(a => a.Code == target) && !e.Evidence.IsEmpty);
    }

    [Fact]
    public void What_the_passive_names_first_is_the_target()
    {
        var found = Assert.Single(Reader.English.Read(new Article("Three Swedish journalists were arrested by Egyptian police.")).Events);
        Assert.Equal(PloverEvent.Coerce, found.Type);
        Assert.Equal("EGY", Assert.Single(found.Source).Code);
        Assert.Equal("SWE", Assert.Single(found.Target).Code);
    }

    [Theory]
    [InlineData("Brazil said it would send doctors to Haiti.", PloverEvent.Agree)]
    [InlineData("Serbia said it would expel Austrian diplomats.", PloverEvent.Threaten)]
    [InlineData("Japan refused to sign the treaty with Russia.", PloverEvent.Reject)]
    public void What_is_announced_is_a_promise_a_threat_or_a_refusal(string text, PloverEvent type) =>
        Assert.Equal(type, Assert.Single(Reader.English.Read(new Article(text)).Events).Type);

    [Theory]
    [InlineData("The Norwegian minister talked about the weather.")]
    [InlineData("The Norwegian party fought to keep the tax.")]
    [InlineData("“Who will pay for the bridge?” the Norwegian minister asked.")]
    public void What_only_sounds_like_politics_between_two_is_no_event(string text) => Assert.Empty(Reader.English.Read(new Article(text)).Events);

    [Theory]
    [InlineData("Norway could help Iceland.")]
    [InlineData("If Chile attacks Peru, everybody loses.")]
    [InlineData("Denmark did not attack Sweden.")]
    [InlineData("The weather in Spain was fine and the beaches of Portugal were full.")]
    [InlineData("We blame Rome for this.")]
    public void What_is_not_done_is_no_event(string text) => Assert.Empty(Reader.English.Read(new Article(text)).Events);

    [Fact]
    public void An_event_has_its_date_its_context_and_the_words_it_was_read_from()
    {
        const string Text = "Latvia expelled two envoys of Serbia on Monday.";
        var found = Assert.Single(Reader.English.Read(new Article(Text) { Published = new PublicationDate(new DateOnly(2021, 12, 14)) }).Events);
        Assert.Equal("2021-12-13", found.Date);
        Assert.Equal("expelled", found.Evidence[0].In(Text).ToString());
        Assert.Equal(["Latvia", "Serbia"], found.Source.Concat(found.Target).Select(actor => actor.Evidence.In(Text).ToString()));
    }

    [Fact]
    public void Evidence_lies_in_the_text_for_any_text() =>
        Gen.OneOf(NastyText.Any, Political).Sample(text =>
        {
            var reading = Reader.English.Read(new Article(text) { Published = new PublicationDate(new DateOnly(2021, 12, 14)) });
            var spans = reading.Events.SelectMany(e => e.Evidence.Concat(e.Source.Concat(e.Target).Select(a => a.Evidence)))
                .Concat(reading.Agenda.SelectMany(e => e.Evidence.Concat(e.Participants.Select(p => p.Evidence))));
            return spans.All(span => span.Start >= 0 && span.Length > 0 && span.End <= text.Length)
                && reading.Events.All(e => e.Source.Length + e.Target.Length > 0 && e.Evidence.Length > 0);
        }, iter: 500);

    private static readonly Gen<string> Political = Gen.OneOf(
    [
        "France ", "Russia ", "the Russian minister ", "said ", "that ", "it ", "will ", "would ", "not ", "attack ", "attacked ", "agreed to ", "demanded ", "met ", "with ",
        "talks ", "on Monday ", "next week ", "in Geneva ", "sanctions ", "imposed ", "by ", "and ", "if ", ", ", ". ", "who ", "threatened to ", "refused ", "summit ", "hold a ",
    ]).Array[0, 30].Select(string.Concat);
}
