using System.CommandLine;
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
            foreach (var document in MarkedDocument.ReadFile(gold))
            {
                var (mentions, _) = reader.Read(document.Gold.Document, syntax.Read(document.Gold.Document), ranker);
                CoreferenceCount.Add(score, document, mentions);
            }

            if (figures) FigureLines.Write(Console.Out, [("coreference.mean", score.Mean), ("coreference.pronouns", score.Antecedents("third person pronouns").F)]);
            else Console.Write(score);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"rapporteur-train: {e.Message}");
            return 1;
        }
    }
}
