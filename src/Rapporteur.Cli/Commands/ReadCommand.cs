using System.CommandLine;
using Rapporteur.Cli.Formats;
using Rapporteur.Cli.Streams;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur read PATH...</c>: who said what in articles.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var output = new OutputOptions(ReadingFormats.Names);
        var least = ArticleOptions.CreateLeastScore();
        var command = new Command("read", "Read articles and say who said what in them.") { least };
        articles.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            using var target = output.Open(arguments, terminal);
            var format = ReadingFormats.Create(output.Format(arguments), articles.Many(arguments), output.Layout(arguments, terminal));
            return FormattedRun.Run(
                new ArticleRun(terminal, interruption, articles.Threads(arguments)), articles.Paths(arguments),
                article => Reader.English.Read(articles.Apply(arguments, article), arguments.GetValue(least)), format, target);
        });
        return command;
    }
}
