using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Training.Attributions;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>train attributions</c>.</summary>
internal static class TrainAttributions
{
    /// <summary>Counts up with every change to what is learned; the checksum tells trainings of one version apart.</summary>
    private const string Version = "1";

    public static Command Command()
    {
        var data = new Option<FileInfo>("--data") { Description = "Articles with marked attributions, JSON Lines.", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "The model file to write.", Required = true };
        var syntax = new Option<FileInfo>("--syntax") { Description = "The syntax model to read with; by default the one that ships." };
        var command = new Command("attributions", "Learn sources, cues and contents from marked articles.") { data, model, syntax };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(data), arguments.GetRequiredValue(model), arguments.GetValue(syntax)));
        return command;
    }

    private static int Run(FileInfo data, FileInfo model, FileInfo? syntax)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var grammar = new SyntaxReader(SyntaxModel.From(syntax is null ? ModelFile.Embedded("en.syntax.model") : ModelFile.Of(File.ReadAllBytes(syntax.FullName))));
            var articles = AnnotatedArticle.ReadFile(data.FullName).Select(a => new TrainingArticle(a, grammar)).ToList();
            var training = new AttributionTraining(articles,
                message => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:mm\\:ss} {message}")));
            var bytes = ModelFile.Write(Header(articles), training.Train().Sections());
            var partial = model.FullName + ".partial";
            File.WriteAllBytes(partial, bytes);
            File.Move(partial, model.FullName, overwrite: true);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model.FullName}: {bytes.Length} bytes in {clock.Elapsed:mm\\:ss}"));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Header(List<TrainingArticle> articles) =>
    [
        new("name", "en"),
        new("version", Version),
        new("trained-on", string.Create(CultureInfo.InvariantCulture,
            $"{articles.Count} articles, {articles.Sum(a => a.Attributions.Count)} attributions, {articles.Sum(a => a.Document.Tokens.Count)} tokens")),
    ];
}
