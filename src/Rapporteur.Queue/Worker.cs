using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Rapporteur.Archive;
using Rapporteur.Ingest;
using Rapporteur.Queue.Broker;
using Rapporteur.Queue.Work;

namespace Rapporteur.Queue;

/// <summary>
/// Takes articles from the queue, reads them, stores their records, and tells the broker that they are done only when they are
/// stored. Any number of workers may share a queue and an archive, and start and end at any time, by <c>kill -9</c> too.
/// </summary>
public sealed class Worker : IDisposable
{
    /// <summary>The name of the meter that workers count with, and of the source of their traces.</summary>
    public const string Telemetry = "Rapporteur.Queue";

    // Enough that nobody who reads waits for the broker or the store; what is in hand when a worker is killed is read again by another.
    private const int InHandAtLeast = 64, InHandForEachThread = 32;
    private const long MostBytesInHand = 64L << 20;
    private static readonly TimeSpan Pull = TimeSpan.FromSeconds(2), OtherModelPause = TimeSpan.FromSeconds(5), Look = TimeSpan.FromMilliseconds(100), LoneReaderStaysFor = TimeSpan.FromMinutes(1);

    private readonly NewsQueue _queue;
    private readonly WorkerOptions _options;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _stop = new();
    private readonly InHand _inHand;
    private readonly WorkerMeter _meter;
    private readonly SteadyArchive _archive;
    private readonly Settling _settling;
    private readonly Storing _storing;
    private readonly Outage _brokerOutage;
    private readonly BlockingCollection<Delivery> _taken = [];
    private readonly string _model = Reader.English.Identity.Model;
    private readonly long _started = Stopwatch.GetTimestamp();
    private volatile bool _isPaused;
    private int _hanging;
    private Exception? _fatal;

