namespace Rapporteur.Archive;

/// <summary>An archive cannot be opened, read or written. The message says in one line, for people, what, where, and what to do.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>With the message, and what led to it where something did.</summary>
    public ArchiveException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <summary>
    /// Whether the same may go well later with nothing changed but time: the server starts anew or cannot be reached, its disk is full,
    /// others hold what is needed. Nothing was half-written; what was to be completed when a connection was lost may be there or not,
    /// and adding or reading anew once more does no harm.
    /// </summary>
    public bool IsTemporary { get; init; }

    /// <summary>Whether others who wrote at the same moment are the cause, so that it is to be done once more as they left things.</summary>
    internal bool IsConflict { get; init; }
}
