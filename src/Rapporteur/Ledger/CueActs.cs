using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>What the cue of a statement says of its act.</summary>
/// <param name="Found">The acts that it names, with the words.</param>
/// <param name="Refusal">The words that say the act is not done; empty where it is.</param>
/// <param name="IsSilent">Whether the cue names nothing and leaves the act to the content.</param>
/// <param name="IsEmpty">Whether it says that talk was had, and nothing of what it did.</param>
internal sealed record CueActs(List<(SpeechAct Act, TokenRange Words)> Found, TokenRange Refusal, bool IsSilent, bool IsEmpty)
{
    // A phrase of the list may reach past what was taken for the cue: "called" | "on".
    private const int Reach = 2;

    /// <summary>Reads the cue of a statement.</summary>
    public static CueActs Read(StatementWords statement, ActLexicon lexicon)
    {
        var words = statement.Words;
        var found = new List<(SpeechAct, TokenRange)>();
        var refusal = default(TokenRange);
        var empty = false;
        foreach (var cue in statement.Cue)
        {
            var limit = Math.Min(words.Document.Sentences[statement.SentenceAt(cue.First)].End, cue.End + Reach);
            for (var i = cue.First; i < cue.End; i++)
            {
                if (!lexicon.Cues.TryMatch(words, i, limit, out var length, out var meaning)) continue;
                var matched = new TokenRange(i, i + length);
                switch (meaning.Words)
                {
                    case CueWords.Act: found.Add((meaning.Act, matched)); break;
                    case CueWords.Asks: found.Add((AsksForAnswers(statement) ? SpeechAct.Ask : SpeechAct.Demand, matched)); break;
                    case CueWords.Refuses: refusal = matched; break;
                    default: empty = true; break;
                }

                i += length - 1;
            }
        }

        if (found.Count == 0 && refusal.Count > 0 && words.Lemma(refusal.First) is "refuse" or "decline")
        {
            found.Add((SpeechAct.Reject, refusal));
            refusal = default;
        }

        return new CueActs(found, refusal, found.Count == 0, empty && found.Count == 0);
    }

    // "asked whether", "asked how many": for an answer; "asked Rome to help": for a deed.
    private static bool AsksForAnswers(StatementWords statement)
    {
        var words = statement.Words;
        var first = statement.Trimmed(statement.Content[0]).First;
        var last = statement.Content[^1].End - 1;
        for (var i = last; i > Math.Max(last - 3, 0); i--) if (words.Form(i)[0] == '?') return true;
        if (first >= words.Count) return false;
        if (words.Form(first) is "whether" or "if" || words.Penn(first) is PennTag.Wrb or PennTag.Wp or PennTag.Wdt) return true;
        return statement.IsDirect && !words.Is(first, "to");
    }
}
