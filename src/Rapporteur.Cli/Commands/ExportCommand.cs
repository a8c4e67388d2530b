using System.CommandLine;
using Rapporteur.Archive.Exchange;
using Rapporteur.Cli.Streams;
using Rapporteur.Records;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur export PATH... --to FORMAT</c>: what was read, in formats of other programs.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var output = new OutputOptions([RecordExports.All[0].Name]);
        var format = new Option<string>("--to", "-t")
        {
            Description = string.Join(' ', RecordExports.All.Select(format => $"{format.Name}: {format.Description}.")),
            Required = true,
        };
        format.AcceptOnlyFromAmong([.. RecordExports.All.Select(format => format.Name)]);
        var command = new Command("export", "Write what was read for other programs: tables, annotations, calendars, event data, graphs.") { format };
        articles.AddTo(command);
        output.AddOutTo(command);
        command.SetAction(arguments =>
        {
            using var target = output.Open(arguments, terminal);
            var export = RecordExports.Named(arguments.GetRequiredValue(format))!.Create(target.Stream);
            var code = new ArticleRun(terminal, interruption, articles.Threads(arguments)).Run(
                articles.Paths(arguments), article => Record.From(Reader.English.Read(articles.Apply(arguments, article))),
                (_, _, record) => export.Write(record), target.Flush);
            export.Complete();
            target.Complete();
            return code;
        });
        return command;
    }
}
