using Rapporteur.Quotations;

namespace Rapporteur.Training.Attributions;

/// <summary>What the judges learn from: an attribution found, and whether the lenient measure calls it right.</summary>
/// <param name="Words">The features of the linear judge.</param>
/// <param name="Measures">The numbers of the trees; the first waits for the linear judge's word.</param>
/// <param name="Right">Whether it is right.</param>
internal sealed record JudgeExample(uint[] Words, float[] Measures, bool Right)
{
    public Sequence Sequence => new(Words, [0, Words.Length], [(byte)(Right ? 1 : 0)]);

    public static List<JudgeExample> Of(TrainingArticle article, AttributionReader reader)
    {
        var document = article.Document;
        var roles = reader.Prepare(document, article.Syntax);
        var words = new ScoredWords(article.Article.Text);
        var gold = article.Article.Attributions.Select(words.Touched).ToList();
        var found = new List<ArgumentReading>();
        reader.ReadAll(document, found);
        var predicted = found.Select(f => words.Touched(Predictions.Of(document, f))).ToList();
        var right = new bool[found.Count];
        foreach (var (g, p) in AttributionScore.Matching(gold, predicted)) right[p] = AttributionScore.IsLenient(gold[g], predicted[p]);
        var examples = new List<JudgeExample>();
        Span<uint> buffer = stackalloc uint[JudgeFeatures.Most];
        for (var k = 0; k < found.Count; k++)
        {
            if (found[k].Content.Count == 0) continue;
            var n = JudgeFeatures.Extract(reader.Attributes, roles, reader.Describe(document, found[k]), found, k, buffer);
            var measures = new float[JudgeMeasures.Count];
            reader.Measure(document, found, k, 0, measures);
            examples.Add(new JudgeExample(buffer[..n].ToArray(), measures, right[k]));
        }

        return examples;
    }
}
