using System.Threading.Channels;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Desk.Adding;

/// <summary>
/// Takes articles into the archive: a bounded number is read at once, and what several requests add at the same time is written in
/// one transaction. A task ends when its article is safely kept.
/// </summary>
internal sealed class Intake : IDisposable
{
    private const int MostInBatch = 100;

    private readonly NewsArchive _archive;
    private readonly SemaphoreSlim _readers;
    private readonly Channel<(ArchiveEntry Entry, TaskCompletionSource<AddOutcome> Kept)> _waiting =
        Channel.CreateBounded<(ArchiveEntry, TaskCompletionSource<AddOutcome>)>(MostInBatch * 4);

    public Intake(NewsArchive archive, DeskOptions options)
    {
        _archive = archive;
        _readers = new SemaphoreSlim(options.Readers);
        _ = Task.Run(Write);
    }

    /// <summary>Reads an article and adds it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="cancellation">Ends the wait; an article that is being written is written all the same.</param>
    /// <exception cref="ArchiveException">It cannot be written; nothing of it is.</exception>
    public async Task<AddOutcome> Add(Article article, CancellationToken cancellation)
    {
        await _readers.WaitAsync(cancellation);
        ArchiveEntry entry;
        try
        {
            entry = await Task.Run(() => ArchiveEntry.Of(Record.From(Reader.English.Read(article))), cancellation);
        }
        finally
        {
            _readers.Release();
        }

        var kept = new TaskCompletionSource<AddOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((entry, kept), cancellation);
        return await kept.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _readers.Dispose();
    }

    private async Task Write()
    {
        var batch = new List<(ArchiveEntry Entry, TaskCompletionSource<AddOutcome> Kept)>(MostInBatch);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInBatch && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            try
            {
                var outcomes = _archive.Add([.. batch.Select(item => item.Entry)]);
                for (var i = 0; i < batch.Count; i++) batch[i].Kept.SetResult(outcomes[i]);
            }
            catch (Exception e)
            {
                foreach (var (_, kept) in batch) kept.TrySetException(e);
            }
        }
    }
}
