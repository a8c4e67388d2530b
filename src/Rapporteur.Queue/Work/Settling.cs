using System.Collections.Concurrent;
using System.Globalization;
using NATS.Client.Core;
using NATS.Client.JetStream;
using Rapporteur.Ingest;
using Rapporteur.Queue.Broker;

namespace Rapporteur.Queue.Work;

/// <summary>Tells the broker what came of a message. None of it is waited for by those who read and store.</summary>
/// <remarks>Where the broker is away, it is told again; where it never hears of it, it hands the message out again, which does no harm.</remarks>
/// <param name="streams">The broker.</param>
/// <param name="inHand">What this worker has; a message leaves it when the broker knows.</param>
/// <param name="meter">Counts.</param>
/// <param name="worker">This worker's name.</param>
internal sealed class Settling(Streams streams, InHand inHand, WorkerMeter meter, string worker)
{
    private const int Tries = 4;
    private static readonly AckOpts Confirmed = new() { DoubleAck = true };
    private readonly ConcurrentDictionary<Task, bool> _open = new();
    private long _parked;

    /// <summary>How many messages were parked.</summary>
    public long ParkedCount => Interlocked.Read(ref _parked);

    /// <summary>It is done: all that came of it is stored.</summary>
    public void Done(Delivery delivery) => Settle(delivery, async () =>
    {
        await delivery.Message.AckAsync(Confirmed);
        await ForgetAsync(delivery);
    });

    /// <summary>Somebody is to get it again, after a pause.</summary>
    public void GiveBack(Delivery delivery, TimeSpan pause = default) => Settle(delivery, async () => await delivery.Message.NakAsync(new AckOpts { NakDelay = pause }));

    /// <summary>It cannot be read: it is put aside with the reason, and then it is done.</summary>
    public void Park(Delivery delivery, string error) => Settle(delivery, async () =>
    {
        await ParkAsync(delivery.Message.Data ?? [], delivery.Message.Headers, $"parked-{delivery.Sequence}", delivery.Attempt, error);
        await delivery.Message.AckAsync(Confirmed);
    });

    /// <summary>
    /// A part of a message cannot be read: it is parked as a message of its own, or, where trying again may help, queued as one. When this
    /// ends the broker has it; the rest of the message is not touched.
    /// </summary>
    public void PutAside(Delivery delivery, QueueMessage part, Exception problem, CancellationToken stop)
    {
        var isFinal = problem is UnreadableInputException { IsTemporary: false };
        var (content, packing) = Packing.Pack(part.Content);
        meter.Failed(isFinal);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var telling = isFinal
                    ? ParkAsync(content, part.Heads(packing), $"parked-{part.Id}", delivery.Attempt, Problems.Describe(problem))
                    : streams.PublishAsync(QueueNames.ArticlesSubject, content, part.Heads(packing), stop);
                telling.GetAwaiter().GetResult();
                delivery.KeepsObject = true;
                return;
            }
            catch (Exception e) when (BrokerErrors.IsOne(e))
            {
                stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(Math.Min(tries, Tries)));
                stop.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Waits until the broker knows of all.</summary>
    public Task AllAsync() => Task.WhenAll(_open.Keys);

    /// <summary>Puts a message aside with the reason.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="heads">Its heads.</param>
    /// <param name="id">What tells it from others, so that it is parked once, whoever does so again.</param>
    /// <param name="attempt">How often it was handed out.</param>
    /// <param name="error">Why it cannot be read.</param>
    private async Task ParkAsync(byte[] content, NatsHeaders? heads, string id, long attempt, string error)
    {
        var parked = new NatsHeaders();
        foreach (var (name, value) in heads ?? []) parked[name] = value;
        parked[QueueNames.MessageId] = id;
        parked[QueueNames.Error] = QueueMessage.HeadText(error);
        parked[QueueNames.Attempts] = attempt.ToString(CultureInfo.InvariantCulture);
        parked[QueueNames.Worker] = worker;
        if (await streams.PublishAsync(QueueNames.ParkedSubject, content, parked, CancellationToken.None)) Interlocked.Increment(ref _parked);
    }

    private async Task ForgetAsync(Delivery delivery)
    {
        if (!delivery.KeepsObject && delivery.Object is { } name) await streams.Files.DeleteAsync(name);
    }

    private void Settle(Delivery delivery, Func<Task> tell)
    {
        if (!delivery.Settles()) return;
        var task = Task.Run(async () =>
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await tell();
                    break;
                }
                catch (Exception e) when (BrokerErrors.IsOne(e))
                {
                    if (tries == Tries) break;
                    await Task.Delay(TimeSpan.FromSeconds(tries));
                }
            }

            inHand.Remove(delivery);
        });
        _open[task] = true;
        task.ContinueWith(ended => _open.TryRemove(ended, out _), TaskScheduler.Default);
    }
}
