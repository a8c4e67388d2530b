using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Training.Syntax;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>train syntax</c>.</summary>
internal static class TrainSyntax
{
    /// <summary>Counts up with every change to what is learned; the checksum tells trainings of one version apart.</summary>
    private const string Version = "2";

    public static Command Command()
    {
        var ewt = new Option<FileInfo>("--ewt") { Description = "The train part of UD English EWT, CoNLL-U.", Required = true };
        var gum = new Option<FileInfo>("--gum") { Description = "The train part of UD English GUM, CoNLL-U.", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "The model file to write.", Required = true };
        var watch = new Option<FileInfo>("--watch") { Description = "A treebank to report scores of after each epoch; nothing is learned from it." };
        var texts = new Option<FileInfo>("--texts") { Description = "Texts without annotation to learn words from, JSON Lines with a \"text\"." };
        var command = new Command("syntax", "Learn tags, lemmas and dependencies from treebanks.") { ewt, gum, texts, model, watch };
        command.SetAction(arguments => Run([arguments.GetRequiredValue(ewt), arguments.GetRequiredValue(gum)], arguments.GetRequiredValue(model),
            arguments.GetValue(texts), arguments.GetValue(watch)));
        return command;
    }

    private static int Run(FileInfo[] treebanks, FileInfo model, FileInfo? texts, FileInfo? watch)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var documents = treebanks.SelectMany(Treebank.Read).ToList();
            var training = new SyntaxTraining(documents, texts is null ? [] : Treebank.ReadTexts(texts), watch is null ? [] : Treebank.Read(watch),
                message => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:mm\\:ss} {message}")));
            var bytes = ModelFile.Write(Header(documents), training.Train());
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

    private static IEnumerable<KeyValuePair<string, string>> Header(List<ConlluDocument> documents) =>
    [
        new("name", "en.syntax"),
        new("version", Version),
        new("trained-on", string.Create(CultureInfo.InvariantCulture,
            $"{documents.Count} documents, {documents.Sum(d => d.Sentences.Count)} sentences, {documents.Sum(d => d.Words.Count)} words")),
    ];
}
