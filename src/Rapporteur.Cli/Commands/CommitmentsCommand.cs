using System.CommandLine;
using Rapporteur.Archive.Commitments;
using Rapporteur.Cli.Formats;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur commitments WHO</c>: what a speaker or actor promised, threatened, demanded and denied, over time.</summary>
internal static class CommitmentsCommand
{
    private const string Text = "text", Json = "json", Csv = "csv";

    public static Command Create(Terminal terminal)
    {
        var archive = new ArchiveOption();
        var output = new OutputOptions([Text, Json, Csv]);
        var who = new Argument<string[]>("WHO")
        {
            Description = "Words of a speaker's name, or the name or code of a country or organisation. Without it, everybody.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var where = new Option<string>("--where") { Description = "What else they must fulfil, as find has it: 'act:promise day:2024 strait'.", HelpName = "QUERY", DefaultValueFactory = _ => "" };
        var command = new Command("commitments",
            """
            List what a speaker or actor promised, threatened, demanded and denied, in the order of time, with conditions and deadlines.

            Where one seems to restate or to contradict what the same speaker said before, the words that show it are given: a lead
            to look at, not a verdict.
            """)
        {
            who, where,
        };
        archive.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            using var opened = archive.OpenToRead(arguments);
            using var target = output.Open(arguments, terminal);
            var commitments = new CommitmentLedger(opened).Of(string.Join(' ', arguments.GetValue(who) ?? []), arguments.GetRequiredValue(where));
            target.Write(output.Format(arguments) switch
            {
                Json => CommitmentTable.Json(commitments),
                Csv => CommitmentTable.Csv(commitments),
                _ => CommitmentText.Render(commitments, output.Layout(arguments, terminal)),
            });
            target.Complete();
            return ExitCode.Done;
        });
        return command;
    }
}
