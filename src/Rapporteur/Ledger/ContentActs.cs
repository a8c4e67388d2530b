using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>
/// What a content does by its own words: the mood, subject, modality and verb of its main clauses, and words that praise, blame,
/// refuse and the like. Weights are how often the hint was right on the development half of our own set, rounded.
/// </summary>
internal sealed class ContentActs(ActLexicon lexicon)
{
    /// <summary>Adds what the content of <paramref name="statement"/> tells to <paramref name="scores"/>.</summary>
    /// <returns>What classes of words it holds.</returns>
    public ContentWords Read(StatementWords statement, ConditionReading? condition, ActScores scores)
    {
        var all = ContentWords.None;
        foreach (var part in statement.Parts())
        {
            var hits = Hits(statement, part);
            foreach (var (classes, _) in hits) all |= classes;
            var clauses = ClauseReader.Read(statement, part);
            ReadQuestion(statement, part, scores);
            foreach (var clause in clauses) ReadClause(statement, part, clause, hits, condition, scores);
            ReadWords(statement, part, hits, clauses, scores);
            if (clauses.Count == 0) ReadFragment(statement, part, hits, scores);
        }

        return all;
    }

    private List<(ContentWords Classes, TokenRange Words)> Hits(StatementWords statement, TokenRange part)
    {
        var hits = new List<(ContentWords, TokenRange)>();
        for (var i = part.First; i < part.End; i++)
        {
            if (!lexicon.Contents.TryMatch(statement.Words, i, part.End, out var length, out var classes)) continue;
            hits.Add((classes, new TokenRange(i, i + length)));
            if (length > 1) i += length - 1;
        }

        return hits;
    }

    private static void ReadQuestion(StatementWords statement, TokenRange part, ActScores scores)
    {
        var last = part.End - 1;
        if (statement.Words.Form(last)[0] == '?') scores.Add(SpeechAct.Ask, 0.9, new TokenRange(last, part.End));
    }

    private void ReadClause(StatementWords statement, TokenRange part, MainClause clause,
        List<(ContentWords Classes, TokenRange Words)> hits, ConditionReading? condition, ActScores scores)
    {
        var words = statement.Words;
        var predicate = new TokenRange(clause.Predicate, clause.Predicate + 1);
        var evidence = clause.Modal >= 0 ? new TokenRange(clause.Modal, clause.Modal + 1) : predicate;
        if (condition is not null && condition.Holds(clause.Predicate)) return;
        switch (clause.Time)
        {
            case ClauseTime.Bidding:
                scores.Add(SpeechAct.Demand, 0.85, predicate);
                break;
            case ClauseTime.Need when clause.Kind != SubjectKind.Speaker || words.Form(Math.Max(clause.Subject, 0)) is not "i":
                scores.Add(SpeechAct.Demand, clause.Kind == SubjectKind.Speaker ? 0.5 : clause.Modal >= 0 ? 0.8 : 0.6, evidence);
                break;
            case ClauseTime.Future:
                ReadFuture(statement, part, clause, hits, condition, scores);
                break;
            case ClauseTime.Past when !clause.Negated:
                ReadPast(words, clause, hits, scores, predicate);
                break;
            case ClauseTime.Past or ClauseTime.Present when clause.Negated && statement.IsDirect && clause.Kind == SubjectKind.Speaker && clause.Time == ClauseTime.Past:
                scores.Add(SpeechAct.Deny, 0.7, predicate);
                break;
            case ClauseTime.Past when clause.Negated:
                scores.Add(clause.Kind == SubjectKind.Speaker || StartsWithNobody(words, clause) ? SpeechAct.Deny : SpeechAct.State, 0.6, predicate);
                break;
            case ClauseTime.Present when clause.Kind == SubjectKind.Speaker && IsProgressive(words, clause.Predicate) && !clause.Negated:
                scores.Add(SpeechAct.Announce, 0.6, predicate);
                break;
            case ClauseTime.Present or ClauseTime.Possible:
                scores.Add(SpeechAct.State, 0.4, predicate);
                break;
            default:
                break;
        }
    }

