using System.CommandLine;
using Rapporteur.Cli.Formats;
using Rapporteur.Cli.Streams;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur pipe</c>: articles as JSON Lines in, records as JSON Lines out, in the same order.</summary>
internal static class PipeCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var threads = ArticleOptions.CreateThreads();
        var format = new Option<string>("--format", "-f") { Description = "What to write of each article.", DefaultValueFactory = _ => ReadingFormats.LineNames[0] };
        format.AcceptOnlyFromAmong(ReadingFormats.LineNames);
        var least = ArticleOptions.CreateLeastScore();
        var command = new Command("pipe",
            """
            Read articles as JSON Lines from standard input and write one record a line, in order.

            A line is {"text": ...} or {"html": ...}, with "id", "title", "byline", "outlet", "url", "published", "modified" and
            "language" where known, or an item of IPTC ninjs. A line that cannot be read gives {"id": ..., "error": ...} in its place. Blank lines are passed over.
            What a line gives depends on that line alone, so an input may be cut between lines and its parts read anywhere.
            """)
        {
            threads, format, least,
        };
        command.SetAction(arguments => Run(terminal, interruption, arguments.GetValue(threads), arguments.GetRequiredValue(format), arguments.GetValue(least)));
        return command;
    }

    private static int Run(Terminal terminal, Interruption interruption, int threads, string format, double leastScore)
    {
        var progress = new Progress(terminal);
        var code = ExitCode.Done;
        using var input = terminal.Input();
        using var output = OutputTarget.Open(null, terminal);
        var pipeline = new OrderedPipeline<Line, PipeResult>(threads, line => PipeResult.Of(line, format, leastScore), line => line.Bytes?.Length ?? 0);
        try
        {
            pipeline.Run(LineReader.Read(input).Where(line => !IsBlank(line.Bytes)), Write, output.Flush, interruption.Token);
        }
        finally
        {
            progress.Clear();
        }

        output.Complete();
        return code;

        void Write(PipeResult result)
        {
            progress.Add(result.Failed);
            if (result.Failed) code = ExitCode.SomeFailed;
            output.Write(result.Json);
            output.Write("\n"u8);
        }
    }

    private static bool IsBlank(byte[]? bytes) => bytes is not null && bytes.AsSpan().Trim(" \t\r"u8).IsEmpty;
}
