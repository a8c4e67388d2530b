using System.CommandLine;
using System.Diagnostics;
using Rapporteur.Archive.Comparison;
using Rapporteur.Ingest;
using Rapporteur.Training.Comparison;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate verification</c>.</summary>
internal static class EvaluateVerification
{
    // What the issue counts in: quotations long enough to stand nowhere by chance.
    private const int FewestWords = 7;

    public static Command Command()
    {
        var articles = new Option<FileInfo[]>("--articles") { Description = "Articles, JSON Lines.", Required = true, AllowMultipleArgumentsPerToken = true };
        var transcripts = new Option<string[]>("--transcripts") { Description = "Transcripts: files or folders.", Required = true, AllowMultipleArgumentsPerToken = true };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value; the only form there is." };
        var command = new Command("verification", $"Count how quotations of {FewestWords} words and more agree with transcripts, and time it.") { articles, transcripts, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(articles), arguments.GetRequiredValue(transcripts)));
        return command;
    }

    private static void Run(FileInfo[] articles, string[] transcripts)
    {
        var clock = Stopwatch.StartNew();
        var records = DatedArticles.Read(articles);
        var reading = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var verifier = new Verifier(new TranscriptIndex(new InputSource().Find(transcripts).Select(input => TranscriptReader.Read(input.Load()))), FewestWords);
        var quotations = records.SelectMany(record => verifier.Verify(record).Quotations).ToList();
        FigureLines.Write(Console.Out, Enum.GetValues<Verdict>().Select(verdict => ($"verification.{verdict.ToString().ToLowerInvariant()}", (double)quotations.Count(q => q.Verdict == verdict))));
        FigureLines.Write(Console.Out, [("verification.seconds-reading", reading), ("verification.seconds", clock.Elapsed.TotalSeconds)]);
    }
}