    private static bool StartsWithNobody(TokenWords words, MainClause clause) =>
        clause.Subject >= 0 && words.Form(words.Syntax.Subtree(clause.Subject).First) is "nobody" or "no" or "none" or "not" or "neither";

    private static bool IsProgressive(TokenWords words, int predicate) => words.Penn(predicate) == PennTag.Vbg;

    private static void ReadPast(TokenWords words, MainClause clause, List<(ContentWords Classes, TokenRange Words)> hits, ActScores scores, TokenRange predicate)
    {
        if (words.Lemma(clause.Predicate) is "decide" or "resolve" && clause.Subject >= 0)
        {
            scores.Add(SpeechAct.Announce, 0.8, predicate);
            return;
        }

        var classes = ClassesAt(hits, clause.Predicate);
        if (words.Tag(clause.Predicate) == UniversalTag.Verb && !classes.HasFlag(ContentWords.Stative)) scores.Add(SpeechAct.Report, 0.65, predicate);
        else scores.Add(SpeechAct.State, 0.45, predicate);
    }

    private static ContentWords ClassesAt(List<(ContentWords Classes, TokenRange Words)> hits, int token)
    {
        var classes = ContentWords.None;
        foreach (var (found, range) in hits) if (token >= range.First && token < range.End) classes |= found;
        return classes;
    }

    // "will": a speaker's own deed is a promise, a threat or a plan by its verb and by its condition; what others or things will
    // do is foretold. An actor in the third person ("Moscow will ...") is taken to be spoken for where the verb needs a will.
    private static void ReadFuture(StatementWords statement, TokenRange part, MainClause clause,
        List<(ContentWords Classes, TokenRange Words)> hits, ConditionReading? condition, ActScores scores)
    {
        var words = statement.Words;
        var evidence = clause.Modal >= 0 ? new TokenRange(clause.Modal, clause.Modal + 1) : new TokenRange(clause.Predicate, clause.Predicate + 1);
        var own = clause.Kind == SubjectKind.Speaker || clause.Kind == SubjectKind.None;
        var classes = ClassesBelow(words, clause.Predicate, part, hits);
        if (clause.Negated)
        {
            if (own && classes.HasFlag(ContentWords.Harm) && !classes.HasFlag(ContentWords.Accept)) scores.Add(SpeechAct.Promise, 0.5, evidence);
            else if (own || ClauseReader.IsActor(words, clause.Subject)) scores.Add(SpeechAct.Reject, 0.55, evidence);
            else scores.Add(SpeechAct.Predict, 0.5, evidence);
            return;
        }

        var willed = (classes & (ContentWords.Help | ContentWords.Harm | ContentWords.Plan)) != 0;
        var acts = own || (willed && !clause.Passive && ClauseReader.IsActor(words, clause.Subject));
        if (acts && condition is { Kind: ConditionWords.Unless } or { Defies: true } && !(classes.HasFlag(ContentWords.Help) && !classes.HasFlag(ContentWords.Harm)))
            scores.Add(SpeechAct.Threaten, 0.75, evidence);
        else if (acts && condition is not null && (classes & (ContentWords.Help | ContentWords.Plan)) != 0)
            scores.Add(SpeechAct.Promise, 0.7, evidence);
        else if (acts && classes.HasFlag(ContentWords.Harm) && (condition is not null || !classes.HasFlag(ContentWords.Plan)))
            scores.Add(SpeechAct.Threaten, 0.6, evidence);
        else if (acts && classes.HasFlag(ContentWords.Help) && (own || !classes.HasFlag(ContentWords.Plan)))
            scores.Add(SpeechAct.Promise, own && statement.IsDirect ? 0.7 : 0.6, evidence);
        else if (acts && (own || willed))
            scores.Add(SpeechAct.Announce, 0.6, evidence);
        else if (classes.HasFlag(ContentWords.Harm) && (clause.Passive || clause.Kind == SubjectKind.Hearer || condition is not null))
            scores.Add(SpeechAct.Threaten, 0.6, evidence);
        else if (clause.Passive && classes.HasFlag(ContentWords.Plan))
            scores.Add(SpeechAct.Announce, 0.55, evidence);
        else if (classes.HasFlag(ContentWords.Bad))
            scores.Add(SpeechAct.Warn, 0.65, evidence);
        else
            scores.Add(SpeechAct.Predict, 0.6, evidence);
    }

