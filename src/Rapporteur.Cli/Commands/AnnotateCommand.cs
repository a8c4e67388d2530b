using System.CommandLine;
using Rapporteur.Cli.Formats;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur annotate PATH... --to FORMAT</c>: the findings in formats that other tools open.</summary>
internal static class AnnotateCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var format = new Option<string>("--to", "-t")
        {
            Description = "brat: standoff annotations. webannotation: W3C Web Annotation, JSON-LD. conllu: tags, lemmas, dependencies and entities.",
            Required = true,
        };
        format.AcceptOnlyFromAmong(AnnotationFormat.Names);
        var given = new Option<string?>("--from") { Description = "conllu: keep the words of CoNLL-U files and write their tags, lemmas and dependencies anew." };
        given.AcceptOnlyFromAmong(AnnotationFormat.Conllu);
        var folder = new Option<string?>("--out", "-o") { Description = "The folder to write files to; made where it is not there.", HelpName = "DIR" };
        var command = new Command("annotate", "Write who said what as annotations for other tools.") { format, given, folder };
        articles.AddTo(command);
        command.SetAction(arguments =>
        {
            var target = arguments.GetValue(folder);
            if (arguments.GetValue(given) is not null)
            {
                if (arguments.GetRequiredValue(format) != AnnotationFormat.Conllu || target is not null)
                    throw new UsageException("--from conllu goes with --to conllu, and writes to standard output");
                return GivenWords.Annotate(terminal, articles.Paths(arguments), interruption.Token);
            }

            if (target is null && articles.Many(arguments))
                throw new UsageException("several articles give several files: name a folder for them with --out DIR");
            var run = new ArticleRun(terminal, interruption, articles.Threads(arguments));
            var chosen = AnnotationFormat.Named(arguments.GetRequiredValue(format));
            AnnotationFiles Annotate(Article article) => chosen.Annotate(articles.Apply(arguments, article));
            if (target is null)
                return run.Run(articles.Paths(arguments), Annotate, (_, _, files) => terminal.Output.Write(files.Annotations), () => { });

            var writer = new AnnotationFolder(target, chosen);
            return run.Run(articles.Paths(arguments), Annotate, (_, id, files) => writer.Write(id, files), () => { });
        });
        return command;
    }
}
