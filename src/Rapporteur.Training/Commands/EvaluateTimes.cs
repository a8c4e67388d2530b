using System.CommandLine;
using Rapporteur.Training.Times;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate times</c>.</summary>
internal static class EvaluateTimes
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "Articles with marked time expressions, JSON Lines.", Required = true };
        var predicted = new Option<FileInfo>("--predicted") { Description = "Score this file of time expressions instead of reading the articles." };
        var half = new Option<string>("--half") { Description = "Score only the even or the odd articles, counted from 0." };
        half.AcceptOnlyFromAmong("even", "odd");
        var misses = new Option<bool>("--misses") { Description = "Print what went wrong, a line each." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value instead of the report." };
        var command = new Command("times", "Score time expressions: spans, types, values.") { gold, predicted, half, misses, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(predicted), arguments.GetValue(half),
            arguments.GetValue(misses), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo? predicted, string? half, bool misses, bool figures)
    {
        try
        {
            var score = new TimeScore();
            var found = predicted is null ? null : TimedArticle.ReadFile(predicted.FullName).ToDictionary(a => a.Id, a => a.Times);
            foreach (var (number, article) in TimedArticle.ReadFile(gold.FullName).Index())
            {
                if (half is not null && (number % 2 == 0) != (half == "even")) continue;
                score.Add(article, found is null ? article.Found(Reader.English) : found.GetValueOrDefault(article.Id, []));
            }

            if (misses) score.Misses.ForEach(Console.WriteLine);
            if (figures) FigureLines.Write(Console.Out, score.Figures().Select(figure => ($"times.{figure.Name}", figure.Value)));
            else Console.WriteLine(score);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }
}
