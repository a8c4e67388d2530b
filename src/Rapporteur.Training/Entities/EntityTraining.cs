using System.Runtime.InteropServices;
using Rapporteur.Entities;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;

namespace Rapporteur.Training.Entities;

/// <summary>Trains the entity model from documents with marked entities: names, then antecedents.</summary>
/// <param name="documents">The documents.</param>
/// <param name="news">Texts of news articles, to adapt the name recogniser to news; may be empty.</param>
/// <param name="syntax">The syntax model.</param>
/// <param name="report">Told how it goes.</param>
internal sealed class EntityTraining(IReadOnlyList<MarkedDocument> documents, IReadOnlyList<string> news, SyntaxModel syntax, Action<string> report)
{
    private const int Folds = 4;
    private const int MarkedWeight = 5;

    // Chosen on GUM dev, see docs/measurements.md: a wrong antecedent costs more than none.
    private static readonly float[] Caution = [-0.8f, -1f, 0f];

    private static readonly EntityLexicon Lexicon = new(LanguagePack.English);
    private static readonly GrammarWords Grammar = new(LanguagePack.English);
    private static readonly ReportingWords Reporting = new(LanguagePack.English);

    private readonly List<DocumentSyntax> _syntax = Parsed(documents, syntax);

    private static ChainTrainer Names(Action<string> report, int epochs = 12, int lines = 1 << 14, int least = 2) => new(NameLabels.Count, NameLabels.MayFollow, NameLabels.MayBegin)
    {
        Epochs = epochs, Rate = 0.03f, Dropout = 0.4f, LeastCount = least, Lines = lines, Report = report,
    };

    /// <summary>Trains everything; the sections of the model file.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Train()
    {
        var sequences = NameSequencesOf();
        var names = Names(message => report("names: " + message)).Train([.. sequences.SelectMany(s => s)]);
        if (news.Count > 0) names = Adapted(names, [.. sequences.SelectMany(s => s)]);
        var antecedents = new RankingTrainer { Report = message => report("antecedents: " + message) }.Train(AntecedentExamples(sequences));
        return
        [
            ("names", names.Table), ("names.scale", Bytes([names.Scale])), ("names.transitions", Bytes(names.Transitions)),
            ("antecedents", antecedents.Table), ("antecedents.scale", Bytes([antecedents.Scale])), ("caution", Bytes(Caution)),
        ];
    }

    // What people marked counts several times, so that the many sentences labelled by the recogniser itself do not outweigh it.
    private ChainWeights Adapted(ChainWeights first, List<Sequence> marked)
    {
        var labelling = new SelfLabelling(
            new EntityKnowledge(Model(first), LanguagePack.English, Reporting), new SyntaxReader(syntax));
        var labelled = news.SelectMany(labelling.Label).ToList();
        report($"{labelled.Count} sentences of news labelled");
        return Names(message => report("names, adapted: " + message), epochs: 8, lines: 1 << 16, least: 4)
            .Train([.. Enumerable.Repeat(marked, MarkedWeight).SelectMany(m => m), .. labelled]);
    }

    private static EntityModel Model(ChainWeights names) =>
        new(Table(names.Table, names.Scale), names.Transitions, Table(new byte[64], 1), Caution);

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
            var reader = new EntityReader(new EntityKnowledge(Model(weights), LanguagePack.English, Reporting));
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
