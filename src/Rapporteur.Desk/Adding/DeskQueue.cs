using Rapporteur.Desk.Http;
using Rapporteur.Queue;

namespace Rapporteur.Desk.Adding;

/// <summary>The queue that the settings name, opened when it is first needed: a desk opens, and shows what it has, while the broker is away.</summary>
internal sealed class DeskQueue(DeskOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private NewsQueue? _queue;

    /// <summary>Whether the settings name one.</summary>
    public bool IsThere => options.Queue is not null;

    /// <summary>Puts an article into the queue.</summary>
    /// <exception cref="RequestException">The queue does not answer.</exception>
    public Task Submit(Article article, CancellationToken cancellation) => Ask(async queue =>
    {
        // What was queued before may have been read and deleted since, within the time for which the broker knows it: it is queued again,
        // and where it still waits, it is known when its turn comes the second time.
        var message = QueueMessage.Of(article);
        return await queue.SubmitAsync(message, cancellation) == Submitted.Queued || await queue.SubmitAsync(message.Again(), cancellation) == Submitted.Queued;
    }, cancellation);

    /// <summary>Asks the queue something.</summary>
    /// <exception cref="RequestException">There is none, or it does not answer.</exception>
    public async Task<T> Ask<T>(Func<NewsQueue, Task<T>> work, CancellationToken cancellation)
    {
        if (!IsThere) throw RequestException.NotFound("queue at this desk: its settings name none");
        try
        {
            return await work(await Opened(cancellation));
        }
        catch (QueueException e)
        {
            throw new RequestException(Problem.Of(503, "The queue does not answer at the moment: try again in a little while."), e) { RetryAfter = TimeSpan.FromSeconds(5) };
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_queue is not null) await _queue.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<NewsQueue> Opened(CancellationToken cancellation)
    {
        if (_queue is { } opened) return opened;
        await _opening.WaitAsync(cancellation);
        try
        {
            return _queue ??= await NewsQueue.OpenAsync(
                new QueueAddress(options.Queue!) { CredentialsFile = options.QueueCredentials, AuthorityFile = options.QueueAuthority }, cancellation: cancellation);
        }
        finally
        {
            _opening.Release();
        }
    }
}
