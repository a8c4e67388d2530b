using System.CommandLine;
using System.Globalization;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Training.Syntax;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate syntax</c>.</summary>
internal static class EvaluateSyntax
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "A treebank, CoNLL-U.", Required = true };
        var model = new Option<FileInfo>("--model") { Description = "The model file to measure; by default the one that ships." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value instead of the report." };
        var command = new Command("syntax", "Score tags, lemmas and dependencies: with gold tokens, and from raw text.") { gold, model, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(model), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo? model, bool figures)
    {
        try
        {
            var file = model is null ? ModelFile.Embedded("en.syntax.model") : ModelFile.Of(File.ReadAllBytes(model.FullName));
            var reader = new SyntaxReader(SyntaxModel.From(file));
            var documents = Treebank.Read(gold);
            var features = new FeatureReader(LanguagePack.English);
            SyntaxScore given = new(), raw = new();
            foreach (var document in documents)
            {
                var read = reader.Read(document.Document);
                given.Add(document, document.Document, read, features.Read(document.Document, read));
                var text = document.Document.Text;
                var parsed = Document.Parse(text, [new Span(0, text.Length)], LanguagePack.English);
                read = reader.Read(parsed);
                raw.Add(document, parsed, read, features.Read(parsed, read));
            }

            if (figures)
            {
                var name = Path.GetFileNameWithoutExtension(gold.Name);
                FigureLines.Write(Console.Out, given.Figures.Skip(2).Select(f => ($"syntax.{name}.{f.Name}", f.Value)));
                FigureLines.Write(Console.Out, raw.Figures.Select(f => ($"syntax.{name}.raw.{f.Name}", f.Value)));
                return 0;
            }

            Console.WriteLine($"gold tokens: {given}");
            Console.WriteLine($"raw text:    {raw}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Speed(reader, documents):F0} words a second of processor time, gold tokens"));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }

    // In time of the processor, the best of several rounds: others use the machine too.
    private static double Speed(SyntaxReader reader, List<ConlluDocument> documents)
    {
        const int Rounds = 5;
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var document in documents) reader.Read(document.Document);
            best = Math.Max(best, documents.Sum(d => d.Words.Count) / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }
}
