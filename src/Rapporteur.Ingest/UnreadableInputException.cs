namespace Rapporteur.Ingest;

/// <summary>An input cannot be read as an article. The message is one line for people: what is wrong, without the input's name.</summary>
public sealed class UnreadableInputException : Exception
{
    /// <summary>With a message of one line.</summary>
    public UnreadableInputException(string message)
        : base(message)
    {
    }

    /// <summary>With a message of one line and what led to it.</summary>
    public UnreadableInputException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Whether it may well be readable later: a server that does not answer now. Else trying again is of no use.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>The field that is wrong, where the input is made of fields; null where it is not.</summary>
    public string? Field { get; init; }
}
