using Rapporteur.Archive;
using Rapporteur.Cli.Streams;
using Rapporteur.Ingest;
using Rapporteur.Ingest.Fetching;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Commands;

/// <summary>Goes through files: loads each, works on it, and hands on the results in order; what cannot be read is reported.</summary>
internal sealed class ArticleRun(Terminal terminal, Interruption interruption, int threads)
{
    /// <summary>Fetches addresses; null where nothing is to be fetched.</summary>
    public Fetcher? Fetcher { get; init; }

    /// <summary>What was fetched before.</summary>
    public IFetchMemory? Memory { get; init; }

    /// <summary>Whether links of feeds in files are followed.</summary>
    public bool FollowsLinks { get; init; }

    /// <summary>Works through all files that <paramref name="paths"/> name.</summary>
    /// <param name="paths">Files, folders, or <c>-</c>.</param>
    /// <param name="work">What is done with each article, on any thread.</param>
    /// <param name="write">Takes each input with its article's id and result, in the order of the files, on the calling thread.</param>
    /// <param name="pause">Called before a wait.</param>
    /// <returns>The exit code.</returns>
    public int Run<T>(IReadOnlyList<string> paths, Func<Article, T> work, Action<Input, string, T> write, Action pause)
    {
        var progress = new Progress(terminal);
        var code = ExitCode.Done;
        var source = new InputSource { StandardInput = terminal.Input, Cancellation = interruption.Token, Fetcher = Fetcher, Memory = Memory, FollowsLinks = FollowsLinks };
        var pipeline = new OrderedPipeline<Input, Outcome<T>>(threads, input => Attempt(input, work), input => input.Weight);
        try
        {
            pipeline.Run(source.Find(paths), Take, pause, interruption.Token);
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
                write(outcome.Input, outcome.Id, outcome.Result!);
                return;
            }

            code = ExitCode.SomeFailed;
            progress.Clear();
            terminal.Complain($"{outcome.Input.Origin}: {outcome.Problem}");
        }
    }

    private static Outcome<T> Attempt<T>(Input input, Func<Article, T> work)
    {
        try
        {
            var article = input.Load();
            return new Outcome<T>(input, article.Id ?? input.Id, work(article), null);
        }
        catch (Exception e) when (e is not (ArchiveException or QueueException))
        {
            // An article that cannot be read is passed; an archive that cannot be asked ends the run.
            return new Outcome<T>(input, input.Id, default, Problems.Describe(e));
        }
    }

    private readonly record struct Outcome<T>(Input Input, string Id, T? Result, string? Problem);
}
