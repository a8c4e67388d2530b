using System.Threading.Channels;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Operations;

namespace Rapporteur.Desk.Adding;

/// <summary>
/// Takes articles into the archive: what several requests add at the same time is written in one transaction. A task ends when its
/// article is safely kept. Where the server stops, what was taken is written first.
/// </summary>
internal sealed class Intake : IIntake, IAsyncDisposable
{
    private const int MostInBatch = 100;

    private readonly NewsArchive _archive;
    private readonly Readers _readers;
    private readonly DeskMeter _meter;
    private readonly Task _writing;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(MostInBatch * 4);

    public Intake(NewsArchive archive, Readers readers, DeskMeter meter, DeskOptions options)
    {
        AtOnce = options.Readers;
        _archive = archive;
        _readers = readers;
        _meter = meter;
        _writing = Task.Run(Write);
    }

    /// <inheritdoc/>
    public int AtOnce { get; }

    /// <inheritdoc/>
    public TimeSpan Patience => Timeout.InfiniteTimeSpan;

    /// <inheritdoc/>
    public async Task<AddOutcome?> Add(Article article, TimeSpan patience, CancellationToken cancellation)
    {
        _meter.Waits(1);
        try
        {
            var outcome = await Take(article, cancellation);
            _meter.Added(outcome.As);
            return outcome;
        }
        finally
        {
            _meter.Waits(-1);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing;
    }

    private async Task<AddOutcome> Take(Article article, CancellationToken cancellation)
    {
        if (_archive.Known(article) is { } known) return new AddOutcome(known, AddedAs.Known);
        var entry = await _readers.Read(article, ArchiveEntry.Of, cancellation);
        var waiting = new Waiting(entry, new TaskCompletionSource<AddOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancellation);
        return await waiting.Kept.Task.WaitAsync(cancellation);
    }

    private async Task Write()
    {
        var batch = new List<Waiting>(MostInBatch);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInBatch && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            if (!Keep(batch) && batch.Count > 1)
                foreach (var alone in batch) Keep([alone]);
        }
    }

    // What cannot be written fails alone: the others of its batch are tried again without it.
    private bool Keep(IReadOnlyList<Waiting> batch)
    {
        try
        {
            var outcomes = _archive.Add([.. batch.Select(item => item.Entry)]);
            for (var i = 0; i < batch.Count; i++) batch[i].Kept.TrySetResult(outcomes[i]);
            return true;
        }
        catch (Exception e)
        {
            if (batch is [var alone]) alone.Kept.TrySetException(e);
            return false;
        }
    }

    private sealed record Waiting(ArchiveEntry Entry, TaskCompletionSource<AddOutcome> Kept);
}
