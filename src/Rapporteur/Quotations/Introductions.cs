using Rapporteur.Languages;
using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>
/// Cues that introduce the next paragraph: "The minister said the following:", "adding:". A paragraph that begins with a
/// quotation after one that ends in a colon is governed by the last cue before the colon.
/// </summary>
internal sealed class Introductions
{
    // Between the cue and the colon stands at most what is said to be said ("made the following comment to reporters:").
    private const int Reach = 6;

    // A reporting word, a colon and a quotation leave little doubt; the labellers did not speak.
    private const float IntroductionProbability = 0.8f;

    private readonly Dictionary<int, ArgumentReading> _byFirstToken = [];
    private readonly HashSet<ArgumentReading> _introducing = [];

    /// <summary>
    /// The reporting words that introduce the next paragraph though no cue was put forward there, each as a cue; in the order of
    /// the text. The labeller seldom meets these: a line that ends in "adding:" long after its subject.
    /// </summary>
    public static IEnumerable<CueCandidate> Missed(Document document, List<ArgumentReading> cues, TokenAttributes attributes)
    {
        var next = 0;
        for (var p = 0; p + 1 < document.Paragraphs.Length; p++)
        {
            var paragraph = document.Paragraphs[p];
            var last = -1;
            for (; next < cues.Count && cues[next].Cue.Paragraph == p; next++) last = cues[next].Cue.Tokens.End;
            if (!Introduces(document, paragraph, document.Paragraphs[p + 1], attributes.Quote) || last + Reach >= paragraph.End - 1) continue;
            var word = paragraph.End - 2;
            while (word >= paragraph.First && word + Reach >= paragraph.End - 2 && attributes.Reporting[word] is ReportingClass.None) word--;
            if (word >= paragraph.First && attributes.Reporting[word] is not ReportingClass.None)
                yield return new CueCandidate(new TokenRange(word, word + 1), p, IntroductionProbability);
        }
    }

    /// <summary>Finds the introductions among all cues put forward, in the order of the text.</summary>
    public void Find(Document document, List<ArgumentReading> cues, ReadOnlySpan<QuoteState> quotes)
    {
        _byFirstToken.Clear();
        _introducing.Clear();
        var next = 0;
        for (var p = 0; p + 1 < document.Paragraphs.Length; p++)
        {
            var paragraph = document.Paragraphs[p];
            ArgumentReading? last = null, sourced = null;
            for (; next < cues.Count && cues[next].Cue.Paragraph == p; next++)
            {
                if (last is { Source.Count: > 0 }) sourced = last;
                last = cues[next];
            }

            if (last is null || last.Cue.Tokens.End + Reach < paragraph.End - 1) continue;
            if (!Introduces(document, paragraph, document.Paragraphs[p + 1], quotes)) continue;
            var first = document.Paragraphs[p + 1].First;
            // "Roe said ..., adding:" leaves the subject to the cue before.
            if (last.Source.Count == 0 && sourced is not null) last.Source.AddRange(sourced.Source);
            _byFirstToken[first] = last;
            _introducing.Add(last);
        }
    }

    /// <summary>The cue that introduces the paragraph which begins at a token; null where none does.</summary>
    public ArgumentReading? At(int firstToken) => _byFirstToken.GetValueOrDefault(firstToken);

    /// <summary>Whether the cue introduces the next paragraph, so that its content stands there.</summary>
    public bool Has(ArgumentReading cue) => _introducing.Contains(cue);

    private static bool Introduces(Document document, TokenRange paragraph, TokenRange following, ReadOnlySpan<QuoteState> quotes) =>
        document.Text[document.Tokens.Starts[paragraph.End - 1]] == ':'
        && quotes[following.First] is (QuoteState.Opens or QuoteState.Begins);
}
