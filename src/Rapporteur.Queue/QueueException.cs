namespace Rapporteur.Queue;

/// <summary>The queue cannot be used. The message says in one line, for people, what, where, and what to do; never a password.</summary>
public sealed class QueueException : Exception
{
    /// <summary>With the message, and what led to it where something did.</summary>
    public QueueException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>Whether the same may well succeed later: the broker does not answer, or has no room.</summary>
    public bool IsTemporary { get; init; }
}
