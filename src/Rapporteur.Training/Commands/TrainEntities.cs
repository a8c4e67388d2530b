using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Training.Attributions;
using Rapporteur.Training.Entities;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>train entities</c>.</summary>
internal static class TrainEntities
{
    /// <summary>Counts up with every change to what is learned; the checksum tells trainings of one version apart.</summary>
    private const string Version = "1";

    public static Command Command()
    {
        var gum = new Option<FileInfo>("--gum") { Description = "The train part of UD English GUM, CoNLL-U with Entity in MISC.", Required = true };
        var news = new Option<FileInfo>("--news") { Description = "News articles, JSON Lines with text: names are adapted to them." };
        var model = new Option<FileInfo>("--out") { Description = "The model file to write.", Required = true };
        var command = new Command("entities", "Learn names and coreference from a treebank with marked entities.") { gum, news, model };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gum), arguments.GetValue(news), arguments.GetRequiredValue(model)));
        return command;
    }

    private static int Run(FileInfo gum, FileInfo? news, FileInfo model)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var documents = MarkedDocument.ReadFile(gum);
            List<string> articles = news is null ? [] : [.. AnnotatedArticle.ReadFile(news.FullName).Select(a => a.Text)];
            var training = new EntityTraining(documents, articles, SyntaxModel.From(ModelFile.Embedded("en.syntax.model")),
                message => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:mm\\:ss} {message}")));
            var bytes = ModelFile.Write(Header(documents, articles), training.Train());
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

    private static IEnumerable<KeyValuePair<string, string>> Header(List<MarkedDocument> documents, List<string> articles) =>
    [
        new("name", "en.entities"),
        new("version", Version),
        new("trained-on", string.Create(CultureInfo.InvariantCulture,
            $"{documents.Count} documents, {documents.Sum(d => d.Gold.Words.Count)} words, {documents.Sum(d => d.Mentions.Count)} mentions; names adapted to {articles.Count} articles")),
    ];
}
