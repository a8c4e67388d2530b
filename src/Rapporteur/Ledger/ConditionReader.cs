using System.Collections.Immutable;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>A condition found in a statement, as tokens.</summary>
/// <param name="Kind">What began it.</param>
/// <param name="Marker">The words that began it.</param>
/// <param name="Condition">The words of the condition, its marker with them.</param>
/// <param name="Consequence">The words of what follows; several ranges where the cue stands between; empty where not found.</param>
/// <param name="Defies">Whether it is a condition of defiance: what follows answers disobedience.</param>
internal sealed record ConditionReading(
    ConditionWords Kind, TokenRange Marker, TokenRange Condition, ImmutableArray<TokenRange> Consequence, bool Defies)
{
    /// <summary>Whether a token stands inside the condition.</summary>
    public bool Holds(int token) => token >= Condition.First && token < Condition.End;
}

/// <summary>Finds the condition of a statement and what hangs on it, in the sentence that the content stands in.</summary>
internal sealed class ConditionReader(ActLexicon lexicon)
{
    private const int Shortest = 2;

    /// <summary>The first condition of a statement; null where there is none.</summary>
    public ConditionReading? Read(StatementWords statement)
    {
        for (var s = statement.Sentences.First; s < statement.Sentences.End; s++)
        {
            var sentence = statement.Near(statement.Words.Document.Sentences[s]);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (statement.IsSource(i) || statement.IsCue(i) || !lexicon.Conditions.TryMatch(statement.Words, i, sentence.End, out var length, out var kind)) continue;
                var marker = new TokenRange(i, i + length);
                if (Begins(statement, sentence, marker, kind) && ReadAt(statement, sentence, marker, kind) is { } reading) return reading;
                if (kind == ConditionWords.Whether) i += length - 1;
            }

            if (ReadBidding(statement, sentence) is { } bidding) return bidding;
        }

