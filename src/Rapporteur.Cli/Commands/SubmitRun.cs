using System.Globalization;
using System.Text;
using Rapporteur.Ingest;
using Rapporteur.Ingest.Warc;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Commands;

/// <summary>Puts what paths name into a queue, and accounts for it.</summary>
internal sealed class SubmitRun(Submission submission, ArticleRun run, Func<Article, QueueMessage> message, Terminal terminal)
{
    /// <summary>Submits a web archive by reference; null where its pages go into messages like other articles.</summary>
    public Action<string>? Archives { get; init; }

    /// <summary>Submits all of it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> paths)
    {
        try
        {
            var (archives, others) = Parted(paths);
            var code = others.Count == 0 ? ExitCode.Done : run.Run(others, message, (input, _, made) => submission.Add(made, input.Acknowledge), () => { });
            foreach (var archive in archives) code = Math.Max(code, Submit(archive));
            submission.Complete();
            return code;
        }
        finally
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{submission.Queued:N0} queued, {submission.QueuedBefore:N0} queued before.\n")));
            terminal.Output.Flush();
        }
    }

    private int Submit(string archive)
    {
        try
        {
            Archives!(archive);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            terminal.Complain($"{archive}: {(e is InvalidDataException ? $"it is damaged: {e.Message}" : Problems.Describe(e))}");
            return ExitCode.SomeFailed;
        }
    }

    // Folders are gone through only where that may matter: a path that is no folder, and no archive, is left as it was given.
    private (List<string> Archives, List<string> Others) Parted(IReadOnlyList<string> paths)
    {
        if (Archives is null) return ([], [.. paths]);
        var (archives, others) = (new List<string>(), new List<string>());
        foreach (var path in paths)
        {
            if (InputSource.IsAddress(path) || path == "-")
            {
                others.Add(path);
                continue;
            }

            foreach (var file in InputFiles.Find([path])) (IsArchive(file) ? archives : others).Add(file.Path);
        }

        return (archives, others);
    }

    private static bool IsArchive(InputFile file)
    {
        try
        {
            return file.Problem is null && file.Path.Contains("warc", StringComparison.OrdinalIgnoreCase) && WarcPieces.AreIn(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // reading it says what is wrong
        }
    }
}
