using System.Collections.Immutable;
using Rapporteur.Events;
using Xunit;

namespace Rapporteur.Tests.Events;

public sealed class AgendaReaderTests
{
    [Fact]
    public void A_meeting_to_come_has_participants_form_and_date()
    {
        var entry = Assert.Single(Read("President Alma Duarte will hold a virtual meeting with Chancellor Otto Brandt on December 20."));
        Assert.Equal("virtual meeting", entry.Form);
        Assert.Equal("2021-12-20", entry.Date);
        Assert.Equal(["Alma Duarte", "Otto Brandt"], entry.Participants.Select(p => p.Name));
    }

    [Fact]
    public void A_verb_may_be_the_happening_and_a_place_its_place()
    {
        var entry = Assert.Single(Read("The ministers of France and Spain will meet in Geneva on Thursday."));
        Assert.Equal("meeting", entry.Form);
        Assert.Equal("2021-12-16", entry.Date);
        Assert.Equal("Geneva", entry.Place!.Text);
    }

    [Theory]
    [InlineData("A summit between Germany and Japan is scheduled for January 20.", "summit", "2022-01-20")]
    [InlineData("Parliament will vote on the budget next week.", "vote", "2021-W51")]
    [InlineData("Foreign Minister Adela Morn will travel to Oslo on Friday.", "visit", "2021-12-17")]
    public void What_lies_ahead_is_on_the_agenda(string text, string form, string date)
    {
        var entry = Assert.Single(Read(text));
        Assert.Equal(form, entry.Form);
        Assert.Equal(date, entry.Date);
    }

    [Theory]
    [InlineData("The ministers met in Geneva on Monday.")]
    [InlineData("She will not visit Oslo on Friday.")]
    [InlineData("The bridge will be painted on Friday.")]
    [InlineData("The talks of December 2019 failed.")]
    public void What_is_past_or_no_happening_is_not(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Nothing_is_known_to_lie_ahead_without_a_day_of_publication() =>
        Assert.Empty(Reader.English.Read(new Article("They will meet on 3 May 2030.")).Agenda);

    private static ImmutableArray<AgendaEntry> Read(string text) =>
        Reader.English.Read(new Article(text) { Published = new PublicationDate(new DateOnly(2021, 12, 14)) }).Agenda;
}
