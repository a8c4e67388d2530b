using System.CommandLine;
using Rapporteur.Training.Events;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate events</c>.</summary>
internal static class EvaluateEvents
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "Sentences with coded events, JSON Lines.", Required = true };
        var predicted = new Option<FileInfo>("--predicted") { Description = "Score this file of events instead of reading the sentences." };
        var half = new Option<string>("--half") { Description = "Score only the even or the odd records, counted from 0." };
        half.AcceptOnlyFromAmong("even", "odd");
        var misses = new Option<bool>("--misses") { Description = "Print what went wrong, a line each." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value instead of the report." };
        var command = new Command("events", "Score events: types, actors.") { gold, predicted, half, misses, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(predicted), arguments.GetValue(half),
            arguments.GetValue(misses), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo? predicted, string? half, bool misses, bool figures)
    {
        try
        {
            var score = new EventScore();
            var found = predicted is null ? null : CodedRecord.ReadFile(predicted.FullName).ToDictionary(a => a.Id, a => a.Events);
            foreach (var (number, article) in CodedRecord.ReadFile(gold.FullName).Index())
            {
                if (half is not null && (number % 2 == 0) != (half == "even")) continue;
                score.Add(article, found is null ? article.Found(Reader.English) : found.GetValueOrDefault(article.Id, []));
            }

            if (misses) score.Misses.ForEach(Console.WriteLine);
            if (figures) FigureLines.Write(Console.Out, score.Figures().Select(figure => ($"events.{figure.Name}", figure.Value)));
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
