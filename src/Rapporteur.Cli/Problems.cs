using Rapporteur.Ingest;

namespace Rapporteur.Cli;

/// <summary>Says in one line, for people, why an input could not be read.</summary>
internal static class Problems
{
    /// <summary>What is wrong, without the input's name.</summary>
    /// <remarks>
    /// A fault of ours on one article is told like a fault of the article: it must not end a run of ten thousand.
    /// </remarks>
    public static string Describe(Exception problem) => problem switch
    {
        UnreadableInputException => problem.Message,
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        UnauthorizedAccessException => "it may not be read",
        IOException => $"it cannot be read: {problem.Message}",
        OutOfMemoryException => "it needs more memory than there is",
        TypeInitializationException { InnerException: { } inner } => Describe(inner),
        _ => $"it could not be read, which is a fault of rapporteur ({problem.GetType().Name}: {problem.Message}); please report it",
    };
}
