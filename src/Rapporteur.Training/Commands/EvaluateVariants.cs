using System.CommandLine;
using Rapporteur.Training.Comparison;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate variants</c>.</summary>
internal static class EvaluateVariants
{
    private const int Usual = 1000;

    public static Command Command()
    {
        var articles = new Option<FileInfo[]>("--articles") { Description = "Articles, JSON Lines.", Required = true, AllowMultipleArgumentsPerToken = true };
        var count = new Option<int>("--count") { Description = "How many statements to print anew, each in three ways.", DefaultValueFactory = _ => Usual };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value; the only form there is." };
        var command = new Command("variants", "Measure how printings of real statements, whole, cut or changed, are found again.") { articles, count, figures };
        command.SetAction(arguments =>
        {
            var planted = new PlantedVariants(DatedArticles.Read(arguments.GetRequiredValue(articles)));
            FigureLines.Write(Console.Out, planted.Figures(arguments.GetValue(count)));
        });
        return command;
    }
}
