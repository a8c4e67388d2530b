using System.CommandLine;
using Rapporteur.Training.Speakers;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate speakers</c>.</summary>
internal static class EvaluateSpeakers
{
    public static Command Command()
    {
        var gold = new Option<DirectoryInfo>("--gold") { Description = "A folder of articles with the statements expected in them.", Required = true };
        var misses = new Option<bool>("--misses") { Description = "Print what went wrong, a line each." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value instead of the report." };
        var command = new Command("speakers", "Score speakers, relays, media and days.") { gold, misses, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(misses), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(DirectoryInfo gold, bool misses, bool figures)
    {
        try
        {
            var score = new SpeakerScore();
            foreach (var article in SpeakerArticle.ReadFolder(gold.FullName)) score.Add(article, Reader.English.Read(article.Article));
            if (misses) score.Misses.ForEach(Console.WriteLine);
            if (figures) FigureLines.Write(Console.Out, SpeakerScore.Columns.Select(column => ($"speakers.{column}", 100 * score[column])));
            else Console.Write(score);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }
}
