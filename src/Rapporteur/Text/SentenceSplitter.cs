using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Learning;

namespace Rapporteur.Text;

/// <summary>
/// Finds where sentences begin inside paragraphs: each token is judged by a logistic classifier learned from treebanks, left to
/// right, so that also headings, lists and letters without full stops are taken apart.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences of the paragraphs of a text, in order.</summary>
    public static ImmutableArray<TokenRange> Find(string text, Tokens tokens, IReadOnlyList<TokenRange> paragraphs, LanguagePack language)
    {
        var model = language.Sentences;
        var sentences = ImmutableArray.CreateBuilder<TokenRange>(paragraphs.Count * 2);
        var describer = new SentenceFeatures();
        describer.Read(text, tokens, language);
        Span<uint> features = stackalloc uint[SentenceFeatures.Count];
        Span<float> scores = stackalloc float[FeatureTable.Width];
        foreach (var paragraph in paragraphs)
        {
            describer.Begin(paragraph);
            var first = paragraph.First;
            describer.Pass(first);
            for (var i = first + 1; i < paragraph.End; i++)
            {
                describer.Extract(i, features);
                model.Weights.Score(features, scores);
                if (scores[1] + model.Prior[1] > scores[0] + model.Prior[0])
                {
                    sentences.Add(new TokenRange(first, i));
                    first = i;
                    describer.BeginSentence(i);
                }

                describer.Pass(i);
            }

            sentences.Add(new TokenRange(first, paragraph.End));
        }

        return sentences.ToImmutable();
    }
}
