using System.CommandLine;
using Rapporteur.Cli.Formats;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur export PATH... --to FORMAT</c>: what is to come as a calendar, who did what to whom as event data.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var output = new OutputOptions([ExportFormats.Calendar]);
        var format = new Option<string>("--to", "-t")
        {
            Description = "ics: an iCalendar of what is to come. plover: who did what to whom, PLOVER event data, an event a line.",
            Required = true,
        };
        format.AcceptOnlyFromAmong(ExportFormats.Names);
        var command = new Command("export", "Write agendas and events for other programs.") { format };
        articles.AddTo(command);
        output.AddOutTo(command);
        command.SetAction(arguments =>
        {
            using var target = output.Open(arguments, terminal);
            return FormattedRun.Run(
                new ArticleRun(terminal, interruption, articles.Threads(arguments)), articles.Paths(arguments),
                article => Reader.English.Read(articles.Apply(arguments, article)), ExportFormats.Create(arguments.GetRequiredValue(format)), target);
        });
        return command;
    }
}
