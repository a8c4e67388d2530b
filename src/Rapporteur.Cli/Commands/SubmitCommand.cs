using System.CommandLine;
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
        var again = new Option<bool>("--again") { Description = "Queue also what was queued within the last day: after the archive was restored from a backup, say." };
        var upload = new Option<bool>("--upload") { Description = "Send the bytes of web archives to the broker, for workers that cannot see the files; else they read them under the same paths." };
        var follow = new Option<bool>("--follow") { Description = "Fetch the pages that feeds in files link to, too; of feeds at addresses that is done anyway." };
        var loopback = new Option<bool>("--allow-loopback") { Hidden = true };
        var command = new Command("submit",
            """
            Put articles into a queue, from which any number of workers take, read and store them.

            What was queued within the last day is passed over, and what the archive has is not read again: a run that is broken
            off may simply be run again. Web archives are not sent but named, in stretches of some pages, so that many workers
            read one; all machines see them under the same paths.
            """)
        {
            most, model, again, upload, follow, loopback,
        };
        articles.AddTo(command);
        queue.AddTo(command);
        command.SetAction(arguments =>
        {
            using var fetcher = new Fetcher(new FetchOptions { AllowsLoopback = arguments.GetValue(loopback) });
            var run = new ArticleRun(terminal, interruption, articles.Threads(arguments)) { Fetcher = fetcher, FollowsLinks = arguments.GetValue(follow) };
            return queue.Using(arguments, interruption, opened =>
            {
                var submission = new Submission(opened, arguments.GetValue(most), terminal.Complain, interruption.Token) { Again = arguments.GetValue(again) };
                var wanted = arguments.GetValue(model) ? Reader.English.Identity.Model : null;
                var submitting = new SubmitRun(submission, run, article => QueueMessage.Of(articles.Apply(arguments, article), wanted), terminal)
                {
                    // What the caller says of the articles goes into messages; a stretch of a file says what the file says.
                    Archives = articles.SaysNothing(arguments) ? path => submission.AddArchive(path, arguments.GetValue(upload), wanted) : null,
                };
                return Task.FromResult(submitting.Run(articles.Paths(arguments)));
            });
        });
        return command;
    }
}
