using System.CommandLine;
using Rapporteur.Training.Attributions;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate calibration</c>.</summary>
internal static class EvaluateCalibration
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "Articles with marked attributions, JSON Lines.", Required = true };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value instead of the report." };
        var command = new Command("calibration", "Say whether statements' scores mean what they say, and what a least score costs and brings.") { gold, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, bool figures)
    {
        try
        {
            var calibration = new ScoreCalibration();
            foreach (var article in AnnotatedArticle.ReadFile(gold.FullName))
                calibration.Add(article.Text, article.Attributions,
                    [.. Reader.English.Read(new Article(article.Text)).Statements.Select(s => (new MarkedAttribution(s.Source, s.Cue, s.Content), s.Score))]);
            if (figures) FigureLines.Write(Console.Out, [("calibration.error", calibration.ExpectedError)]);
            else Console.Write(calibration);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }
}
