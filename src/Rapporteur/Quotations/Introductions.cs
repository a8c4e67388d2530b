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

    private readonly Dictionary<int, ArgumentReading> _byFirstToken = [];
    private readonly HashSet<ArgumentReading> _introducing = [];

    /// <summary>Finds the introductions among all cues put forward, in the order of the text.</summary>
    public void Find(Document document, List<ArgumentReading> cues, ReadOnlySpan<QuoteState> quotes)
    {
        _byFirstToken.Clear();
        _introducing.Clear();
        var next = 0;
        for (var p = 0; p + 1 < document.Paragraphs.Length; p++)
        {
            var paragraph = document.Paragraphs[p];
            ArgumentReading? last = null;
            for (; next < cues.Count && cues[next].Cue.Paragraph == p; next++) last = cues[next];
            if (last is null || last.Cue.Tokens.End + Reach < paragraph.End - 1) continue;
            if (document.Text[document.Tokens.Starts[paragraph.End - 1]] != ':') continue;
            var first = document.Paragraphs[p + 1].First;
            if (quotes[first] is not (QuoteState.Opens or QuoteState.Begins)) continue;
            _byFirstToken[first] = last;
            _introducing.Add(last);
        }
    }

    /// <summary>The cue that introduces the paragraph which begins at a token; null where none does.</summary>
    public ArgumentReading? At(int firstToken) => _byFirstToken.GetValueOrDefault(firstToken);

    /// <summary>Whether the cue introduces the next paragraph, so that its content stands there.</summary>
    public bool Has(ArgumentReading cue) => _introducing.Contains(cue);
}
