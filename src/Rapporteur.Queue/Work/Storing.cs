using System.Collections.Concurrent;
using System.Diagnostics;
using Rapporteur.Archive;

namespace Rapporteur.Queue.Work;

/// <summary>Stores what was read, in batches that are kept whole or not at all; a message is done when all of it is kept.</summary>
/// <param name="archive">The archive.</param>
/// <param name="settling">Tells the broker.</param>
/// <param name="inHand">What the worker has.</param>
/// <param name="meter">Counts.</param>
/// <param name="fail">What happens to a message whose article cannot be stored.</param>
internal sealed class Storing(SteadyArchive archive, Settling settling, InHand inHand, WorkerMeter meter, Action<Delivery, Exception> fail) : IDisposable
{
    private const int Largest = 200, Heaviest = 64 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1), Look = TimeSpan.FromMilliseconds(20);
    private readonly BlockingCollection<Storable> _waiting = new(Largest);

    /// <summary>Takes what was read; waits while much waits.</summary>
    public void Take(Storable storable) => _waiting.Add(storable);

    /// <summary>Nothing more comes.</summary>
    public void Complete() => _waiting.CompleteAdding();

    /// <summary>Stores until nothing more comes.</summary>
    public void Run()
    {
        var batch = new List<Storable>(Largest);
        while (_waiting.TryTake(out var first, Timeout.Infinite))
        {
            batch.Add(first);
            Gather(batch, first.Entry?.Size ?? 0);
            Keep(batch);
            batch.Clear();
        }
    }

    public void Dispose() => _waiting.Dispose();

    // A batch waits for more for as long as more is being read.
    private void Gather(List<Storable> batch, long size)
    {
        var age = Stopwatch.StartNew();
        while (batch.Count < Largest && size < Heaviest && age.Elapsed < Longest)
        {
            if (_waiting.TryTake(out var next, Look))
            {
                batch.Add(next);
                size += next.Entry?.Size ?? 0;
            }
            else if (_waiting.IsCompleted || inHand.Count <= batch.Count)
            {
                return;
            }
        }
    }

    private void Keep(List<Storable> batch)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            Write(batch);
            meter.Stored(batch.Count, started);
        }
        catch (OperationCanceledException)
        {
            foreach (var storable in batch) settling.GiveBack(storable.Delivery);
        }
        catch (Exception problem)
        {
            KeepEach(batch, problem);
        }
    }

    // What cannot be written fails alone. Where nothing can be written, the fault is the archive's: its owner took rights away, say.
    private void KeepEach(List<Storable> batch, Exception problem)
    {
        if (batch is [var alone])
        {
            fail(alone.Delivery, problem);
            return;
        }

        var half = batch.Count / 2;
        Keep([.. batch.Take(half)]);
        Keep([.. batch.Skip(half)]);
    }

    private void Write(List<Storable> batch)
    {
        archive.Add([.. batch.Where(storable => storable.Version is null).Select(storable => storable.Entry).OfType<Archive.Store.ArchiveEntry>()]);
        archive.Refresh([.. from storable in batch where storable.Version is not null && storable.Entry is not null select (storable.Version, storable.Entry)]);
        foreach (var storable in batch)
            if (storable.Delivery.Closes()) settling.Done(storable.Delivery);
    }
}
