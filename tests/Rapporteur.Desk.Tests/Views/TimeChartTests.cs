using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Desk.Pages.Parts;
using Xunit;

namespace Rapporteur.Desk.Tests.Views;

public sealed class TimeChartTests
{
    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2024-05-01", "2024-06-20", TimeUnit.Day)]
    [InlineData("2024-01-01", "2024-12-31", TimeUnit.Week)]
    [InlineData("2021-01-01", "2024-12-31", TimeUnit.Month)]
    [InlineData("1990-01-01", "2024-12-31", TimeUnit.Year)]
    public void Bars_are_days_weeks_months_or_years_as_it_fits(string first, string last, TimeUnit unit)
    {
        var chart = TimeChart.Of("all", [new DayCount(Day(first), 1), new DayCount(Day(last), 3)], term => term)!;
        Assert.Equal((unit, 2, 3), (chart.Unit, chart.Bars.Length, chart.Most));
        Assert.All(chart.Bars, bar => Assert.True(bar.X >= 0 && bar.X + bar.Width <= TimeChart.Width && bar.Height <= TimeChart.Base));
    }

    [Fact]
    public void Every_bar_leads_to_its_days_in_the_language_of_queries()
    {
        foreach (var (first, last) in new[] { ("2024-05-01", "2024-05-09"), ("2024-01-01", "2024-12-31"), ("2021-01-31", "2024-12-31"), ("0001-01-01", "9999-12-31") })
            foreach (var bar in TimeChart.Of("all", [new DayCount(Day(first), 1), new DayCount(Day(last), 3)], term => term)!.Bars)
                Assert.NotNull(StatementQuery.Parse(bar.Address).Days);
    }

    [Fact]
    public void Charts_beside_each_other_share_their_time_and_scale()
    {
        var charts = TimeChart.Of([("one", [new DayCount(Day("2024-05-01"), 2)], term => term), ("other", [new DayCount(Day("2024-05-09"), 4)], term => term)]);
        Assert.Equal([(charts[0].First, charts[0].Last, 4), (charts[0].First, charts[0].Last, 4)], charts.Select(chart => (chart.First, chart.Last, chart.Most)));
        Assert.Equal(2 * charts[0].Bars[0].Height, charts[1].Bars[0].Height, 6);
    }

    [Fact]
    public void Where_no_day_is_known_there_is_no_chart() => Assert.Null(TimeChart.Of("all", [], term => term));
}
