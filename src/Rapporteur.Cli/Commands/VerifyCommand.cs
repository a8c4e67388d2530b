using System.CommandLine;
using System.Globalization;
using Rapporteur.Archive;
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
        var archive = new ArchiveOption();
        var output = new OutputOptions(VerificationFormats.Names);
        var against = new Option<string[]>("--against", "-a")
        {
            Description = "Transcripts: text with speakers (\"Q:\", \"MR. SMITH:\") or of one voice, HTML, folders of them, or articles of the archive (17).",
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
        var command = new Command("verify",
            """
            Hold the quotations of articles against transcripts: word for word, altered (and how), or not there.

            Articles are files, or articles of the archive by their numbers.
            """)
        {
            against, speaker, found, fewest,
        };
        articles.AddTo(command);
        archive.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            var (subjects, sources) = (articles.Paths(arguments), arguments.GetRequiredValue(against));
            using var opened = subjects.Concat(sources).Any(name => ArchiveNames.Article(name) is not null) ? archive.OpenToRead(arguments) : null;
            using var target = output.Open(arguments, terminal);
            var transcripts = Transcripts([.. sources.Where(name => ArchiveNames.Article(name) is null)], arguments.GetValue(speaker), terminal, interruption);
            if (transcripts is null) return ExitCode.SomeFailed;
            foreach (var name in sources.Where(name => ArchiveNames.Article(name) is not null)) transcripts.Add(TranscriptReader.Read(Article(opened!, name), arguments.GetValue(speaker)));
            if (transcripts.Count == 0) throw new UsageException($"there is no transcript in {string.Join(", ", sources)}");
            var verifier = new Verifier(new TranscriptIndex(transcripts), arguments.GetValue(fewest));
            var holds = true;
            var code = FormattedRun.Run(
                new ArticleRun(terminal, interruption, articles.Threads(arguments)), [.. subjects.Where(name => ArchiveNames.Article(name) is null)],
                article => Verify(Record.From(Reader.English.Read(articles.Apply(arguments, article)))),
                VerificationFormats.Create(output.Format(arguments), articles.Many(arguments), output.Layout(arguments, terminal)), target,
                [.. subjects.Where(name => ArchiveNames.Article(name) is not null).Select(name => Verify(RecordOf(opened!, name)))]);
            return code == ExitCode.Done && !holds ? ExitCode.DoesNotHold : code;

            Verification Verify(Record record)
            {
                var verified = verifier.Verify(record);
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

        return failed ? null : transcripts;
    }

    private static Record RecordOf(NewsArchive archive, string name) =>
        archive.Record(ArchiveNames.Article(name)!.Value) ?? throw new UsageException($"there is no article {name} in {archive.Place}");

    private static Article Article(NewsArchive archive, string name)
    {
        var document = RecordOf(archive, name).Document;
        return new Article(document.Text)
        {
            Id = document.Id ?? name, Title = document.Title, Published = PublicationDate.TryParse(document.Published, out var date) ? date : null,
        };
    }
}
