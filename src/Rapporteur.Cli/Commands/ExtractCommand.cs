using System.CommandLine;
using Rapporteur.Cli.Formats;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur extract PATH...</c>: the clean article of a page, without reading it.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal, Interruption interruption)
    {
        var articles = new ArticleOptions();
        var output = new OutputOptions(ArticleFormats.Names);
        var command = new Command("extract", "Take articles out of web pages: text, title, byline, outlet, dates, address, language.");
        articles.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            using var target = output.Open(arguments, terminal);
            return FormattedRun.Run(
                new ArticleRun(terminal, interruption, articles.Threads(arguments)), articles.Paths(arguments),
                article => ExtractedArticle.From(articles.Apply(arguments, article)),
                ArticleFormats.Create(output.Format(arguments), articles.Many(arguments)), target);
        });
        return command;
    }
}
