using Rapporteur.Cli.Streams;
using Rapporteur.Ingest;

namespace Rapporteur.Cli.Commands;

/// <summary>Goes through files: loads each, works on it, and hands on the results in order; what cannot be read is reported.</summary>
internal sealed class ArticleRun(Terminal terminal, Interruption interruption, int threads)
{
    /// <summary>Works through all files that <paramref name="paths"/> name.</summary>
    /// <param name="paths">Files, folders, or <c>-</c>.</param>
    /// <param name="work">What is done with each article, on any thread.</param>
    /// <param name="write">Takes each result, in the order of the files, on the calling thread.</param>
    /// <param name="pause">Called before a wait.</param>
    /// <returns>The exit code.</returns>
    public int Run<T>(IReadOnlyList<string> paths, Func<Article, T> work, Action<InputFile, T> write, Action pause)
    {
        var progress = new Progress(terminal);
        var code = ExitCode.Done;
        var pipeline = new OrderedPipeline<InputFile, Outcome<T>>(threads, file => Attempt(file, work), Weight);
        try
        {
            pipeline.Run(InputFiles.Find(paths), Take, pause, interruption.Token);
        }
        finally
        {
            progress.Clear();
        }

        return code;

        void Take(Outcome<T> outcome)
        {
            progress.Add(failed: outcome.Problem is not null);
            if (outcome.Problem is null)
            {
                write(outcome.File, outcome.Result!);
                return;
            }

            code = ExitCode.SomeFailed;
            progress.Clear();
            terminal.Complain($"{(outcome.File.Path == "-" ? "standard input" : outcome.File.Path)}: {outcome.Problem}");
        }
    }

    private Outcome<T> Attempt<T>(InputFile file, Func<Article, T> work)
    {
        if (file.Problem is not null) return new Outcome<T>(file, default, file.Problem);
        try
        {
            using var content = file.Path == "-" ? terminal.Input() : File.OpenRead(file.Path);
            return new Outcome<T>(file, work(ArticleLoader.Load(content, file.Id)), null);
        }
        catch (Exception e)
        {
            return new Outcome<T>(file, default, Problems.Describe(e));
        }
    }

    // Packed text commonly unpacks to four times its size.
    private static long Weight(InputFile file)
    {
        if (file.Path == "-" || file.Problem is not null) return 0;
        try
        {
            var length = new FileInfo(file.Path).Length;
            return file.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? length * 4 : length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private readonly record struct Outcome<T>(InputFile File, T? Result, string? Problem);
}