        return null;
    }

    // Whether the words begin a condition here: the same words also mean "whether", "a single time", "up to a day".
    private bool Begins(StatementWords statement, TokenRange sentence, TokenRange marker, ConditionWords kind)
    {
        var words = statement.Words;
        var initial = IsInitial(statement, sentence, marker.First);
        if (!initial && !statement.IsContent(marker.First)) return false;
        var word = words.Form(marker.First);
        switch (kind)
        {
            case ConditionWords.If:
                if (word is "should") return IsInverted(statement, sentence, marker) && (!initial || HasComma(statement, marker));
                if (marker.First > 0 && lexicon.Conditions.TryMatch(words, marker.First - 1, marker.End, out _, out var whether) && whether == ConditionWords.Whether) return false;
                return word is not ("the" or "in") || marker.Count > 1;
            case ConditionWords.Given:
                if (word is "once") return words.Tag(marker.First) == UniversalTag.Sconj || words.Syntax.Relations[marker.First] == Relation.Mark;
                if (word is "after") return false;
                return marker.Count > 1 || word is not ("provided" or "providing") || words.Syntax.Relations[marker.First] is Relation.Advcl or Relation.Mark or Relation.Case;
            case ConditionWords.Unless:
                if (word is "without" or "failing" or "absent") return initial;
                if (word is "until" or "till") return words.Syntax.Relations[marker.First] == Relation.Mark;
                return true;
            case ConditionWords.Before:
                return !initial && NeedsBefore(statement, sentence, marker.First) && words.Syntax.Relations[marker.First] == Relation.Mark;
            case ConditionWords.Any:
                return initial;
            default:
                return false;
        }
    }

    // At the front of the sentence, or of the content, or behind "that".
    private static bool IsInitial(StatementWords statement, TokenRange sentence, int at)
    {
        var words = statement.Words;
        for (var i = at - 1; i >= sentence.First; i--)
        {
            if (words.Document.Tokens.Kinds[i] == TokenKind.Mark && words.Form(i)[0] is not (',' or ')')) continue;
            if (statement.IsContent(at) && !statement.IsContent(i)) return true;
            return words.Form(i) is "that" or "and" or "but" or "because" && i > sentence.First && statement.IsContent(at);
        }

        return true;
    }

    private static bool NeedsBefore(StatementWords statement, TokenRange sentence, int at)
    {
        for (var i = at - 1; i >= sentence.First; i--)
            if (statement.Words.Form(i) is "must" or "cannot" or "should" or "needs" or "need" or "not") return true;
        return false;
    }

    // "should the attacks continue": the subject follows, where "they should continue" has it before.
    private static bool IsInverted(StatementWords statement, TokenRange sentence, TokenRange marker)
    {
        var words = statement.Words;
        return marker.End < sentence.End && words.Tag(marker.End) is UniversalTag.Det or UniversalTag.Pron or UniversalTag.Propn
            && (marker.First == sentence.First || words.Tag(marker.First - 1) is not (UniversalTag.Adv or UniversalTag.Pron))
            && words.Form(sentence.End - 1)[0] != '?';
    }

    private static bool HasComma(StatementWords statement, TokenRange marker)
    {
        var sentence = statement.Near(statement.Words.Document.Sentences[statement.SentenceAt(marker.First)]);
        for (var i = marker.End; i < sentence.End; i++) if (statement.Words.Form(i)[0] == ',') return true;
        return false;
    }

    private ConditionReading? ReadAt(StatementWords statement, TokenRange sentence, TokenRange marker, ConditionWords kind)
    {
        var words = statement.Words;
        var initial = IsInitial(statement, sentence, marker.First);
        var end = kind == ConditionWords.Any ? EndOfSubject(statement, sentence, marker) : initial ? EndAtComma(statement, sentence, marker) : EndAtEdge(statement, sentence, marker);
        if (end < 0) return null;
        var condition = statement.Trimmed(new TokenRange(marker.First, end));
        if (condition.Count < Shortest) return null;
        var consequence = initial || kind == ConditionWords.Any
            ? ContentWithin(statement, new TokenRange(condition.End, sentence.End))
            : ContentWithin(statement, new TokenRange(sentence.First, condition.First));
        return consequence.IsEmpty ? null : new ConditionReading(kind, marker, condition, consequence, Defies(words, marker, condition, kind));
    }

    // In front, a condition ends at the first comma that a clause of its own follows, or the words of the cue.
    private static int EndAtComma(StatementWords statement, TokenRange sentence, TokenRange marker)
    {
        var words = statement.Words;
        for (var i = marker.End + 1; i < sentence.End; i++)
        {
            if (words.Form(i)[0] is not (',' or ';' or '—' or '–')) continue;
            if (StartsClause(statement, sentence, i + 1)) return i;
        }

        return -1;
    }

    private static bool StartsClause(StatementWords statement, TokenRange sentence, int first)
    {
        var words = statement.Words;
        while (first < sentence.End && words.Document.Tokens.Kinds[first] == TokenKind.Mark) first++;
        if (first >= sentence.End || words.Penn(first) is PennTag.Wdt or PennTag.Wp || words.Tag(first) == UniversalTag.Sconj) return false;
        if (statement.IsSource(first) || statement.IsCue(first) || words.Penn(first) == PennTag.Vb) return true;
        for (var i = first; i < sentence.End; i++)
        {
            if (words.Form(i)[0] is ',' or ';') return false;
            if (words.Penn(i) is PennTag.Md or PennTag.Vbz or PennTag.Vbp or PennTag.Vbd) return true;
        }

        return false;
    }

    // Behind what hangs on it, it goes to the end of the content in this sentence.
    private static int EndAtEdge(StatementWords statement, TokenRange sentence, TokenRange marker)
    {
        var end = marker.End;
        while (end < sentence.End && statement.IsContent(end) && statement.Words.Form(end)[0] is not ('.' or ';' or '!' or '?' or '”' or '"' or '—')) end++;
        return end;
    }

    // "any attempt to board the tanker | will be met with force".
    private static int EndOfSubject(StatementWords statement, TokenRange sentence, TokenRange marker)
    {
        var words = statement.Words;
        for (var i = marker.End; i < sentence.End; i++)
        {
            if (words.Form(i)[0] is '.' or ';' or '?') return -1;
            if (words.Penn(i) == PennTag.Md) return words.Lemma(i) is "will" or "shall" or "'ll" or "would" || words.Is(i, "would") ? i : -1;
            if (words.Form(i) is "and" or "or" && words.Form(marker.First) is "one" or "another") return i;
        }

        return -1;
    }

    // "Do that again and I will ...", "Cut this and children will die": a bidding that nobody is meant to obey.
    private static ConditionReading? ReadBidding(StatementWords statement, TokenRange sentence)
    {
        var words = statement.Words;
        var first = sentence.First;
        while (first < sentence.End && (words.Document.Tokens.Kinds[first] == TokenKind.Mark || !statement.IsContent(first))) first++;
        if (first >= sentence.End || words.Penn(first) is not (PennTag.Vb or PennTag.Vbp) || words.Tag(first) != UniversalTag.Verb) return null;
        for (var i = first + 1; i + 2 < sentence.End && statement.IsContent(i); i++)
        {
            if (!words.Is(i, "and")) continue;
            for (var k = i + 1; k < Math.Min(sentence.End, i + 6); k++)
            {
                if (words.Penn(k) != PennTag.Md || words.Lemma(k) is not ("will" or "'ll" or "shall")) continue;
                var condition = new TokenRange(first, i);
                return new ConditionReading(ConditionWords.If, new TokenRange(i, i + 1), condition, ContentWithin(statement, new TokenRange(i + 1, sentence.End)), false);
            }
        }

        return null;
    }

    private static ImmutableArray<TokenRange> ContentWithin(StatementWords statement, TokenRange range)
    {
        var parts = ImmutableArray.CreateBuilder<TokenRange>();
        foreach (var content in statement.Content)
        {
            var first = Math.Max(content.First, range.First);
            var end = Math.Min(content.End, range.End);
            if (first >= end) continue;
            while (first < end && statement.Words.Form(first) is "that" or "then") first++;
            var part = WithoutStop(statement, statement.Trimmed(new TokenRange(first, end)));
            if (part.Count > 0) parts.Add(part);
        }

        return parts.ToImmutable();
    }

    private static TokenRange WithoutStop(StatementWords statement, TokenRange range)
    {
        var end = range.End;
        while (end > range.First && statement.Words.Document.Tokens.Kinds[end - 1] == TokenKind.Mark) end--;
        return new TokenRange(range.First, end);
    }

    private bool Defies(TokenWords words, TokenRange marker, TokenRange condition, ConditionWords kind)
    {
        if (kind == ConditionWords.Unless) return true;
        if (kind == ConditionWords.Given) return false;
        int defiant = 0, compliant = 0;
        for (var i = marker.First; i < condition.End; i++)
        {
            if (!lexicon.Conditions.TryMatch(words, i, condition.End, out var length, out var word)) continue;
            if (word == ConditionWords.Defy) defiant++;
            else if (word == ConditionWords.Comply) compliant++;
            i += length - 1;
        }

        // A defiance of what would be compliance ("refuse to sign") is defiance; with neither, a threat is the likelier use.
        return defiant > 0 || compliant == 0;
    }
}
