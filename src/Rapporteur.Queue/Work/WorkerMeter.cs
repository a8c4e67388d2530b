using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rapporteur.Queue.Work;

/// <summary>What a worker counts of its own work (OpenTelemetry's names: dots, and units in braces).</summary>
internal sealed class WorkerMeter : IDisposable
{
    private static readonly TimeSpan RateOver = TimeSpan.FromSeconds(30);
    private readonly Meter _meter = new(Worker.Telemetry);
    private readonly Counter<long> _articles;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _reading;
    private readonly Histogram<double> _storing;
    private readonly Lock _lock = new();
    private readonly Queue<(long Time, long Stored)> _recent = new();
    private long _stored;
    private long _failed;

    public WorkerMeter(Func<int> inHand)
    {
        _articles = _meter.CreateCounter<long>("rapporteur.worker.stored", "{article}", "Articles stored, or found to be there.");
        _failures = _meter.CreateCounter<long>("rapporteur.worker.failed", "{message}", "Readings that failed, by whether they are tried again.");
        _reading = _meter.CreateHistogram<double>("rapporteur.worker.reading.duration", "s", "How long reading an article takes.");
        _storing = _meter.CreateHistogram<double>("rapporteur.worker.storing.duration", "s", "How long storing a batch takes.");
        _meter.CreateObservableGauge("rapporteur.worker.inhand", () => inHand(), "{message}", "Messages taken and not finished.");
    }

    public static ActivitySource Traces { get; } = new(Worker.Telemetry);

    public long StoredCount => Interlocked.Read(ref _stored);

    public long FailedCount => Interlocked.Read(ref _failed);

    /// <summary>Articles stored a second, over the last half minute.</summary>
    public double Rate
    {
        get
        {
            lock (_lock)
            {
                var now = Stopwatch.GetTimestamp();
                _recent.Enqueue((now, _stored));
                while (_recent.Count > 2 && Stopwatch.GetElapsedTime(_recent.Peek().Time, now) > RateOver) _recent.Dequeue();
                var (time, stored) = _recent.Peek();
                var seconds = Stopwatch.GetElapsedTime(time, now).TotalSeconds;
                return seconds > 0 ? (_stored - stored) / seconds : 0;
            }
        }
    }

    public void Read(long started) => _reading.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);

    public void Stored(int articles, long started)
    {
        Interlocked.Add(ref _stored, articles);
        _articles.Add(articles);
        _storing.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    public void Failed(bool isParked)
    {
        Interlocked.Increment(ref _failed);
        _failures.Add(1, new KeyValuePair<string, object?>("outcome", isParked ? "parked" : "again"));
    }

    public void Dispose() => _meter.Dispose();
}
