using Rapporteur.Quotations;

namespace Rapporteur.Training.Attributions;

/// <summary>Makes what the judge learns from: each attribution found, and whether the lenient measure calls it right.</summary>
internal static class JudgeSequences
{
    public static List<Sequence> Of(TrainingArticle article, AttributionReader reader)
    {
        var document = article.Document;
        var roles = reader.Prepare(document);
        var words = new ScoredWords(article.Article.Text);
        var gold = article.Article.Attributions.Select(words.Touched).ToList();
        var found = new List<ArgumentReading>();
        reader.ReadAll(document, found);
        var predicted = found.Select(f => words.Touched(Predictions.Of(document, f))).ToList();
        var right = new bool[found.Count];
        foreach (var (g, p) in AttributionScore.Matching(gold, predicted)) right[p] = AttributionScore.IsLenient(gold[g], predicted[p]);
        var sequences = new List<Sequence>();
        Span<uint> buffer = stackalloc uint[JudgeFeatures.Most];
        for (var k = 0; k < found.Count; k++)
        {
            if (found[k].Content.Count == 0) continue;
            var cue = reader.Features.Describe(found[k].Cue.Tokens, document.Paragraphs[found[k].Cue.Paragraph]);
            var n = JudgeFeatures.Extract(reader.Attributes, roles, cue, found, k, buffer);
            sequences.Add(new Sequence(buffer[..n].ToArray(), [0, n], [(byte)(right[k] ? 1 : 0)]));
        }

        return sequences;
    }
}
