namespace Rapporteur.Queue.Work;

/// <summary>An article ended the process that read it, or had to be cut off. The message is one line for people.</summary>
internal sealed class LoneReadingException(string message) : Exception(message);
