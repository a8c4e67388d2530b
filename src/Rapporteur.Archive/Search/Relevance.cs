using System.Collections.Immutable;
using Rapporteur.Archive.Store;
using Rapporteur.Text;

namespace Rapporteur.Archive.Search;

/// <summary>
/// How well statements fit a query: BM25 (Robertson and Zaragoza 2009) over their words, the rarity of a phrase counted among the
/// statements that are ranked.
/// </summary>
internal static class Relevance
{
    private const double Saturation = 1.2, LengthShare = 0.75;

    /// <summary>The statements, the best first; equals stay in their order.</summary>
    public static List<StoredStatement> Ranked(IReadOnlyList<StoredStatement> statements, ImmutableArray<PhraseNode> phrases)
    {
        var counts = new int[statements.Count, phrases.Length];
        var holding = new int[phrases.Length];
        var lengths = new int[statements.Count];
        for (var s = 0; s < statements.Count; s++)
        {
            var words = FoldedWords.Of(statements[s].Content);
            lengths[s] = words.Length;
            for (var p = 0; p < phrases.Length; p++)
            {
                counts[s, p] = Places(words, phrases[p]).Count();
                if (counts[s, p] > 0) holding[p]++;
            }
        }

        var usual = lengths.DefaultIfEmpty().Average();
        return [.. Enumerable.Range(0, statements.Count).OrderByDescending(Score).Select(s => statements[s])];

        double Score(int s)
        {
            var norm = Saturation * (1 - LengthShare + LengthShare * lengths[s] / Math.Max(1, usual));
            var score = 0.0;
            for (var p = 0; p < phrases.Length; p++)
                score += Math.Log(1 + (statements.Count - holding[p] + 0.5) / (holding[p] + 0.5)) * counts[s, p] * (Saturation + 1) / (counts[s, p] + norm);
            return score;
        }
    }

    /// <summary>Where the phrases stand in a text, in order.</summary>
    public static ImmutableArray<Span> Matches(string text, ImmutableArray<PhraseNode> phrases)
    {
        Span[] spans = [.. FoldedWords.Spans(text)];
        ImmutableArray<string> words = [.. spans.Select(span => FoldedWords.Fold(span.In(text)))];
        var found = phrases.SelectMany(phrase => Places(words, phrase).Select(at => Span.FromBounds(spans[at].Start, spans[at + phrase.Words.Length - 1].End)));
        var apart = ImmutableArray.CreateBuilder<Span>();
        foreach (var span in found.OrderBy(span => span.Start).ThenByDescending(span => span.End))
            if (apart.Count == 0 || span.Start >= apart[^1].End) apart.Add(span);
        return apart.ToImmutable();
    }

    private static IEnumerable<int> Places(ImmutableArray<string> words, PhraseNode phrase)
    {
        for (var at = 0; at + phrase.Words.Length <= words.Length; at++)
            if (StandsAt(words, phrase, at)) yield return at;
    }

    private static bool StandsAt(ImmutableArray<string> words, PhraseNode phrase, int at)
    {
        for (var i = 0; i < phrase.Words.Length; i++)
        {
            var isBeginning = phrase.IsPrefix && i == phrase.Words.Length - 1;
            if (isBeginning ? !words[at + i].StartsWith(phrase.Words[i], StringComparison.Ordinal) : words[at + i] != phrase.Words[i]) return false;
        }

        return true;
    }
}
