using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Training.Entities;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate coreference</c>.</summary>
internal static class EvaluateCoreference
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "A treebank with marked entities, CoNLL-U with Entity in MISC.", Required = true };
        var model = new Option<FileInfo>("--model") { Description = "The model file to measure; by default the one that ships." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value." };
        var command = new Command("coreference", "Score chains of mentions (MUC, B3, CEAF-e) and antecedents by kind.") { gold, model, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(model), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo? model, bool figures)
    {
        try
        {
            var file = model is null ? ModelFile.Embedded("en.entities.model") : ModelFile.Of(File.ReadAllBytes(model.FullName));
            var entities = EntityModel.From(file);
            var reader = new EntityReader(new EntityKnowledge(entities, LanguagePack.English, new ReportingWords(LanguagePack.English)));
            var ranker = new AntecedentRanker(entities.Antecedents, entities.Caution);
            var syntax = new SyntaxReader(SyntaxModel.From(ModelFile.Embedded("en.syntax.model")));
            var score = new CoreferenceScore();
            var parsed = MarkedDocument.ReadFile(gold).Select(d => (Marked: d, Syntax: syntax.Read(d.Gold.Document))).ToList();
            foreach (var (document, tree) in parsed)
                CoreferenceCount.Add(score, document, reader.Read(document.Gold.Document, tree, ranker).Mentions);

            if (figures) FigureLines.Write(Console.Out, [("coreference.mean", score.Mean), ("coreference.he-she", score.Antecedents("he and she").F), ("coreference.it-they", score.Antecedents("it and they").F)]);
            else
            {
                Console.Write(score);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Speed(reader, parsed):F0} words a second, after syntax"));
            }

            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }

    // The best of several rounds: others use the machine too.
    private static double Speed(EntityReader reader, List<(MarkedDocument Marked, DocumentSyntax Syntax)> documents)
    {
        const int Rounds = 15;
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var (document, tree) in documents) reader.Read(document.Gold.Document, tree);
            best = Math.Max(best, documents.Sum(d => d.Marked.Gold.Words.Count) / clock.Elapsed.TotalSeconds);
        }

        return best;
    }
}
