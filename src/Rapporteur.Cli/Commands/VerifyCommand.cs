using System.CommandLine;
using System.Globalization;
using Rapporteur.Archive.Comparison;
using Rapporteur.Cli.Formats;
using Rapporteur.Ingest;
using Rapporteur.Records;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur verify PATH... --against TRANSCRIPT...</c>: whether quotations are what was really said.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var output = new OutputOptions(VerificationFormats.Names);
        var against = new Option<string[]>("--against", "-a")
        {
            Description = "Transcripts: text with speakers (\"Q:\", \"MR. SMITH:\") or of one voice, HTML, or folders of them.",
            HelpName = "TRANSCRIPT", Required = true, AllowMultipleArgumentsPerToken = true,
        };
        var speaker = new Option<string?>("--speaker") { Description = "Who speaks where a transcript has no labels.", HelpName = "NAME" };
        var found = new Option<bool>("--found-only") { Description = "Leave out quotations that are in none of the transcripts; they are then no fault." };
        var fewest = new Option<int>("--min-words")
        {
            Description = "Leave out quotations of fewer words; at least 3.", HelpName = "N",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 3) return count;
                result.AddError($"--min-words wants a number from 3, not '{result.Tokens[0].Value}'.");
                return 0;
            },
            DefaultValueFactory = _ => Verifier.FewestWords,
        };
        var command = new Command("verify", "Hold the quotations of articles against transcripts: word for word, altered (and how), or not there.") { against, speaker, found, fewest };
        articles.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            using var target = output.Open(arguments, terminal);
            var transcripts = Transcripts(arguments.GetRequiredValue(against), arguments.GetValue(speaker), terminal, interruption);
            if (transcripts is null) return ExitCode.SomeFailed;
            var verifier = new Verifier(new TranscriptIndex(transcripts), arguments.GetValue(fewest));
            var holds = true;
            var code = FormattedRun.Run(
                new ArticleRun(terminal, interruption, articles.Threads(arguments)), articles.Paths(arguments), Verify,
                VerificationFormats.Create(output.Format(arguments), articles.Many(arguments), output.Layout(arguments, terminal)), target);
            return code == ExitCode.Done && !holds ? ExitCode.DoesNotHold : code;

            Verification Verify(Article article)
            {
                var verified = verifier.Verify(Record.From(Reader.English.Read(articles.Apply(arguments, article))));
                if (arguments.GetValue(found))
                    verified = verified with { Quotations = [.. verified.Quotations.Where(quotation => quotation.Verdict != Verdict.NotFound)] };
                if (verified.Quotations.Any(quotation => !quotation.Holds)) Volatile.Write(ref holds, false);
                return verified;
            }
        });
        return command;
    }

    // What cannot be read of the transcripts would make quotations look invented: nothing is verified then.
    private static List<Transcript>? Transcripts(string[] paths, string? speaker, Terminal terminal, Interruption interruption)
    {
        var transcripts = new List<Transcript>();
        var failed = false;
        foreach (var input in new InputSource { StandardInput = terminal.Input, Cancellation = interruption.Token }.Find(paths))
        {
            interruption.Token.ThrowIfCancellationRequested();
            try
            {
                transcripts.Add(TranscriptReader.Read(input.Load(), speaker));
            }
            catch (Exception e)
            {
                terminal.Complain($"{input.Origin}: {Problems.Describe(e)}");
                failed = true;
            }
        }

        if (!failed && transcripts.Count == 0) throw new UsageException($"there is no transcript in {string.Join(", ", paths)}");
        return failed ? null : transcripts;
    }
}
