using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>
/// What a content does by its own words: the mood, subject, modality and verb of its main clauses, and words that praise, blame,
/// refuse and the like. Weights are how often the hint was right on the development half of our own set, rounded.
/// </summary>
internal sealed class ContentActs(ActLexicon lexicon)
{
    private const int ShortCry = 5;

    /// <summary>Adds what the content of <paramref name="statement"/> tells to <paramref name="scores"/>.</summary>
    public void Read(StatementWords statement, ConditionReading? condition, ActScores scores)
    {
        foreach (var part in statement.Parts())
        {
            var hits = Hits(statement, part, condition);
            var clauses = ClauseReader.Read(statement, part);
            ReadQuestion(statement, part, scores);
            if (condition is not null && clauses.TrueForAll(c => condition.Holds(c.Predicate))) AddConsequences(statement, part, condition, clauses);
            foreach (var clause in clauses) ReadClause(statement, part, clause, hits, condition, scores);
            ReadWords(statement, part, hits, clauses, scores);
        }
    }

    // Where the dependencies show the condition alone, what follows is read by its tags.
    private static void AddConsequences(StatementWords statement, TokenRange part, ConditionReading condition, List<MainClause> clauses)
    {
        foreach (var consequence in condition.Consequence)
            if (consequence.First >= part.First && consequence.End <= part.End && ClauseReader.ByTags(statement, consequence) is { } clause) clauses.Add(clause);
    }

