using System.Diagnostics;
using System.Text.Json;
using NATS.Client.JetStream;
using Rapporteur.Queue.Broker;

namespace Rapporteur.Queue.Work;

/// <summary>
/// What a worker does every few seconds: it tells the broker that what it has is still being worked on, says how it is, and asks
/// whether the queue pauses. Where the broker is away, the next beat is as good.
/// </summary>
internal sealed class Heartbeat(Worker worker, NewsQueue queue, InHand inHand, TimeSpan readingLimit)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    /// <summary>Beats until it is told to end and nothing is in hand.</summary>
    /// <param name="pauses">Is told whether the queue pauses.</param>
    /// <param name="stop">Tells the worker to end.</param>
    public async Task RunAsync(Action<bool> pauses, CancellationToken stop)
    {
        var signal = queue.Streams.AckWait / 4;
        var every = signal < Usual ? signal : Usual;
        var ending = new TaskCompletionSource();
        await using var ended = stop.Register(ending.SetResult);
        var signalled = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested || inHand.Count > 0)
        {
            foreach (var delivery in inHand.All)
                if (delivery.Reading > readingLimit) worker.Hangs(delivery);
            try
            {
                if (Stopwatch.GetElapsedTime(signalled) >= signal)
                {
                    signalled = Stopwatch.GetTimestamp();
                    await SignalAsync();
                }

                pauses(await queue.IsPausedAsync(CancellationToken.None));
                await queue.Streams.Heartbeats.PutAsync(worker.Name, JsonSerializer.SerializeToUtf8Bytes(worker.Report(), QueueJson.Default.WorkerReport), cancellationToken: CancellationToken.None);
            }
            catch (Exception e) when (BrokerErrors.IsOne(e))
            {
                // The worker says so where it takes messages.
            }

            await Task.WhenAny(stop.IsCancellationRequested ? inHand.EmptyAsync(CancellationToken.None) : ending.Task, Task.Delay(every, CancellationToken.None));
        }

        try
        {
            await queue.Streams.Heartbeats.DeleteAsync(worker.Name, cancellationToken: CancellationToken.None);
        }
        catch (Exception e) when (BrokerErrors.IsOne(e))
        {
            // It is forgotten by itself.
        }
    }

    private async Task SignalAsync()
    {
        foreach (var delivery in inHand.All)
            if (!delivery.IsSettled) await delivery.Message.AckProgressAsync();
    }
}
