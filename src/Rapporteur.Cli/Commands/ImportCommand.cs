using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Rapporteur.Archive;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Store;
using Rapporteur.Cli.Streams;
using Rapporteur.Ingest;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur import FILE...</c>: records that were read before, into an archive, without reading anything again.</summary>
internal static class ImportCommand
{
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

            What export --to jsonl writes of an archive gives that archive again, with all its versions. What is there already is
            passed over.
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
        var code = ExitCode.Done;
        try
        {
            var pipeline = new OrderedPipeline<RecordLine, Outcome>(threads, Read, line => line.Line.Bytes?.Length ?? 0);
            pipeline.Run(files.SelectMany(file => Lines(file, terminal)), Take, batches.KeepIfOld, interruption.Token);
        }
        finally
        {
            progress.Clear();
            batches.Keep();
            batches.Account(terminal);
        }

        return code;

        void Take(Outcome outcome)
        {
            progress.Add(failed: outcome.Entry is null);
            if (outcome.Entry is { } entry)
            {
                batches.Take(entry);
                return;
            }

            code = ExitCode.SomeFailed;
            progress.Clear();
            terminal.Complain($"{outcome.Place}: {outcome.Problem}");
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
        if (from.Problem is { } problem) return new Outcome(from.Place, null, problem);
        try
        {
            var bytes = from.Line.Bytes ?? throw new UnreadableInputException($"it is longer than {LineReader.Longest >> 20} MB");
            return new Outcome(from.Place, ArchiveEntry.Of(RecordLines.Read(bytes)), null);
        }
        catch (JsonException e)
        {
            return new Outcome(from.Place, null, $"not a record: {e.Message}");
        }
        catch (ArgumentException e)
        {
            return new Outcome(from.Place, null, e.Message);
        }
        catch (Exception e)
        {
            return new Outcome(from.Place, null, Problems.Describe(e));
        }
    }

    private readonly record struct RecordLine(string Place, Line Line, string? Problem);

    private readonly record struct Outcome(string Place, ArchiveEntry? Entry, string? Problem);
}
