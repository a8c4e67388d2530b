using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Operations;
using Rapporteur.Queue;

namespace Rapporteur.Desk.Adding;

/// <summary>Takes articles into the archive through the queue: workers read and keep them, on whatever machines.</summary>
/// <remarks>When a task waits no longer, or the server closes, the article is still in the queue.</remarks>
internal sealed class QueuedIntake(NewsArchive archive, DeskQueue queue, DeskMeter meter, DeskOptions options) : IIntake
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(50), LaterLooks = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public int AtOnce => 16;

    /// <inheritdoc/>
    public TimeSpan Patience => TimeSpan.FromSeconds(options.QueueSeconds);

    /// <inheritdoc/>
    public async Task<AddOutcome?> Add(Article article, TimeSpan patience, CancellationToken cancellation)
    {
        meter.Waits(1);
        try
        {
            var outcome = await Take(article, patience, cancellation);
            if (outcome is { } kept) meter.Added(kept.As);
            return outcome;
        }
        finally
        {
            meter.Waits(-1);
        }
    }

    private async Task<AddOutcome?> Take(Article article, TimeSpan patience, CancellationToken cancellation)
    {
        if (archive.Known(article) is { } known) return new AddOutcome(known, AddedAs.Known);
        await queue.Submit(article, cancellation);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var pause = FirstLook; ; pause = pause * 2 < LaterLooks ? pause * 2 : LaterLooks)
        {
            await Task.Delay(pause, cancellation);
            if (archive.Known(article) is { } kept) return new AddOutcome(kept, archive.Versions(kept).Length == 1 ? AddedAs.New : AddedAs.NewVersion);
            if (patience != Timeout.InfiniteTimeSpan && clock.Elapsed > patience) return null;
        }
    }
}
