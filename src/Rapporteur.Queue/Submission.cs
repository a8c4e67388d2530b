using Rapporteur.Ingest.Warc;
using Rapporteur.Queue.Work;

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
    // Some ten seconds of reading: little is read twice after a kill, and many workers have a share of one archive.
    private const int Stretch = 2 << 20;
    private const int MostUnderWay = 256, LookEvery = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly Queue<(Task<Submitted> Task, Action? Done)> _underWay = new();
    private readonly Outage _outage = new(say, $"the queue at {queue.Place} works again");
    private int _untilLook;

    /// <summary>
    /// Whether what was queued within the last day is queued again: after a store was restored, the broker remembers what the store
    /// has forgotten.
    /// </summary>
    public bool Again { get; init; }

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
        var submitted = Again ? message.Again() : message;
        _underWay.Enqueue((Task.Run(() => SubmitAsync(submitted)), done));
    }

    /// <summary>Adds a web archive that can be taken apart (<see cref="WarcPieces.AreIn"/>), as stretches that are read by reference.</summary>
    /// <param name="path">The file, under a path that workers know it by, too.</param>
    /// <param name="upload">Whether its bytes go to the broker, for workers that cannot see the file.</param>
    /// <param name="model">The model that must read it; null where any may.</param>
    /// <exception cref="InvalidDataException">It is damaged; what stands before the damage is added.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void AddArchive(string path, bool upload, string? model)
    {
        var file = Path.GetFullPath(path);
        using var stream = File.OpenRead(file);
        using var stretch = new MemoryStream();
        var start = 0L;
        try
        {
            foreach (var (offset, content) in WarcPieces.Of(stream))
            {
                if (stretch.Length > 0 && stretch.Length + content.Length > Stretch) AddStretch();
                if (stretch.Length == 0) start = offset;
                stretch.Write(content);
            }
        }
        finally
        {
            if (stretch.Length > 0 && !cancellation.IsCancellationRequested) AddStretch();
        }

        void AddStretch()
        {
            var content = stretch.ToArray();
            var range = new PageRange(file, start, content.Length, PageRange.HashOf(content));
            if (upload)
            {
                range = range with { Object = range.Hash, ObjectOffset = start };
                Upload(range.Hash, content);
            }

            Add(QueueMessage.Of(range, model));
            stretch.SetLength(0);
        }
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

    private void Upload(string name, byte[] content)
    {
        while (true)
        {
            try
            {
                Task.Run(() => queue.UploadAsync(name, content, cancellation)).GetAwaiter().GetResult();
                return;
            }
            catch (QueueException e) when (e.IsTemporary)
            {
                cancellation.WaitHandle.WaitOne(_outage.Failed(e.Message));
                cancellation.ThrowIfCancellationRequested();
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
            return Task.Run(() => queue.CountAsync(cancellation)).GetAwaiter().GetResult();
        }
        catch (QueueException e) when (e.IsTemporary)
        {
            return 0; // what is submitted next waits for the broker
        }
    }
}
