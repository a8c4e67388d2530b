using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Rapporteur.Archive;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;
using Rapporteur.Cli.Formats;
using Rapporteur.Records;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur compare STATEMENT|ARTICLE|PATH...</c>: the same words as several outlets print them, side by side.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var archive = new ArchiveOption();
        var output = new OutputOptions(ComparisonFormats.Names);
        var threads = ArticleOptions.CreateThreads();
        var subjects = new Argument<string[]>("SUBJECT")
        {
            Description = "A statement of the archive (17#s3), an article of it (17), or files and folders of articles.", Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("compare",
            """
            Lay the same quotation as several articles print it side by side: what each left out, put in, changed, to whom it gave the words, when.

            Files are compared with each other; with --archive, and whatever the archive holds, with what is in there.
            """)
        {
            subjects, threads,
        };
        archive.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            var given = arguments.GetRequiredValue(subjects);
            var files = given.Where(subject => !ArchiveNames.IsOne(subject)).ToArray();
            using var opened = files.Length < given.Length || archive.IsNamed(arguments) ? archive.OpenToRead(arguments) : null;
            using var target = output.Open(arguments, terminal);
            var format = ComparisonFormats.Create(output.Format(arguments), output.Layout(arguments, terminal));
            var (count, empty) = (0, true);
            target.Write(Encoding.UTF8.GetBytes(format.Start));
            foreach (var subject in given.Where(ArchiveNames.IsOne)) Write(InArchive(opened!, subject));
            var index = new PrintingIndex();
            var code = files.Length == 0 ? ExitCode.Done : new ArticleRun(terminal, interruption, arguments.GetValue(threads)).Run(
                files, article => Record.From(Reader.English.Read(article)), (_, id, record) => Take(id, record), () => { });
            if (opened is null) Write(index.Passages());
            target.Write(Encoding.UTF8.GetBytes(format.End()));
            target.Complete();
            if (count == 0) terminal.Error.WriteLine("rapporteur: no other article prints any of these words");
            return code;

            void Take(string id, Record record)
            {
                if (opened is null) index.Add(record, id);
                else Write(opened.Compare(record, id));
            }

            void Write(IEnumerable<StatementComparison> comparisons)
            {
                foreach (var comparison in comparisons.Where(comparison => !comparison.Variants.IsEmpty))
                {
                    if (!empty) target.Write(Encoding.UTF8.GetBytes(format.Between));
                    (count, empty) = (count + 1, false);
                    target.Write(format.Render(comparison).Span);
                }
            }
        });
        return command;
    }

    private static ImmutableArray<StatementComparison> InArchive(NewsArchive archive, string subject)
    {
        if (StatementName.TryParse(subject, out var name))
        {
            if (archive.Statement(name) is null) throw new UsageException($"there is no statement {subject} in {archive.Place}");
            return archive.Compare(name) is { } comparison ? [comparison] : [];
        }

        var article = ArchiveNames.Article(subject)!.Value;
        if (archive.Article(article) is null) throw new UsageException($"there is no article {subject} in {archive.Place}");
        return archive.Compare(article);
    }
}
