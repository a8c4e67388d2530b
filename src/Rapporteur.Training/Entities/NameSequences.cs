using Rapporteur.Entities;
using Rapporteur.Text;

namespace Rapporteur.Training.Entities;

/// <summary>Makes the sequences that the name recogniser learns from: one a sentence.</summary>
internal static class NameSequences
{
    /// <summary>The label of each token by the marked names; the outermost of nested names counts.</summary>
    public static byte[] Labels(MarkedDocument document, EntityLexicon lexicon, GrammarWords grammar)
    {
        var labels = new byte[document.Gold.Words.Count];
        foreach (var (tokens, type) in Names(document, lexicon, grammar)) Mark(labels, tokens, type);
        return labels;
    }

    /// <summary>The marked names that lie in no other, in the order of the text.</summary>
    public static IEnumerable<(TokenRange Tokens, EntityType Type)> Names(MarkedDocument document, EntityLexicon lexicon, GrammarWords grammar)
    {
        var names = document.Mentions.Select(m => (Tokens: document.NameOf(m, lexicon, grammar), Mention: m)).Where(n => n.Tokens.Count > 0)
            .OrderBy(n => n.Tokens.First).ThenByDescending(n => n.Tokens.End);
        var end = 0;
        foreach (var (tokens, mention) in names)
        {
            if (tokens.First < end) continue;
            end = tokens.End;
            yield return (tokens, MarkedDocument.TypeOf(mention)!.Value);
        }
    }

    public static void Mark(byte[] labels, TokenRange tokens, EntityType type)
    {
        var begin = 1 + 2 * NameLabels.Types.IndexOf(type);
        for (var i = tokens.First; i < tokens.End; i++) labels[i] = (byte)(i == tokens.First ? begin : begin + 1);
    }

    public static IEnumerable<Sequence> Of(Document document, NameAttributes attributes, byte[] labels)
    {
        var sequences = new List<Sequence>();
        Span<uint> buffer = stackalloc uint[NameFeatures.Most];
        foreach (var sentence in document.Sentences)
        {
            var features = new List<uint>(sentence.Count * 32);
            var starts = new int[sentence.Count + 1];
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var n = NameFeatures.Extract(attributes, sentence, i, buffer);
                features.AddRange(buffer[..n]);
                starts[i - sentence.First + 1] = features.Count;
            }

            sequences.Add(new Sequence([.. features], starts, labels[sentence.First..sentence.End]));
        }

        return sequences;
    }
}
