using System.CommandLine;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Training.Entities;

namespace Rapporteur.Training.Commands;

/// <summary>The command <c>evaluate entities</c>.</summary>
internal static class EvaluateEntities
{
    public static Command Command()
    {
        var gold = new Option<FileInfo>("--gold") { Description = "A treebank with marked entities, CoNLL-U with Entity in MISC.", Required = true };
        var model = new Option<FileInfo>("--model") { Description = "The model file to measure; by default the one that ships." };
        var figures = new Option<bool>("--figures") { Description = "Print lines of a name and a value." };
        var command = new Command("entities", "Score names: by type, with the kinds of errors.") { gold, model, figures };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(gold), arguments.GetValue(model), arguments.GetValue(figures)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo? model, bool figures)
    {
        try
        {
            var file = model is null ? ModelFile.Embedded("en.entities.model") : ModelFile.Of(File.ReadAllBytes(model.FullName));
            var entities = EntityModel.From(file);
            var syntax = new SyntaxReader(SyntaxModel.From(ModelFile.Embedded("en.syntax.model")));
            var lexicon = new EntityLexicon(LanguagePack.English);
            var grammar = new GrammarWords(LanguagePack.English);
            var attributes = new NameAttributes(lexicon, grammar, new ReportingWords(LanguagePack.English));
            var labeller = new NameLabeller(entities.Names, entities.NameTransitions);
            var listed = new ListedNames(lexicon, grammar);
            var names = new List<RecognisedName>();
            var score = new NameScore();
            foreach (var document in MarkedDocument.ReadFile(gold))
            {
                attributes.Read(document.Gold.Document, syntax.Read(document.Gold.Document));
                labeller.Read(document.Gold.Document, attributes, names);
                listed.Apply(document.Gold.Document, attributes, names);
                score.Add(NameSequences.Names(document, lexicon, grammar), names.Select(n => (n.Tokens, n.Type)));
            }

            if (figures) FigureLines.Write(Console.Out, [("entities.names", score.F1()), ("entities.people-organizations-places", score.F1("three"))]);
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
