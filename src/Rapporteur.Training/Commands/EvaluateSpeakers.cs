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
        var command = new Command("speakers", "Score speakers, relays, media and days.") { gold, misses };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(misses)));
        return command;
    }

    private static int Run(DirectoryInfo gold, bool misses)
    {
        try
        {
            var score = new SpeakerScore();
            foreach (var article in SpeakerArticle.ReadFolder(gold.FullName)) score.Add(article, Reader.English.Read(article.Article));
            if (misses) score.Misses.ForEach(Console.WriteLine);
            Console.Write(score);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }
}
