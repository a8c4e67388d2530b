using System.CommandLine;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur add PATH|ADDRESS...</c>: reads articles and keeps them, with their records, in an archive.</summary>
internal static class AddCommand
{
    private const int UsualWait = 60, LongestWait = 24 * 60 * 60;

    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var archive = new ArchiveOption();
        var watch = new Option<int?>("--watch")
        {
            Description = $"Go on: look every so many seconds (without a number {UsualWait}) for what is new in the folders and feeds, until Ctrl-C.",
            HelpName = "SECONDS",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
            {
                if (result.Tokens is not [var token]) return UsualWait;
                if (int.TryParse(token.Value, out var seconds) && seconds is >= 1 and <= LongestWait) return seconds;
                result.AddError($"--watch wants a number of seconds from 1 to {LongestWait}, not '{token.Value}'.");
                return null;
            },
        };
        var follow = new Option<bool>("--follow") { Description = "Fetch the pages that feeds in files link to, too; of feeds at addresses that is done anyway." };

        // For tests against a server of their own; nobody else has a use for it.
        var loopback = new Option<bool>("--allow-loopback") { Hidden = true };
        var command = new Command("add",
            """
            Read articles and keep them in an archive, where they can be searched and compared.

            What is there already is passed over; an article that has changed becomes a new version, and the old one stays. A run
            that is broken off, by Ctrl-C or otherwise, keeps what it has added: run it again to go on.
            """)
        {
            watch, follow, loopback,
        };
        articles.AddTo(command);
        archive.AddTo(command);
        command.SetAction(arguments =>
        {
            using var opened = archive.OpenToWrite(arguments);
            using var fetcher = new Fetcher(new FetchOptions { AllowsLoopback = arguments.GetValue(loopback) });
            var run = new ArticleRun(terminal, interruption, articles.Threads(arguments)) { Fetcher = fetcher, Memory = new ArchiveFetchMemory(opened), FollowsLinks = arguments.GetValue(follow) };
            var adding = new AddRun(opened, run, article => articles.Apply(arguments, article), terminal);
            var paths = articles.Paths(arguments);
            return arguments.GetResult(watch) is null
                ? adding.Run(paths)
                : adding.Watch(new WatchedPaths(paths), TimeSpan.FromSeconds(arguments.GetValue(watch) ?? UsualWait), interruption.Token);
        });
        return command;
    }
}