    // The words of the predicate and of what it governs: "open | the land border", "station | troops".
    private static ContentWords ClassesBelow(TokenWords words, int predicate, TokenRange part, List<(ContentWords Classes, TokenRange Words)> hits)
    {
        var subtree = words.Syntax.Subtree(predicate);
        var at = ClassesAt(hits, predicate);
        var classes = at & (ContentWords.Help | ContentWords.Harm | ContentWords.Plan);
        foreach (var (found, range) in hits)
        {
            if (range.First < predicate || range.End > Math.Min(subtree.End, part.End)) continue;
            classes |= found & (ContentWords.Bad | ContentWords.Accept);
            if (classes == ContentWords.None || range.Count > 1 || words.Tag(range.First) == UniversalTag.Noun) classes |= found & ContentWords.Harm;
            if (range.First - predicate <= 3 && at == ContentWords.None) classes |= found & (ContentWords.Help | ContentWords.Plan);
        }

        return classes;
    }

    private static void ReadWords(StatementWords statement, TokenRange part, List<(ContentWords Classes, TokenRange Words)> hits,
        List<MainClause> clauses, ActScores scores)
    {
        var words = statement.Words;
        var past = clauses.Exists(c => c.Time == ClauseTime.Past);
        var ahead = clauses.Exists(c => c.Time is ClauseTime.Future or ClauseTime.Possible);
        foreach (var (classes, range) in hits)
        {
            var negated = range.First > part.First && words.Form(range.First - 1) is "not" or "n't" or "no" or "never";
            if (classes.HasFlag(ContentWords.Sorry) && !negated) scores.Add(SpeechAct.Apologise, 0.6, range);
            if (classes.HasFlag(ContentWords.Untrue)) scores.Add(SpeechAct.Deny, negated ? 0.2 : 0.6, range);
            if (classes.HasFlag(ContentWords.Refuse)) scores.Add(SpeechAct.Reject, 0.65, range);
            if (classes.HasFlag(ContentWords.Accept) && !negated) scores.Add(SpeechAct.Agree, range.First - part.First < 4 ? 0.55 : 0.35, range);
            if (classes.HasFlag(ContentWords.Fine) && !negated) scores.Add(SpeechAct.Praise, range.Count > 1 ? 0.6 : 0.45, range);
            if (classes.HasFlag(ContentWords.Blame) && !negated) scores.Add(SpeechAct.Accuse, OthersAct(clauses) ? 0.55 : 0.35, range);
            if (classes.HasFlag(ContentWords.Bad) && !past) scores.Add(SpeechAct.Warn, ahead ? 0.4 : 0.25, range);
            if (classes.HasFlag(ContentWords.Need) && range.Count > 1) scores.Add(SpeechAct.Demand, 0.5, range);
        }
    }

    private static bool OthersAct(List<MainClause> clauses)
    {
        foreach (var clause in clauses) if (clause.Kind is SubjectKind.Other or SubjectKind.Hearer) return true;
        return false;
    }

    // A content without a clause: a verb in the infinitive, a noun phrase, a cry.
    private static void ReadFragment(StatementWords statement, TokenRange part, List<(ContentWords Classes, TokenRange Words)> hits, ActScores scores)
    {
        if (statement.Words.Is(part.First, "no")) scores.Add(SpeechAct.Reject, 0.6, new TokenRange(part.First, part.First + 1));
        foreach (var (classes, range) in hits)
        {
            if (classes.HasFlag(ContentWords.Need)) scores.Add(SpeechAct.Demand, 0.3, range);
            if (classes.HasFlag(ContentWords.Blame)) scores.Add(SpeechAct.Accuse, 0.2, range);
        }
    }
}
