using System.CommandLine;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Training.Attributions;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate attributions</c>.</summary>
internal static class EvaluateAttributions
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "Articles with marked attributions, JSON Lines.", Required = true };
        var model = new Option<FileInfo>("--model") { Description = "The model file to measure; by default the one that ships." };
        var predicted = new Option<FileInfo>("--predicted") { Description = "Score this file of attributions instead of reading the articles." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value instead of the report." };
        var command = new Command("attributions", "Score sources, cues and contents: lenient, exact, by role, by kind.") { gold, model, predicted, figures };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(gold), arguments.GetValue(model), arguments.GetValue(predicted), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo? model, FileInfo? predicted, bool figures)
    {
        try
        {
            var score = new AttributionScore();
            var articles = AnnotatedArticle.ReadFile(gold.FullName);
            if (predicted is not null)
            {
                var texts = articles.ToDictionary(a => a.Id, a => a.Text);
                var found = AnnotatedArticle.ReadFile(predicted.FullName, texts).ToDictionary(a => a.Id, a => a.Attributions);
                foreach (var article in articles) score.Add(article.Text, article.Attributions, found.GetValueOrDefault(article.Id, []));
            }
            else
            {
                var reader = model is null ? Reader.English : new Reader(LanguagePack.English, ModelFile.Of(File.ReadAllBytes(model.FullName)), ModelFile.Embedded("en.syntax.model"), ModelFile.Embedded("en.entities.model"));
                foreach (var article in articles) score.Add(article.Text, article.Attributions, Found(reader, article));
            }

            if (figures) FigureLines.Write(Console.Out, score.NamedFigures);
            else Console.WriteLine(score);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }

    private static IEnumerable<MarkedAttribution> Found(Reader reader, AnnotatedArticle article) =>
        reader.Read(new Article(article.Text)).Statements.Select(s => new MarkedAttribution(s.Source, s.Cue, s.Content));
}
