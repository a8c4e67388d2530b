using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>What the cue of a statement says of its act.</summary>
/// <param name="Found">The acts that it names, with the words.</param>
/// <param name="Refusal">The words that say the act is not done; empty where it is.</param>
/// <param name="Tells">Whether it is a verb of telling, whose object hears what is said.</param>
/// <param name="IsSilent">Whether the cue names nothing and leaves the act to the content.</param>
/// <param name="IsEmpty">Whether it says that talk was had, and nothing of what it did.</param>
internal sealed record CueActs(List<(SpeechAct Act, TokenRange Words)> Found, TokenRange Refusal, bool Tells, bool IsSilent, bool IsEmpty)
{
    // A phrase of the list may reach past what was taken for the cue: "called" | "on".
    private const int Reach = 2;

    /// <summary>Reads the cue of a statement.</summary>
    public static CueActs Read(StatementWords statement, ActLexicon lexicon)
    {
        var words = statement.Words;
        var found = new List<(SpeechAct, TokenRange)>();
        var refusal = default(TokenRange);
        bool empty = false, declines = false, told = false;
        foreach (var cue in statement.Cue)
        {
            var limit = Math.Min(words.Document.Sentences[statement.SentenceAt(cue.First)].End, cue.End + Reach);
            for (var i = cue.First; i < cue.End; i++)
            {
                if (!lexicon.Cues.TryMatch(words, i, limit, out var length, out var meaning)) continue;
                var matched = new TokenRange(i, i + length);
                switch (meaning.Words)
                {
                    case CueWords.Act when meaning.Act == SpeechAct.Demand && AsksForAnswers(statement): found.Add((SpeechAct.Ask, matched)); break;
                    case CueWords.Act: found.Add((meaning.Act, matched)); break;
                    case CueWords.Asks when AsksForAnswers(statement): found.Add((SpeechAct.Ask, matched)); break;
                    case CueWords.Asks when statement.IsDirect: break;
                    case CueWords.Asks: found.Add((SpeechAct.Demand, matched)); break;
                    case CueWords.Tells: told = true; break;
                    case CueWords.Refuses: refusal = matched; break;
                    case CueWords.Declines: (refusal, declines) = (matched, true); break;
                    default: empty = true; break;
                }

                i += length - 1;
            }
        }

        if (found.Count == 0 && declines)
        {
            found.Add((SpeechAct.Reject, refusal));
            refusal = default;
        }

        // "told Baghdad to let them in": an infinitive is a request.
        if (told && found.Count == 0 && StartsWithTo(statement)) found.Add((SpeechAct.Demand, statement.Cue[0]));
        return new CueActs(found, refusal, told, found.Count == 0, empty && found.Count == 0);
    }

    private static bool StartsWithTo(StatementWords statement)
    {
        var first = statement.Trimmed(statement.Content[0]).First;
        return first + 1 < statement.Words.Count && statement.Words.Is(first, "to") && statement.Words.Penn(first + 1) == PennTag.Vb
            || first + 2 < statement.Words.Count && statement.Words.Is(first, "not") && statement.Words.Is(first + 1, "to");
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
        return false;
    }
}