    private List<(ContentWords Classes, TokenRange Words)> Hits(StatementWords statement, TokenRange part, ConditionReading? condition)
    {
        var hits = new List<(ContentWords, TokenRange)>();
        for (var i = part.First; i < part.End; i++)
        {
            if (condition is not null && condition.Holds(i)) continue;
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
        if (clause.Time == ClauseTime.Present && !clause.Negated && lexicon.Cues.TryMatch(words, clause.Predicate, part.End, out var plans, out var plan)
            && plan is { Words: CueWords.Act, Act: SpeechAct.Announce } && ClauseReader.IsToVerb(words, clause.Predicate + plans - (plans > 1 ? 1 : 0)))
        {
            scores.Add(SpeechAct.Announce, 0.65, new TokenRange(clause.Predicate, clause.Predicate + plans));
            return;
        }

        if ((clause.Kind == SubjectKind.Speaker || (clause.Kind == SubjectKind.None && clause.Predicate == part.First)) && clause.Time is ClauseTime.Present or ClauseTime.Past && !clause.Negated
            && lexicon.Cues.TryMatch(words, clause.Predicate, part.End, out var length, out var meaning)
            && meaning.Words == CueWords.Act && meaning.Act is not (SpeechAct.State or SpeechAct.Report or SpeechAct.Predict))
        {
            scores.Add(meaning.Act, 0.7, new TokenRange(clause.Predicate, clause.Predicate + length));
            return;
        }

        switch (clause.Time)
        {
            case ClauseTime.Bidding:
                scores.Add(SpeechAct.Demand, 0.85, predicate);
                break;
            case ClauseTime.Need when clause.Kind != SubjectKind.Speaker || words.Form(Math.Max(clause.Subject, 0)) is not "i":
                scores.Add(SpeechAct.Demand, clause.Kind == SubjectKind.Speaker ? 0.5 : clause.Modal >= 0 ? 0.8 : 0.6, evidence);
                break;
            case ClauseTime.Future or ClauseTime.Possible when clause.Time == ClauseTime.Future || (condition is not null && ClauseReader.IsActor(words, clause.Subject)):
                ReadFuture(statement, part, clause, hits, condition, scores);
                break;
            case ClauseTime.Present when condition is { Kind: ConditionWords.Unless } && clause.Kind == SubjectKind.Speaker:
                scores.Add(SpeechAct.Threaten, 0.6, predicate);
                break;
            case ClauseTime.Past when !clause.Negated:
                ReadPast(words, clause, hits, scores, predicate);
                break;
            case ClauseTime.Past or ClauseTime.Present when clause.Negated && statement.IsDirect && clause.Kind == SubjectKind.Speaker && clause.Time == ClauseTime.Past:
                scores.Add(SpeechAct.Deny, 0.7, predicate);
                break;
            case ClauseTime.Past when clause.Negated:
                scores.Add(clause.Kind == SubjectKind.Speaker || StartsWithNobody(words, part, clause) ? SpeechAct.Deny : SpeechAct.State, 0.6, predicate);
                break;
            case ClauseTime.Present when clause.Kind == SubjectKind.Speaker && IsProgressive(words, clause.Predicate) && !clause.Negated:
                scores.Add(SpeechAct.Announce, 0.6, predicate);
                break;
            case ClauseTime.Possible when clause.Kind == SubjectKind.Other && words.Tag(clause.Predicate) == UniversalTag.Verb && !words.Is(clause.Modal + 1, "have"):
                scores.Add(hits.Exists(h => (h.Classes & (ContentWords.Bad | ContentWords.Peril)) != 0) ? SpeechAct.Warn : SpeechAct.Predict, 0.55, evidence);
                break;
            case ClauseTime.Present or ClauseTime.Possible:
                scores.Add(SpeechAct.State, 0.4, predicate);
                break;
            default:
                break;
        }
    }

    // "nobody was hurt", "not a single refugee was turned away", "there was no deal".
    private static bool StartsWithNobody(TokenWords words, TokenRange part, MainClause clause) =>
        (part.Count > 1 && words.Is(part.First, "not") && words.Tag(part.First + 1) == UniversalTag.Det) ||
        clause.Subject >= 0 && words.Syntax.Relations[clause.Subject] == Relation.Expl
        || clause.Subject >= 0 && words.Form(words.Syntax.Subtree(clause.Subject).First) is "nobody" or "no" or "none" or "not" or "neither";

    private static bool IsProgressive(TokenWords words, int predicate) => words.Penn(predicate) == PennTag.Vbg;

    private static void ReadPast(TokenWords words, MainClause clause, List<(ContentWords Classes, TokenRange Words)> hits, ActScores scores, TokenRange predicate)
    {
        if (words.Lemma(clause.Predicate) is "decide" or "resolve" && clause.Subject >= 0)
        {
            scores.Add(SpeechAct.Announce, 0.8, predicate);
            return;
        }

        // A company that has sold, a ministry that has recalled: what is its own to decide is announced, not reported.
        var classes = ClassesAt(hits, clause.Predicate);
        if (clause.Kind == SubjectKind.Speaker && !clause.Passive && classes.HasFlag(ContentWords.Plan)) scores.Add(SpeechAct.Announce, 0.55, predicate);
        else if (words.Tag(clause.Predicate) == UniversalTag.Verb && !classes.HasFlag(ContentWords.Stative)) scores.Add(SpeechAct.Report, 0.65, predicate);
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
        var own = clause.Kind is SubjectKind.Speaker or SubjectKind.None;
        var classes = ClassesBelow(words, clause.Predicate, part, hits);
        if (clause.Negated) scores.Add(Forgone(words, clause, own, classes), 0.6, evidence);
        else scores.Add(Willed(words, clause, own, classes, condition), WeightOf(own, statement.IsDirect), evidence);
    }

    private static double WeightOf(bool own, bool direct) => own && direct ? 0.7 : 0.6;

    // "we will not ...", "you won't ...", "Paris will not ...".
    private static SpeechAct Forgone(TokenWords words, MainClause clause, bool own, ContentWords classes)
    {
        if (clause.Kind == SubjectKind.Hearer) return SpeechAct.Threaten;
        if (own && classes.HasFlag(ContentWords.Harm)) return SpeechAct.Promise;
        if (own) return words.Tag(clause.Predicate) == UniversalTag.Verb ? SpeechAct.Reject : SpeechAct.Announce;
        return ClauseReader.IsActor(words, clause.Subject) && words.Tag(clause.Predicate) == UniversalTag.Verb ? SpeechAct.Reject : SpeechAct.Predict;
    }

    private static SpeechAct Willed(TokenWords words, MainClause clause, bool own, ContentWords classes, ConditionReading? condition)
    {
        const ContentWords Deeds = ContentWords.Help | ContentWords.Harm | ContentWords.Plan;
        bool help = classes.HasFlag(ContentWords.Help), harm = classes.HasFlag(ContentWords.Harm), plan = classes.HasFlag(ContentWords.Plan);
        var acts = own || ((classes & Deeds) != 0 && !clause.Passive && ClauseReader.IsActor(words, clause.Subject));
        if (acts && condition is { Defies: true } && (harm || !help)) return SpeechAct.Threaten;
        if (condition is not null && (help || (acts && plan))) return SpeechAct.Promise;
        if (acts && harm && (condition is not null || !plan)) return SpeechAct.Threaten;
        if (acts && help && (own || !plan)) return SpeechAct.Promise;
        if (acts && classes.HasFlag(ContentWords.Fate) && !plan) return classes.HasFlag(ContentWords.Bad) ? SpeechAct.Warn : SpeechAct.Predict;
        if (acts) return SpeechAct.Announce;
        if (clause.Kind == SubjectKind.Hearer) return harm ? SpeechAct.Threaten : help ? SpeechAct.Promise : SpeechAct.Predict;
        if (harm && (clause.Passive || condition is not null || clause.Subject >= 0 && words.Syntax.Relations[clause.Subject] == Relation.Expl)) return SpeechAct.Threaten;
        if (classes.HasFlag(ContentWords.Bad)) return SpeechAct.Warn;
        return plan ? SpeechAct.Announce : SpeechAct.Predict;
    }

    // The words of the predicate and of what it governs: "open | the land border", "station | troops".
    private static ContentWords ClassesBelow(TokenWords words, int predicate, TokenRange part, List<(ContentWords Classes, TokenRange Words)> hits)
    {
        var subtree = words.Syntax.Subtree(predicate);
        var at = ClassesAt(hits, predicate);
        var classes = at & (ContentWords.Help | ContentWords.Harm | ContentWords.Plan | ContentWords.Fate);
        foreach (var (found, range) in hits)
        {
            if (range.First < predicate || range.End > Math.Min(subtree.End, part.End)) continue;
            classes |= found & (ContentWords.Bad | ContentWords.Accept);
            if (classes == ContentWords.None || range.Count > 1 || words.Tag(range.First) == UniversalTag.Noun) classes |= found & ContentWords.Harm;
            if (range.First - predicate <= 3 && at == ContentWords.None) classes |= found & (ContentWords.Help | ContentWords.Plan);
        }

        return classes;
    }

    private static bool IsNegation(TokenWords words, int token) => words.Form(token) is "not" or "n't" or "no" or "never";

    private static void ReadWords(StatementWords statement, TokenRange part, List<(ContentWords Classes, TokenRange Words)> hits,
        List<MainClause> clauses, ActScores scores)
    {
        var words = statement.Words;
        var others = clauses.Count == 0 || clauses.Exists(c => c.Kind is SubjectKind.Other or SubjectKind.Hearer);
        var past = clauses.Exists(c => c.Time == ClauseTime.Past);
        foreach (var (classes, range) in hits)
        {
            var negated = !IsNegation(words, range.First)
                && ((range.First > part.First && IsNegation(words, range.First - 1)) || clauses.Exists(c => c.Negated && c.Predicate >= range.First && c.Predicate < range.End));

            // What the sentence itself says, or says in so many words, weighs more than a word on the way.
            var said = range.Count > 1 || clauses.Exists(c => c.Predicate >= range.First && c.Predicate < range.End)
                || (clauses.Count == 0 && statement.Statement.Kind != Statements.StatementKind.Indirect && part.Count <= ShortCry);
            if (classes.HasFlag(ContentWords.Untrue)) scores.Add(SpeechAct.Deny, negated ? 0.2 : 0.6, range);
            if (classes.HasFlag(ContentWords.Refuse)) scores.Add(SpeechAct.Reject, 0.65, range);
            if (classes.HasFlag(ContentWords.Need) && range.Count > 1) scores.Add(SpeechAct.Demand, 0.5, range);
            if (negated) continue;
            if (classes.HasFlag(ContentWords.Sorry) && (range.Count > 1 || clauses.Count == 0 || clauses.Exists(c => c.Kind == SubjectKind.Speaker && c.Predicate == range.First)))
                scores.Add(SpeechAct.Apologise, 0.65, range);
            if (classes.HasFlag(ContentWords.Menace) && !past) scores.Add(SpeechAct.Threaten, 0.6, range);
            if (classes.HasFlag(ContentWords.Vow)) scores.Add(SpeechAct.Promise, 0.65, range);
            if (classes.HasFlag(ContentWords.Ahead) && !past) scores.Add(SpeechAct.Predict, 0.5, range);
            if (classes.HasFlag(ContentWords.Peril) && !past) scores.Add(SpeechAct.Warn, 0.5, range);
            if (classes.HasFlag(ContentWords.Accept)) scores.Add(SpeechAct.Agree, said ? 0.6 : 0.35, range);
            if (classes.HasFlag(ContentWords.Fine)) scores.Add(SpeechAct.Praise, said ? 0.6 : 0.4, range);
            if (classes.HasFlag(ContentWords.Blame)) scores.Add(SpeechAct.Accuse, said ? 0.6 : others ? 0.42 : 0.3, range);
            if (classes.HasFlag(ContentWords.Bad) && !past) scores.Add(SpeechAct.Warn, said && range.Count > 1 ? 0.5 : 0.35, range);
        }

        if (clauses.Count == 0 && words.Is(part.First, "no") && (part.Count == 1 || words.Document.Tokens.Kinds[part.First + 1] == TokenKind.Mark || words.Is(part.First + 1, "and"))) scores.Add(SpeechAct.Reject, 0.6, new TokenRange(part.First, part.First + 1));
    }
}
