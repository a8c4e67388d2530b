using System.CommandLine;
using System.CommandLine.Help;

namespace Rapporteur.Cli.Commands;

/// <summary>Help that teaches: after a command's options come examples and the exit codes.</summary>
internal static class Help
{
    private const string Command = "rapporteur";

    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [Command] =
        [
            "rapporteur read article.html            who said what, for people",
            "rapporteur read news/ --format jsonl    a folder, one record a line",
            "rapporteur pipe < articles.jsonl        a stream of articles, for programs",
            "rapporteur extract page.html            the clean article of a web page",
            "rapporteur annotate news/ --to brat --out marked/",
        ],
        ["read"] =
        [
            "rapporteur read article.txt --published 2024-05-02",
            "rapporteur read page.html.gz --format json --out page.json",
            "rapporteur read news/ --format jsonl > records.jsonl",
            "curl -s https://example.org/news | rapporteur read -",
        ],
        ["pipe"] =
        [
            "rapporteur pipe < articles.jsonl > records.jsonl",
            "zcat articles.jsonl.gz | rapporteur pipe --threads 4 | gzip > records.jsonl.gz",
            """echo '{"id":"a1","text":"\"We agree,\" Oda Brandt said."}' | rapporteur pipe""",
        ],
        ["extract"] =
        [
            "rapporteur extract page.html --format text",
            "rapporteur extract pages/ --format jsonl > articles.jsonl",
        ],
        ["submit"] =
        [
            "rapporteur submit news/ --queue nats://broker.example.org:4222",
            "rapporteur submit https://example.org/feed.xml --this-model",
            "zcat articles.jsonl.gz | rapporteur submit -",
        ],
        ["worker"] =
        [
            "RAPPORTEUR_QUEUE=nats://broker.example.org RAPPORTEUR_ARCHIVE=postgres://rapporteur@db.example.org/news rapporteur worker",
            "rapporteur worker --threads 4 --queue nats://localhost:4222 --archive news.archive",
        ],
        ["queue"] =
        [
            "rapporteur queue --watch",
            "rapporteur queue parked --format json",
            "rapporteur queue retry --all",
        ],
        ["verify"] =
        [
            "rapporteur verify article.html --against debate.txt",
            "rapporteur verify drafts/ --against transcripts/ --found-only",
            "rapporteur verify 17 --against 23 --archive news.archive",
            "rapporteur verify a.txt --against speech.txt --speaker \"Ilse Marrow\" --format json",
        ],
        ["compare"] =
        [
            "rapporteur compare monday/ tuesday/",
            "rapporteur compare 17#s3 --format html --out side-by-side.html",
            "rapporteur compare draft.txt --archive news.archive",
        ],
        ["annotate"] =
        [
            "rapporteur annotate article.txt --to webannotation > article.jsonld",
            "rapporteur annotate news/ --to brat --out marked/",
        ],
        ["export"] =
        [
            "rapporteur export news/ --to csv --out statements.csv",
            "rapporteur export articles.jsonl --to parquet --out statements.parquet",
            "rapporteur export --to gexf --archive news.archive > who-speaks-of-whom.gexf",
            "rapporteur export --to claimreview --where 'speaker:\"Ilse Marten\" day:2024' > claims.jsonl",
            "rapporteur export --to jsonl | gzip > archive.jsonl.gz",
        ],
        ["import"] =
        [
            "rapporteur import archive.jsonl.gz --archive copy.archive",
            "rapporteur read news/ --format jsonl | rapporteur import -",
        ],
        ["happenings"] =
        [
            "rapporteur happenings",
            "rapporteur happenings --from 2024-05-01 --to 2024-05-31 --limit 50 --format csv",
            "rapporteur happenings 17                what else there is on the event of article 17",
        ],
        ["add"] =
        [
            "rapporteur add news/ --outlet \"Meridian Wire\"",
            "rapporteur add articles.jsonl crawl.warc.gz --archive news.archive",
            "rapporteur add https://example.org/feed.xml inbox/ --watch 300",
        ],
        ["find"] =
        [
            "rapporteur find ceasefire talks",
            "rapporteur find 'speaker:\"Ilse Marten\" act:threaten day:2024' --sort oldest",
            "rapporteur find 'altered:yes outlet:\"Coastal News\"' --format csv --size 1000 --out altered.csv",
        ],
        ["commitments"] =
        [
            "rapporteur commitments Ilse Marten",
            "rapporteur commitments Talvia --where 'act:threaten day:2024' --format csv",
        ],
        ["refresh"] = ["rapporteur refresh --archive news.archive"],
    };

    // What else ends a command with 1.
    private static readonly Dictionary<string, string> Checks = new()
    {
        ["verify"] = "or a quotation does not hold: altered without a mark, not found, or another speaker's words",
    };

    /// <summary>Adds the examples and exit codes to the help of <paramref name="root"/> and its subcommands.</summary>
    public static void Teach(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelpAction();
    }

    /// <summary>The help of System.CommandLine, and the examples after it.</summary>
    private sealed class TeachingHelpAction : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        /// <inheritdoc/>
        public override bool ClearsParseErrors => true;

        /// <inheritdoc/>
        public override int Invoke(ParseResult parseResult)
        {
            var command = parseResult.CommandResult.Command;
            var output = parseResult.InvocationConfiguration.Output;
            using var usual = new StringWriter();
            parseResult.InvocationConfiguration.Output = usual;
            new HelpAction().Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;

            // While developing, the executable is called as its assembly is.
            output.Write(usual.ToString().TrimEnd().Replace(RootCommand.ExecutableName, Command, StringComparison.Ordinal));
            output.WriteLine();
            output.WriteLine();
            if (!Examples.TryGetValue(command is RootCommand ? Command : command.Name, out var examples)) return ExitCode.Done;
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine("  " + example);
            output.WriteLine();
            output.WriteLine("Exit codes:");
            output.WriteLine("  0  everything was read");
            output.WriteLine("  1  some input could not be read (standard error says which); the rest was");
            if (Checks.TryGetValue(command.Name, out var check)) output.WriteLine("     " + check);
            output.WriteLine("  2  the command line is wrong; nothing was read");
            return ExitCode.Done;
        }
    }
}
