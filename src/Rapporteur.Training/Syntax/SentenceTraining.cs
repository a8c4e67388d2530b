using System.Runtime.InteropServices;
using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Training.Syntax;

/// <summary>Learns where sentences begin from the paragraphs of treebanks.</summary>
internal static class SentenceTraining
{
    private const int Lines = 1 << 13;

    public static IReadOnlyList<(string Name, byte[] Bytes)> Train(IEnumerable<ConlluDocument> documents, Action<string> report)
    {
        var trainer = new ChainTrainer(2, (_, _) => true, _ => true)
        {
            Epochs = 6, Rate = 0.02f, Dropout = 0.4f, LeastCount = 3, Lines = Lines, Report = report,
        };
        var weights = trainer.Train([.. documents.SelectMany(Sequences)]);
        return
        [
            ("sentences", weights.Table), ("sentences.scale", MemoryMarshal.AsBytes<float>([weights.Scale]).ToArray()),
            ("sentences.transitions", MemoryMarshal.AsBytes<float>(weights.Transitions).ToArray()),
        ];
    }

    // One sequence of length one for each token that is not the first of its paragraph.
    private static IEnumerable<Sequence> Sequences(ConlluDocument given)
    {
        var document = given.Document;
        var starts = document.Sentences.Select(s => s.First).ToHashSet();
        var describer = new SentenceFeatures();
        describer.Read(document.Text, document.Tokens, LanguagePack.English);
        foreach (var paragraph in document.Paragraphs)
        {
            describer.Begin(paragraph);
            describer.Pass(paragraph.First);
            for (var i = paragraph.First + 1; i < paragraph.End; i++)
            {
                var features = new uint[SentenceFeatures.Count];
                describer.Extract(i, features);
                yield return new Sequence(features, [0, features.Length], [starts.Contains(i) ? (byte)1 : (byte)0]);
                if (starts.Contains(i)) describer.BeginSentence(i);
                describer.Pass(i);
            }
        }
    }
}
