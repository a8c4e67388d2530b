using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Queue;

namespace Rapporteur.Desk.Pages.Queue;

/// <summary>What the page of the queue shows.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Parked">The first messages that could not be read.</param>
public sealed record QueueModel(QueueStatus Status, ImmutableArray<ParkedMessage> Parked)
{
    /// <summary>Articles stored a second, by all workers together.</summary>
    public double Rate => Status.Workers.Sum(worker => worker.Rate);

    /// <summary>Readings that failed, of all workers that are heard of.</summary>
    public long Failed => Status.Workers.Sum(worker => worker.Failed);

    /// <summary>A time as people say it: <c>12 s</c>, <c>3 min</c>, <c>2.5 h</c>, <c>4 days</c>.</summary>
    public static string Lasting(TimeSpan time) => time switch
    {
        { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.#} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} days"),
    };
}
