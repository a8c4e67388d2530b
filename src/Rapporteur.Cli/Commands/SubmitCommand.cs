using System.CommandLine;
using System.Globalization;
using System.Text;
using Rapporteur.Ingest.Fetching;
using Rapporteur.Queue;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur submit PATH|ADDRESS...</c>: puts articles into a queue, for workers to read.</summary>
internal static class SubmitCommand
{
    private const int UsualMost = 100_000;

    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var queue = new QueueOption();
        var most = NumberOption.Create("--most", "How many messages the queue may hold: with more, it waits until workers have caught up.", UsualMost, int.MaxValue);
        var model = new Option<bool>("--this-model") { Description = "Have only workers with the model of this command read them; others refuse." };
        var follow = new Option<bool>("--follow") { Description = "Fetch the pages that feeds in files link to, too; of feeds at addresses that is done anyway." };
        var loopback = new Option<bool>("--allow-loopback") { Hidden = true };
        var command = new Command("submit",
            """
            Put articles into a queue, from which any number of workers take, read and store them.

            What was queued within the last day is passed over, and what the archive has is not read again: a run that is broken
            off may simply be run again.
            """)
        {
            most, model, follow, loopback,
        };
        articles.AddTo(command);
        queue.AddTo(command);
        command.SetAction(arguments =>
        {
            using var fetcher = new Fetcher(new FetchOptions { AllowsLoopback = arguments.GetValue(loopback) });
            var run = new ArticleRun(terminal, interruption, articles.Threads(arguments)) { Fetcher = fetcher, FollowsLinks = arguments.GetValue(follow) };
            var opened = queue.Open(arguments, interruption.Token);
            try
            {
                var submission = new Submission(opened, arguments.GetValue(most), terminal.Complain, interruption.Token);
                return Run(submission, run, articles.Paths(arguments), article => QueueMessage.Of(articles.Apply(arguments, article), arguments.GetValue(model) ? Reader.English.Identity.Model : null), terminal);
            }
            finally
            {
                opened.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        });
        return command;
    }

    private static int Run(Submission submission, ArticleRun run, IReadOnlyList<string> paths, Func<Article, QueueMessage> message, Terminal terminal)
    {
        try
        {
            var code = run.Run(paths, message, (input, _, made) => submission.Add(made, input.Acknowledge), () => { });
            submission.Complete();
            return code;
        }
        finally
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{submission.Queued:N0} queued, {submission.QueuedBefore:N0} queued before.\n")));
            terminal.Output.Flush();
        }
    }
}