    /// <summary>A worker that has not begun.</summary>
    /// <param name="queue">The queue; it stays the caller's.</param>
    /// <param name="archive">The archive, opened to write; it stays the caller's.</param>
    /// <param name="options">How it works.</param>
    /// <param name="say">Takes what people should know, a line each.</param>
    public Worker(NewsQueue queue, NewsArchive archive, WorkerOptions options, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(options);
        _queue = queue;
        _options = options;
        _say = say;
        Name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..4]}");
        _inHand = new InHand(InHandAtLeast + InHandForEachThread * options.Threads, MostBytesInHand);
        _meter = new WorkerMeter(() => _inHand.Count);
        _archive = new SteadyArchive(archive, say, _stop.Token);
        _settling = new Settling(queue.Streams, _inHand, _meter, Name);
        _storing = new Storing(_archive, _settling, _inHand, _meter, Fail);
        _brokerOutage = new Outage(say, $"the queue at {queue.Place} works again");
    }

    /// <summary>Its name, another for every worker.</summary>
    public string Name { get; }

    /// <summary>Whether it can do its work: broker and archive answer, and it is not ending.</summary>
    public bool IsReady => !_brokerOutage.Lasts && !_archive.IsAway && !_stop.IsCancellationRequested;

    /// <summary>What it says of itself.</summary>
    public WorkerReport Report() => new(
        Name, Environment.MachineName, Environment.ProcessId, _model, _options.Threads, _inHand.Count, _meter.StoredCount, _meter.FailedCount, _settling.ParkedCount,
        Math.Round(_meter.Rate, 2), Environment.WorkingSet, Math.Round(Stopwatch.GetElapsedTime(_started).TotalSeconds, 1), State);

    /// <summary>Works until it is told to end; then it finishes and stores what is being read, and gives the rest back.</summary>
    /// <param name="end">Tells it to end.</param>
    /// <exception cref="QueueException">It cannot go on: the queue asks for another model, or a reading does not end.</exception>
    public async Task RunAsync(CancellationToken end)
    {
        await using var ending = end.Register(_stop.Cancel);
        var readers = Enumerable.Range(0, _options.Threads).Select(_ => Start(Read)).ToList();
        var store = Start(_storing.Run);
        var heart = new Heartbeat(this, _queue, _inHand, _options.ReadingLimit);
        var beating = heart.RunAsync(paused => _isPaused = paused, _stop.Token);
        try
        {
            await TakeAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // It was told to end, or cannot go on.
        }

        _taken.CompleteAdding();
        while (readers.Count(reader => !reader.IsCompleted) > Volatile.Read(ref _hanging)) await Task.WhenAny(Task.WhenAll(readers), Task.Delay(Look, CancellationToken.None));
        while (_taken.TryTake(out var left)) _settling.GiveBack(left);
        _storing.Complete();
        await store;
        await _settling.AllAsync();
        await beating;
        if (_fatal is not null) throw _fatal;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _storing.Dispose();
        _meter.Dispose();
        _taken.Dispose();
    }

    private string State =>
        _stop.IsCancellationRequested ? "ending" : _archive.IsAway ? "waiting for the archive" : _brokerOutage.Lasts ? "waiting for the broker"
        : _isPaused ? "paused" : _inHand.Count > 0 ? "working" : "idle";

    private static Task Start(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task TakeAsync(CancellationToken stop)
    {
        NATS.Client.JetStream.INatsJSConsumer? consumer = null;
        while (!stop.IsCancellationRequested)
        {
            if (_isPaused)
            {
                await Task.Delay(Pull, stop);
                continue;
            }

            var room = await _inHand.RoomAsync(_queue.Streams.LargestMessage, stop);
            try
            {
                if (consumer is null)
                {
                    consumer = await _queue.Streams.ConsumerAsync(stop);
                    _isPaused = await _queue.IsPausedAsync(stop);
                    continue;
                }

                if (await FetchAsync(consumer, room) == 0) await consumer.RefreshAsync(stop); // which says so where it is gone
                _brokerOutage.Over();
            }
            catch (Exception e) when (BrokerErrors.IsOne(e) && !stop.IsCancellationRequested)
            {
                consumer = null;
                await Task.Delay(_brokerOutage.Failed(BrokerErrors.Explained(e, _queue.Place).Message), stop);
            }
        }
    }

    // Not ended from outside: what the broker hands out meanwhile would lie with nobody for a minute. It ends by itself in a moment.
    private async Task<int> FetchAsync(NATS.Client.JetStream.INatsJSConsumer consumer, int room)
    {
        var count = 0;
        await foreach (var message in consumer.FetchAsync<byte[]>(new() { MaxMsgs = room, Expires = Pull }))
        {
            count++;
            var delivery = new Delivery(message);
            _inHand.Add(delivery);
            _taken.Add(delivery, CancellationToken.None);
        }

        return count;
    }

    private void Read()
    {
        using var reading = new ArticleReading(_archive, _queue.Streams, _options, _settling, _meter, _stop.Token);
        while (!_taken.IsCompleted)
        {
            if (!_taken.TryTake(out var delivery, LoneReaderStaysFor)) reading.Dispose();
            else if (_stop.IsCancellationRequested) _settling.GiveBack(delivery);
            else if (delivery.Head(QueueNames.Model) is { Length: > 0 } model && model != _model) Refuse(delivery, model);
            else Read(reading, delivery);
        }
    }

    private void Read(ArticleReading reading, Delivery delivery)
    {
        using var trace = WorkerMeter.Traces.StartActivity("read", ActivityKind.Consumer, delivery.Head(QueueNames.Trace));
        try
        {
            reading.Read(delivery, storable =>
            {
                delivery.Opens();
                _storing.Take(storable);
            });
            if (delivery.Closes()) _settling.Done(delivery);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            _settling.GiveBack(delivery);
        }
        catch (QueueException e) when (!e.IsTemporary)
        {
            _settling.GiveBack(delivery);
            End(e);
        }
        catch (Exception e)
        {
            trace?.SetStatus(ActivityStatusCode.Error, e.Message);
            Fail(delivery, e);
        }
    }

    // Trying again helps where a file or the broker was away, or memory was short; not where the input is no article.
    private void Fail(Delivery delivery, Exception problem)
    {
        var isFinal = problem is UnreadableInputException { IsTemporary: false } || delivery.Attempt > _options.RetryPauses.Count;
        _meter.Failed(isFinal);
        if (isFinal) _settling.Park(delivery, Problems.Describe(problem));
        else _settling.GiveBack(delivery, _options.RetryPauses[(int)delivery.Attempt - 1]);
    }

    private void Refuse(Delivery delivery, string model)
    {
        _settling.GiveBack(delivery, OtherModelPause);
        End(new QueueException($"the queue at {_queue.Place} asks for the model {model}, and this worker has {_model}: run the version of rapporteur that has it"));
    }

    /// <summary>
    /// A thread cannot be ended from outside: where one reads for too long, the others finish, and the process ends. Whoever gets the
    /// article next reads it in a process of its own.
    /// </summary>
    internal void Hangs(Delivery delivery)
    {
        if (delivery.IsSettled) return;
        Interlocked.Increment(ref _hanging);
        _settling.GiveBack(delivery);
        End(new QueueException(string.Create(CultureInfo.InvariantCulture,
            $"a reading has not ended within {_options.ReadingLimit.TotalSeconds:0.#} s: this worker ends, start it again ({delivery.Head(QueueNames.Subject)})")));
    }

    private void End(Exception problem)
    {
        Interlocked.CompareExchange(ref _fatal, problem, null);
        _stop.Cancel();
    }
}
