namespace Rapporteur.Queue;

/// <summary>What submitting a message came to.</summary>
public enum Submitted
{
    /// <summary>It waits in the queue.</summary>
    Queued,

    /// <summary>The same was queued within the last day: nothing was done.</summary>
    QueuedBefore,
}
