using Rapporteur.Archive;
using Rapporteur.Ingest;

namespace Rapporteur.Queue.Work;

/// <summary>Says in one line, for people, why a message could not be read.</summary>
internal static class Problems
{
    public static string Describe(Exception problem) => problem switch
    {
        UnreadableInputException or ArchiveException or QueueException or LoneReadingException => problem.Message,
        FileNotFoundException or DirectoryNotFoundException => $"there is no such file on this machine: {problem.Message}",
        UnauthorizedAccessException => $"it may not be read on this machine: {problem.Message}",
        IOException => $"it cannot be read: {problem.Message}",
        OutOfMemoryException => "it needs more memory than there is",
        _ => $"it could not be read, which is a fault of rapporteur ({problem.GetType().Name}: {problem.Message}); please report it",
    };
}
