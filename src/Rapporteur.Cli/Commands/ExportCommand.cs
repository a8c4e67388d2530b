using System.CommandLine;
using Rapporteur.Archive;
using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.Search;
using Rapporteur.Cli.Formats;
using Rapporteur.Cli.Streams;
using Rapporteur.Records;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur export [PATH...] --to FORMAT</c>: what was read, or what an archive holds, in formats of other programs.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions(mayBeNone: true);
        var archive = new ArchiveOption();
        var output = new OutputOptions([RecordExports.All[0].Name]);
        var format = new Option<string>("--to", "-t")
        {
            Description = string.Join(' ', RecordExports.All.Select(format => $"{format.Name}: {format.Description}."))
                + $" {AnnotationFormat.BratName}: brat standoff annotations, in the folder that --out names.",
            Required = true,
        };
        format.AcceptOnlyFromAmong([.. RecordExports.All.Select(format => format.Name), AnnotationFormat.BratName]);
        var query = new Option<string?>("--where")
        {
            Description = "Of an archive, only statements that this query of find finds; of jsonl, ics and plover the articles that hold them.",
            HelpName = "QUERY",
        };
        var command = new Command("export",
            """
            Write what was read for other programs: tables, annotations, calendars, event data, graphs.

            With paths, articles are read and nothing is kept; without, it is what an archive holds. To jsonl an archive goes with all
            versions of its articles and their reviews, and import gives it back.
            """)
        {
            format, query,
        };
        articles.AddTo(command);
        archive.AddTo(command);
        output.AddOutTo(command);
        command.SetAction(arguments =>
        {
            var chosen = RecordExports.Named(arguments.GetRequiredValue(format));
            var paths = articles.Paths(arguments);
            if (paths.Length > 0 && arguments.GetValue(query) is not null) throw new UsageException("--where goes with an archive, not with paths");
            if (paths.Length > 0 && chosen is { IsOfReviews: true }) throw new UsageException($"--to {chosen.Name} goes with an archive: what is read anew, nobody has reviewed");
            using var opened = paths.Length > 0 ? null : archive.OpenToRead(arguments);
            if (chosen is null)
            {
                if (output.Path(arguments) is not { } folder) throw new UsageException("brat wants a folder for its files: name one with --out DIR");
                var writer = new AnnotationFolder(folder, AnnotationFormat.Brat);
                return Write(new FolderExport(writer), allVersions: false, wholeArticles: true);
            }

            using var target = output.Open(arguments, terminal);
            var code = Write(chosen.Create(target.Stream), chosen.IsOfVersions, chosen.IsOfArticles);
            target.Complete();
            return code;

            int Write(IRecordExport export, bool allVersions, bool wholeArticles)
            {
                if (opened is not null)
                {
                    if (arguments.GetValue(query) is { } words) ArchiveExport.Write(opened, export, StatementQuery.Parse(words), wholeArticles, interruption.Token);
                    else ArchiveExport.Write(opened, export, allVersions, interruption.Token);
                    return ExitCode.Done;
                }

                var code = new ArticleRun(terminal, interruption, articles.Threads(arguments)).Run(
                    paths, article => Record.From(Reader.English.Read(articles.Apply(arguments, article))), (_, _, record) => export.Write(record), () => { });
                export.Complete();
                return code;
            }
        });
        return command;
    }

    /// <summary>Annotations in a folder, under the articles' ids.</summary>
    private sealed class FolderExport(AnnotationFolder folder) : IRecordExport
    {
        public void Write(Record record, long? article = null) => folder.Write(record.Document.Id ?? "article", AnnotationFormat.BratFiles(record));

        public void Complete()
        {
        }
    }
}
