using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Operations;

/// <summary>What the desk counts of its own work (OpenTelemetry's names: dots, and units in braces).</summary>
internal sealed class DeskMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Rapporteur.Desk";

    private readonly Meter _meter;
    private readonly Counter<long> _added;
    private readonly Histogram<double> _reading;
    private readonly UpDownCounter<long> _waiting;

    public DeskMeter(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _added = _meter.CreateCounter<long>("rapporteur.articles.added", "{article}", "Articles taken into the archive, by what they came to.");
        _reading = _meter.CreateHistogram<double>("rapporteur.reading.duration", "s", "How long the reader takes for an article.");
        _waiting = _meter.CreateUpDownCounter<long>("rapporteur.intake.waiting", "{article}", "Articles that wait to be read or written.");
    }

    /// <summary>An article was taken in.</summary>
    /// <param name="outcome">What it came to.</param>
    public void Added(AddedAs outcome) => _added.Add(1, new KeyValuePair<string, object?>("outcome", outcome switch
    {
        AddedAs.New => "new",
        AddedAs.NewVersion => "new-version",
        _ => "known",
    }));

    /// <summary>An article was read.</summary>
    /// <param name="started">The timestamp (<see cref="Stopwatch.GetTimestamp"/>) of when that began.</param>
    public void Read(long started) => _reading.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    /// <summary>An article came, or, with -1, is done.</summary>
    public void Waits(int change) => _waiting.Add(change);

    public void Dispose() => _meter.Dispose();
}
