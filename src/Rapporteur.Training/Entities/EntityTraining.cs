using System.Runtime.InteropServices;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;

namespace Rapporteur.Training.Entities;

/// <summary>Trains the entity model from documents with marked entities: names, then antecedents.</summary>
internal sealed class EntityTraining(IReadOnlyList<MarkedDocument> documents, SyntaxModel syntax, Action<string> report)
{
    private const int Folds = 4;

    // Chosen on GUM dev: a wrong antecedent costs more than none.
    private static readonly float[] Caution = [0.3f, 0f];

    private static readonly EntityLexicon Lexicon = new(LanguagePack.English);
    private static readonly GrammarWords Grammar = new(LanguagePack.English);
    private static readonly ReportingWords Reporting = new(LanguagePack.English);

    private readonly List<DocumentSyntax> _syntax = Parsed(documents, syntax);

    private static ChainTrainer Names(Action<string> report) => new(NameLabels.Count, NameLabels.MayFollow, NameLabels.MayBegin)
    {
        Epochs = 12, Rate = 0.03f, Dropout = 0.4f, LeastCount = 2, Lines = 1 << 14, Report = report,
    };

    /// <summary>Trains everything; the sections of the model file.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Train()
    {
        var sequences = NameSequencesOf();
        var names = Names(message => report("names: " + message)).Train([.. sequences.SelectMany(s => s)]);
        var antecedents = new RankingTrainer { Report = message => report("antecedents: " + message) }.Train(AntecedentExamples(sequences));
        return
        [
            ("names", names.Table), ("names.scale", Bytes([names.Scale])), ("names.transitions", Bytes(names.Transitions)),
            ("antecedents", antecedents.Table), ("antecedents.scale", Bytes([antecedents.Scale])), ("caution", Bytes(Caution)),
        ];
    }

    private List<Sequence>[] NameSequencesOf()
    {
        var attributes = new NameAttributes(Lexicon, Grammar, Reporting);
        var sequences = new List<Sequence>[documents.Count];
        for (var d = 0; d < documents.Count; d++)
        {
            attributes.Read(documents[d].Gold.Document, _syntax[d]);
            sequences[d] = [.. NameSequences.Of(documents[d].Gold.Document, attributes, NameSequences.Labels(documents[d], Lexicon, Grammar))];
        }

        return sequences;
    }

    // Antecedents are learned on names as they are found in documents that the name recogniser has not seen (jackknifing).
    private List<RankingExample> AntecedentExamples(List<Sequence>[] sequences)
    {
        var examples = new List<RankingExample>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Names(_ => { }).Train([.. sequences.Where((_, d) => d % Folds != fold).SelectMany(s => s)]);
            var model = new EntityModel(Table(weights.Table, weights.Scale), weights.Transitions, Table(new byte[64], 1), Caution);
            var reader = new EntityReader(new EntityKnowledge(model, LanguagePack.English, Reporting));
            for (var d = fold; d < documents.Count; d += Folds)
            {
                var gold = new MentionAlignment(documents[d]);
                var chooser = new GoldAntecedents(gold.EntityOf);
                reader.Read(documents[d].Gold.Document, _syntax[d], chooser);
                examples.AddRange(chooser.Examples);
            }
        }

        report($"{examples.Count} mentions to link");
        return examples;
    }

    private static List<DocumentSyntax> Parsed(IReadOnlyList<MarkedDocument> documents, SyntaxModel model)
    {
        var reader = new SyntaxReader(model);
        return [.. documents.Select(d => reader.Read(d.Gold.Document))];
    }

    private static FeatureTable Table(byte[] table, float scale)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(table.Length, pinned: true);
        table.CopyTo(pinned, 0);
        return new FeatureTable(pinned, scale, pinned);
    }

    private static byte[] Bytes(float[] numbers) => MemoryMarshal.AsBytes<float>(numbers).ToArray();
}
