using Rapporteur.Archive.Store;

namespace Rapporteur.Desk.Adding;

/// <summary>Takes articles into the archive.</summary>
internal interface IIntake
{
    /// <summary>How many articles it is worth giving it at once.</summary>
    int AtOnce { get; }

    /// <summary>How long a request waits for an article to be kept before it is told that it is queued.</summary>
    TimeSpan Patience { get; }

    /// <summary>Takes an article, and ends when it is safely kept; one that is there already is not read again.</summary>
    /// <param name="article">The article.</param>
    /// <param name="patience">How long a queue is waited for.</param>
    /// <param name="cancellation">Ends the wait; an article that was taken is kept all the same.</param>
    /// <returns>What it came to; null where it still waits in the queue after that time.</returns>
    /// <exception cref="Archive.ArchiveException">It cannot be kept; nothing of it is.</exception>
    /// <exception cref="Http.RequestException">There is too much to do at the moment.</exception>
    Task<AddOutcome?> Add(Article article, TimeSpan patience, CancellationToken cancellation);
}
