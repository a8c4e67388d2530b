using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.People;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>A bar of a chart over time.</summary>
/// <param name="Name">The time that it stands for.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Address">Where these are shown.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high.</param>
public sealed record TimeBar(string Name, int Statements, string Address, double X, double Width, double Height)
{
    internal string Left => TimeChart.Coordinate(X);

    internal string Top => TimeChart.Coordinate(TimeChart.Base - Height);

    internal string Wide => TimeChart.Coordinate(Width);

    internal string High => TimeChart.Coordinate(Height);
}

/// <summary>Statements over time as bars, and as a table that says the same.</summary>
public sealed class TimeChart
{
    /// <summary>The size of the drawing.</summary>
    public const double Width = 720, Height = 150, Base = 122, Top = 14;

    private const double Gap = 0.15, WidestBar = 40;

    private TimeChart(string title, TimeUnit unit, DateOnly first, DateOnly last, int most, ImmutableArray<TimeBar> bars) =>
        (Title, Unit, First, Last, Most, Bars) = (title, unit, first, last, most, bars);

    /// <summary>What is shown.</summary>
    public string Title { get; }

    /// <summary>What a bar stands for.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The first day that is shown.</summary>
    public DateOnly First { get; }

    /// <summary>The last.</summary>
    public DateOnly Last { get; }

    /// <summary>The number of statements of the highest bar that is possible.</summary>
    public int Most { get; }

    /// <summary>The bars, those of no statement left out, by time.</summary>
    public ImmutableArray<TimeBar> Bars { get; }

    /// <summary>Charts of several series over the same time and on the same scale.</summary>
    /// <param name="series">The title of each, its days, and the address of what was said in the days of a query's term.</param>
    internal static ImmutableArray<TimeChart> Of(IReadOnlyList<(string Title, ImmutableArray<DayCount> Days, Func<string, string> Address)> series)
    {
        var days = series.SelectMany(one => one.Days).Select(count => count.Day).ToList();
        if (days.Count == 0) return [];
        var (first, last) = (days.Min(), days.Max());
        var unit = TimeUnits.Fitting(first, last);
        var starts = Starts(unit, first, last);
        var places = starts.Index().ToDictionary(start => start.Item, start => start.Index);
        var counted = series.Select(one => one.Days.GroupBy(count => unit.Start(count.Day)).OrderBy(group => group.Key)
            .Select(group => (Start: group.Key, Statements: group.Sum(count => count.Statements))).ToList()).ToList();
        var most = counted.SelectMany(counts => counts).Max(count => count.Statements);
        var step = Width / starts.Count;
        var wide = Math.Min(WidestBar, step * (1 - Gap));
        return [.. series.Zip(counted, (one, counts) => new TimeChart(one.Title, unit, first, last, most, [.. counts.Select(count => new TimeBar(
            unit.Name(count.Start), count.Statements, one.Address(unit.Term(count.Start)),
            places[count.Start] * step + (step - wide) / 2, wide, Math.Max(1.5, (Base - Top) * count.Statements / most)))]))];
    }

    /// <summary>A chart of one series; null where no day is known.</summary>
    internal static TimeChart? Of(string title, ImmutableArray<DayCount> days, Func<string, string> address) => Of([(title, days, address)]) is [var chart] ? chart : null;

    /// <summary>A number as SVG writes it.</summary>
    internal static string Coordinate(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static List<DateOnly> Starts(TimeUnit unit, DateOnly first, DateOnly last)
    {
        var starts = new List<DateOnly>();
        for (var start = unit.Start(first); start <= last; start = unit.End(start).AddDays(1))
        {
            starts.Add(start);
            if (unit.End(start) == DateOnly.MaxValue) break;
        }

        return starts;
    }
}
