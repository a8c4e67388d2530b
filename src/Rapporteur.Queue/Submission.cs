namespace Rapporteur.Queue;

/// <summary>
/// Puts many messages into the queue, some hundred under way at a time. Where the broker is away it waits; where the queue holds much
/// already, it waits until workers have caught up. For use by one thread.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="most">How many messages the queue may hold before more are added.</param>
/// <param name="say">Takes what people should know, a line each.</param>
/// <param name="cancellation">Ends the wait.</param>
public sealed class Submission(NewsQueue queue, long most, Action<string> say, CancellationToken cancellation)
{
    private const int MostUnderWay = 256, LookEvery = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly Queue<(Task<Submitted> Task, Action? Done)> _underWay = new();
    private readonly Outage _outage = new(say, $"the queue at {queue.Place} works again");
    private int _untilLook;

    /// <summary>How many were queued.</summary>
    public long Queued { get; private set; }

    /// <summary>How many had been queued before.</summary>
    public long QueuedBefore { get; private set; }

    /// <summary>Adds a message; waits where it must.</summary>
    /// <param name="message">The message.</param>
    /// <param name="done">Called, by this or a later call, when the broker has it.</param>
    /// <exception cref="QueueException">The broker refuses it for good.</exception>
    public void Add(QueueMessage message, Action? done = null)
    {
        if (_untilLook-- == 0) WaitForRoom();
        while (_underWay.Count >= MostUnderWay || (_underWay.TryPeek(out var first) && first.Task.IsCompleted)) TakeFirst();
        _underWay.Enqueue((SubmitAsync(message), done));
    }

    /// <summary>Waits until the broker has all of them.</summary>
    public void Complete()
    {
        while (_underWay.Count > 0) TakeFirst();
    }

    private void TakeFirst()
    {
        var (task, done) = _underWay.Dequeue();
        if (task.GetAwaiter().GetResult() == Submitted.Queued) Queued++;
        else QueuedBefore++;
        done?.Invoke();
    }

    private async Task<Submitted> SubmitAsync(QueueMessage message)
    {
        while (true)
        {
            try
            {
                var submitted = await queue.SubmitAsync(message, cancellation);
                _outage.Over();
                return submitted;
            }
            catch (QueueException e) when (e.IsTemporary)
            {
                await Task.Delay(_outage.Failed(e.Message), cancellation);
                await queue.RestoreAsync(cancellation);
            }
        }
    }

    private void WaitForRoom()
    {
        _untilLook = LookEvery;
        Complete();
        for (var said = false; Held() >= most; said = true)
        {
            if (!said) say($"the queue holds {most} messages: waiting until workers have caught up");
            cancellation.WaitHandle.WaitOne(Look);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private long Held()
    {
        try
        {
            return queue.CountAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (QueueException e) when (e.IsTemporary)
        {
            return 0; // what is submitted next waits for the broker
        }
    }
}
