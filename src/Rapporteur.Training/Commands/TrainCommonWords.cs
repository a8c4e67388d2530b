using System.CommandLine;
using System.Globalization;
using System.Text;
using Rapporteur.Archive.Happenings;
using Rapporteur.Training.Attributions;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>train common-words</c>: in how many articles of the news common words stand, for telling happenings apart.</summary>
internal static class TrainCommonWords
{
    // Rarer words tell articles apart, whatever their exact number.
    private const int LeastPerMille = 10;

    public static Command Command()
    {
        var articles = new Option<FileInfo>("--articles") { Description = "The train part of PolNeAR, JSON Lines.", Required = true };
        var list = new Option<FileInfo>("--out") { Description = "The list to write.", Required = true };
        var command = new Command("common-words", "Count in how many articles common words stand.") { articles, list };
        command.SetAction(arguments =>
        {
            try
            {
                var texts = AnnotatedArticle.ReadFile(arguments.GetRequiredValue(articles).FullName).Select(article => article.Text).ToList();
                File.WriteAllText(arguments.GetRequiredValue(list).FullName, Write(texts), new UTF8Encoding(false));
                return 0;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Console.Error.WriteLine($"rapporteur-train: {e.Message}");
                return 1;
            }
        });
        return command;
    }

    // Only where they stand in small letters: names are those of one year.
    private static string Write(List<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
            foreach (var word in ProfileWords.Of(text).Where(word => !word.Capital).Select(word => word.Word).Distinct())
                counts[word] = counts.GetValueOrDefault(word) + 1;
        var lines = new StringBuilder();
        lines.Append(CultureInfo.InvariantCulture, $"# Words and in how many of 1000 articles of the news they stand, counted in the {texts.Count} articles of PolNeAR's train part\n");
        lines.Append("# (Newell, Margolin, Ruths 2018) by `rapporteur-train train common-words`. Words in fewer than 10 of 1000 are left out.\n");
        foreach (var (word, count) in counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal))
            if (count * 1000 / texts.Count is >= LeastPerMille and var share) lines.Append(CultureInfo.InvariantCulture, $"{word}\t{share}\n");
        return lines.ToString();
    }
}
