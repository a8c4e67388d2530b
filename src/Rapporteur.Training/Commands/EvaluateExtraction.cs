using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Ingest;
using Rapporteur.Training.Extraction;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate extraction</c>.</summary>
internal static class EvaluateExtraction
{
    public static Command Command()
    {
        var pages = new Option<DirectoryInfo>("--pages")
        {
            Description = "A folder with gold.json ({id: {articleBody}}) and html/<id>.html.gz.",
            Required = true,
        };
        var worst = new Option<int>("--worst") { Description = "How many of the worst pages to name." };
        var output = new Option<FileInfo>("--out") { Description = "Write what was extracted to this file, JSON Lines." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value, in per cent, instead of the report." };
        var command = new Command("extraction", "Score the text taken out of web pages: runs of four words, as the public benchmark.") { pages, worst, output, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(pages), arguments.GetValue(worst), arguments.GetValue(output), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(DirectoryInfo pages, int worst, FileInfo? output, bool figures)
    {
        try
        {
            var score = new ExtractionScore();
            var rows = new List<(double Least, string Page, double Precision, double Recall)>();
            using var gold = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(pages.FullName, "gold.json")));
            using var lines = output is null ? null : new StreamWriter(output.FullName);
            foreach (var page in gold.RootElement.EnumerateObject())
            {
                var text = Extract(Path.Combine(pages.FullName, "html", page.Name + ".html.gz"));
                lines?.WriteLine(JsonSerializer.Serialize(new { id = page.Name, text }));
                var (precision, recall) = score.Add(page.Value.GetProperty("articleBody").GetString() ?? "", text);
                rows.Add((Math.Min(precision ?? 0, recall ?? 1), page.Name, precision ?? 0, recall ?? 0));
            }

            foreach (var (_, name, precision, recall) in rows.OrderBy(row => row.Least).ThenBy(row => row.Page, StringComparer.Ordinal).Take(worst))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst  {name}  P {precision:F3}  R {recall:F3}"));
            if (figures) FigureLines.Write(Console.Out, score.Figures().Select(figure => ($"extraction.{figure.Name}", 100 * figure.Value)));
            else Console.WriteLine(score);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }

    private static string Extract(string path)
    {
        try
        {
            using var page = File.OpenRead(path);
            return ArticleLoader.Load(page, path).Text;
        }
        catch (UnreadableInputException)
        {
            return "";
        }
    }
}
