using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Training.Syntax;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>train sentences</c>.</summary>
internal static class TrainSentences
{
    /// <summary>Counts up with every change to what is learned; the checksum tells trainings of one version apart.</summary>
    private const string Version = "1";

    public static Command Command()
    {
        var ewt = new Option<FileInfo>("--ewt") { Description = "The train part of UD English EWT, CoNLL-U.", Required = true };
        var gum = new Option<FileInfo>("--gum") { Description = "The train part of UD English GUM, CoNLL-U.", Required = true };
        var model = new Option<FileInfo>("--out") { Description = "The model file to write.", Required = true };
        var command = new Command("sentences", "Learn from treebanks where sentences begin.") { ewt, gum, model };
        command.SetAction(arguments => Run([arguments.GetRequiredValue(ewt), arguments.GetRequiredValue(gum)], arguments.GetRequiredValue(model)));
        return command;
    }

    private static int Run(FileInfo[] treebanks, FileInfo model)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var documents = treebanks.SelectMany(Treebank.Read).ToList();
            var bytes = ModelFile.Write(Header(documents), SentenceTraining.Train(documents,
                message => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:mm\\:ss} {message}"))));
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
        new("name", "en.sentences"),
        new("version", Version),
        new("trained-on", string.Create(CultureInfo.InvariantCulture,
            $"{documents.Count} documents, {documents.Sum(d => d.Sentences.Count)} sentences, {documents.Sum(d => d.Words.Count)} words")),
    ];
}
