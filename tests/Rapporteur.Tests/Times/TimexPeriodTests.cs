using Rapporteur.Times;
using Xunit;

namespace Rapporteur.Tests.Times;

public sealed class TimexPeriodTests
{
    [Theory]
    [InlineData("2021-12-15", "2021-12-15", "2021-12-15")]
    [InlineData("2021-W50", "2021-12-13", "2021-12-19")]
    [InlineData("2021-W50-WE", "2021-12-18", "2021-12-19")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("1989-Q4", "1989-10-01", "1989-12-31")]
    [InlineData("2020-H1", "2020-01-01", "2020-06-30")]
    [InlineData("2019-SU", "2019-06-01", "2019-08-31")]
    [InlineData("1949", "1949-01-01", "1949-12-31")]
    [InlineData("2021-12-14TEV", "2021-12-14", "2021-12-14")]
    public void A_value_covers_days(string value, string first, string last)
    {
        Assert.True(TimexPeriod.TryParse(value, out var period));
        Assert.Equal(first, period.First.ToString("O"));
        Assert.Equal(last, period.Last.ToString("O"));
        Assert.Null(period.Time);
    }

    [Fact]
    public void A_time_of_day_is_read_and_midnight_belongs_to_the_next_day()
    {
        Assert.True(TimexPeriod.TryParse("2021-12-14T17:30", out var evening));
        Assert.Equal(new TimeOnly(17, 30), evening.Time);
        Assert.True(TimexPeriod.TryParse("2021-12-31T24:00", out var midnight));
        Assert.Equal(new DateOnly(2022, 1, 1), midnight.First);
    }

    [Theory]
    [InlineData("P3M")]
    [InlineData("XXXX-WXX-2")]
    [InlineData("PAST_REF")]
    [InlineData("199")]
    [InlineData("1997/1998")]
    [InlineData("2021-13")]
    [InlineData("2021-02-30")]
    [InlineData("2021-W54")]
    [InlineData("2021-12-14T99:00")]
    [InlineData("")]
    [InlineData(null)]
    public void What_covers_no_certain_days_is_refused(string? value) => Assert.False(TimexPeriod.TryParse(value, out _));
}
