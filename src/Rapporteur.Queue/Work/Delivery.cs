using System.Diagnostics;
using NATS.Client.JetStream;
using Rapporteur.Queue.Broker;

namespace Rapporteur.Queue.Work;

/// <summary>A message that this worker has, until it is settled: acknowledged, parked, or given back.</summary>
/// <remarks>
/// What comes of one message may be several articles, which are stored in different batches: it is acknowledged when all of it has been
/// read and all that was read is stored.
/// </remarks>
internal sealed class Delivery(INatsJSMsg<byte[]> message)
{
    private int _open = 1; // the reading itself; and one for each article that is to be stored
    private long _readingSince;
    private bool _isSettled;

    public INatsJSMsg<byte[]> Message => message;

    public long Size { get; } = message.Size;

    /// <summary>How often it was handed out, this time counted.</summary>
    public long Attempt { get; } = (long)(message.Metadata?.NumDelivered ?? 1);

    /// <summary>Its number in the queue.</summary>
    public ulong Sequence { get; } = message.Metadata?.Sequence.Stream ?? 0;

    /// <summary>Whether a worker had it that did not settle it; perhaps since reading it ended that worker.</summary>
    public bool MayBeHarmful => Attempt > 1 || Head(QueueNames.Alone).Length > 0;

    /// <summary>For how long its article is being read; nothing while none is.</summary>
    public TimeSpan Reading => Volatile.Read(ref _readingSince) is > 0 and var since ? Stopwatch.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>The object that holds what it asks for, or what it asks to be read; null where there is none.</summary>
    public string? Object { get; set; } = message.Headers is { } heads && heads.TryGetLastValue(QueueNames.Object, out var name) ? name : null;

    /// <summary>Whether another message needs its object, so that it stays.</summary>
    public bool KeepsObject { get; set; }

    public bool IsSettled => Volatile.Read(ref _isSettled);

    public string Head(string name) => message.Headers is { } heads && heads.TryGetLastValue(name, out var value) ? value ?? "" : "";

    public void BeginsReading() => Volatile.Write(ref _readingSince, Stopwatch.GetTimestamp());

    public void EndsReading() => Volatile.Write(ref _readingSince, 0);

    /// <summary>An article of it is to be stored.</summary>
    public void Opens() => Interlocked.Increment(ref _open);

    /// <summary>An article of it is stored, or all of it is read.</summary>
    /// <returns>Whether it is done.</returns>
    public bool Closes() => Interlocked.Decrement(ref _open) == 0;

    /// <summary>Marks it as settled; whoever does so first settles it.</summary>
    public bool Settles() => !Interlocked.Exchange(ref _isSettled, true);
}
