using System.Collections.Immutable;
using CsCheck;
using Rapporteur.Times;
using Xunit;

namespace Rapporteur.Tests.Times;

public sealed class TimeReaderTests
{
    private static readonly PublicationDate Tuesday = new(new DateOnly(2021, 12, 14));

    [Theory]
    [InlineData("The court sits on Tuesday.", "2021-12-14")]
    [InlineData("The envoy left on Wednesday.", "2021-12-08")]
    [InlineData("The envoy will leave on Wednesday.", "2021-12-15")]
    [InlineData("The panel is scheduled to meet on Monday.", "2021-12-20")]
    [InlineData("He flew home on Friday, December 10.", "2021-12-10")]
    [InlineData("The pact of 31 January 2020 lapsed.", "2020-01-31")]
    [InlineData("She resigned on 29 February 2020.", "2020-02-29")]
    [InlineData("Thanksgiving 2021 fell late.", "2021-11-25")]
    [InlineData("The lines were cut on Easter Sunday 2019.", "2019-04-21")]
    [InlineData("The ban was lifted the day before yesterday.", "2021-12-12")]
    public void A_day_is_told_from_the_day_of_publication(string text, string value) => Assert.Contains(Read(text), time => time.Value == value);

    [Theory]
    [InlineData("The colonel may resign.")]
    [InlineData("They march at dawn and the second column follows.")]
    [InlineData("It was the ninth round of talks, and the first without shouting.")]
    [InlineData("He sat in the sun with 1200 troops.")]
    [InlineData("The firm spent $2014 on stamps.")]
    [InlineData("Nobody expected the fall of the cabinet.")]
    [InlineData("They sat in Room 1200 and she was in her twenties.")]
    public void Words_that_only_look_like_times_are_none(string text) => Assert.Empty(Read(text));

    [Fact]
    public void Without_a_day_of_publication_what_depends_on_it_stays_open()
    {
        var times = Reader.English.Read(new Article("On Tuesday she recalled the war of 1991, which began last year in May.")).Times;
        Assert.Equal(["XXXX-WXX-2", "1991", "XXXX", "XXXX-05"], times.Select(time => time.Value));
        Assert.All(times, time => Assert.Null(time.Day));
    }

    [Theory]
    [InlineData("The talks broke up in 2019; the following year they resumed.", "2020")]
    [InlineData("The fleet sailed on 3 May 2018 and the next day it was gone.", "2018-05-04")]
    public void What_follows_a_date_counts_from_it(string text, string value) => Assert.Equal(value, Read(text)[^1].Value);

    [Fact]
    public void A_range_of_years_and_its_ends_are_read()
    {
        Assert.Equal("1997/1998", Assert.Single(Read("The crisis of 1997-98 ruined him.")).Value);
        Assert.Equal(["1990", "1995"], Read("She served from 1990 to 1995.").Select(time => time.Value));
    }

    [Fact]
    public void Days_that_share_their_month_are_each_read() =>
        Assert.Equal(["2022-01-04", "2022-01-06", "2022-03-05", "2022-03-06"],
            Read("The fair will run January 4-6, and the museum will open March 5 and 6.").Select(time => time.Value));

    [Fact]
    public void Spans_lie_in_the_text_apart_and_in_order_for_any_text() =>
        Gen.OneOf(NastyText.Any, TimeLike).Sample(text =>
        {
            var last = 0;
            foreach (var time in Read(text))
            {
                if (time.Span.Start < last || time.Span.IsEmpty || time.Span.End > text.Length || time.Value.Length == 0) return false;
                last = time.Span.End;
            }

            return true;
        }, iter: 2000);

    [Theory]
    [InlineData("9")]
    [InlineData("twenty ")]
    [InlineData("early late mid ")]
    [InlineData("99999999 years ago ")]
    [InlineData("5,000 years ago and 31 February 9999, ")]
    [InlineData("in 0001 and last century and 4000 decades ago ")]
    public void Times_beyond_the_calendar_are_no_error(string run) =>
        Assert.All(Read(string.Concat(Enumerable.Repeat(run, 500))), time => Assert.NotEmpty(time.Value));

    private static readonly Gen<string> TimeLike = Gen.OneOf(
    [
        "the ", "last ", "next ", "May ", "5 ", "31, ", "1996 ", "'96 ", "early ", "year", "-", "–", " ", "ago ", "two ", "and ", "a half ", "to ", "quarter ", "of ",
        "Friday ", "night ", "at ", "10 ", "p.m. ", "noon ", "30/2/2020 ", "0000-01-01 ", "9999 ", "20th ", "century ", "Easter ", "every ", "other ", "week ", ". ", ", ",
    ]).Array[0, 40].Select(string.Concat);

    private static ImmutableArray<TimeExpression> Read(string text) => Reader.English.Read(new Article(text) { Published = Tuesday }).Times;
}
