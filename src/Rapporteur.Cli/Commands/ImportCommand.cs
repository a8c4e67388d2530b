using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Rapporteur.Archive;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Store;
using Rapporteur.Cli.Streams;
using Rapporteur.Ingest;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur import FILE...</c>: records that were read before, into an archive, without reading anything again.</summary>
internal static class ImportCommand
{
    private const int MostReviewsHeld = 1_000;

    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Records as JSON Lines, as export --to jsonl and read --format jsonl write them (also .gz), or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var threads = ArticleOptions.CreateThreads();
        var archive = new ArchiveOption();
        var command = new Command("import",
            """
            Add records to an archive that were made before.

            What export --to jsonl writes of an archive gives that archive again, with all its versions and reviews. What is there
            already is passed over.
            """)
        {
            files, threads,
        };
        archive.AddTo(command);
        command.SetAction(arguments =>
        {
            using var opened = archive.OpenToWrite(arguments);
            return Run(terminal, interruption, opened, arguments.GetRequiredValue(files), arguments.GetValue(threads));
        });
        return command;
    }

    private static int Run(Terminal terminal, Interruption interruption, NewsArchive archive, string[] files, int threads)
    {
        var progress = new Progress(terminal);
        var batches = new EntryBatches(archive);
        var reviews = new List<(string Place, ReviewLine Line)>();
        var code = ExitCode.Done;
        try
        {
            var pipeline = new OrderedPipeline<RecordLine, Outcome>(threads, Read, line => line.Line.Bytes?.Length ?? 0);
            pipeline.Run(files.SelectMany(file => Lines(file, terminal)), Take, batches.KeepIfOld, interruption.Token);
        }
        finally
        {
            progress.Clear();
            KeepReviews();
            batches.Account(terminal);
        }

        return code;

        void Take(Outcome outcome)
        {
            if (outcome.Review is null) progress.Add(failed: outcome.Problem is not null);
            if (outcome.Entry is { } entry) batches.Take(entry);
            if (outcome.Review is { } review) reviews.Add((outcome.Place, review));
            if (reviews.Count >= MostReviewsHeld) KeepReviews();
            if (outcome.Problem is { } problem) Complain(outcome.Place, problem);
        }

        // Their articles stand before them, and may still wait to be kept.
        void KeepReviews()
        {
            batches.Keep();
            if (reviews.Count == 0) return;
            var problems = new StatementReviews(archive).Import([.. reviews.Select(review => review.Line)]);
            foreach (var (review, problem) in reviews.Zip(problems))
                if (problem is not null) Complain(review.Place, $"not a review that can be kept: {problem}");
            reviews.Clear();
        }

        void Complain(string place, string problem)
        {
            code = ExitCode.SomeFailed;
            progress.Clear();
            terminal.Complain($"{place}: {problem}");
        }
    }

    private static IEnumerable<RecordLine> Lines(string file, Terminal terminal)
    {
        var name = file == "-" ? "standard input" : file;
        Stream stream;
        string? problem = null;
        try
        {
            stream = file == "-" ? terminal.Input() : File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stream = Stream.Null;
            problem = Problems.Describe(e);
        }

        if (problem is not null) yield return new RecordLine(name, default, problem);
        using var unpacked = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        foreach (var line in LineReader.Read(unpacked))
            if (line.Bytes is null || !line.Bytes.AsSpan().Trim(" \t\r"u8).IsEmpty) yield return new RecordLine($"{name}, line {line.Number}", line, null);
    }

    private static Outcome Read(RecordLine from)
    {
        if (from.Problem is { } problem) return new Outcome(from.Place, null, null, problem);
        try
        {
            var bytes = from.Line.Bytes ?? throw new UnreadableInputException($"it is longer than {LineReader.Longest >> 20} MB");
            return ReviewLine.IsOne(bytes)
                ? new Outcome(from.Place, null, ReviewLine.Read(bytes), null)
                : new Outcome(from.Place, ArchiveEntry.Of(RecordLines.Read(bytes)), null, null);
        }
        catch (JsonException e)
        {
            return new Outcome(from.Place, null, null, $"not a record or review: {e.Message}");
        }
        catch (ArgumentException e)
        {
            return new Outcome(from.Place, null, null, e.Message);
        }
        catch (Exception e)
        {
            return new Outcome(from.Place, null, null, Problems.Describe(e));
        }
    }

    private readonly record struct RecordLine(string Place, Line Line, string? Problem);

    private readonly record struct Outcome(string Place, ArchiveEntry? Entry, ReviewLine? Review, string? Problem);
}
