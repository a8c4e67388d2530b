namespace Rapporteur.Archive;

/// <summary>An archive cannot be opened, read or written. The message says in one line, for people, what, where, and what to do.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>With the message, and what led to it where something did.</summary>
    public ArchiveException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
