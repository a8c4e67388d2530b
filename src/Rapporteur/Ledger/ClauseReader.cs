using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>Finds the clauses of a content that say something by themselves, from its dependencies.</summary>
internal static class ClauseReader
{
    private const int Most = 6;

    /// <summary>The main clauses of one part of a content: what its words hang on, and what is joined to that.</summary>
    public static List<MainClause> Read(StatementWords statement, TokenRange part)
    {
        var syntax = statement.Words.Syntax;
        var found = new List<MainClause>();
        for (var i = part.First; i < part.End && found.Count < Most; i++)
        {
            if (!IsPredicate(statement.Words, i)) continue;
            var head = syntax.Heads[i];
            var above = head < part.First || head >= part.End || !statement.IsContent(head);
            var joined = !above && syntax.Relations[i] is Relation.Conj or Relation.Parataxis && found.Exists(c => c.Predicate == head);
            if (above) found.Add(Describe(statement, part, i));
            else if (joined) found.Add(Joined(Describe(statement, part, i), found.Find(c => c.Predicate == head)));
        }

        if (found.TrueForAll(c => c.Time == ClauseTime.Unknown) && ByTags(statement, part) is { } clause)
        {
            found.Clear();
            found.Add(clause);
        }

        return found;
    }

    // "will take stock and exchange views": the second verb shares the subject and the modal of the first.
    private static MainClause Joined(MainClause clause, MainClause first) =>
        clause.Subject >= 0 || first.Time == ClauseTime.Bidding ? clause : clause with
        {
            Subject = first.Subject,
            Kind = first.Kind,
            Modal = clause.Modal >= 0 ? clause.Modal : first.Modal,
            Time = clause.Modal < 0 && clause.Time is ClauseTime.Unknown or ClauseTime.Bidding or ClauseTime.Need ? first.Time : clause.Time,
        };

    // Where the dependencies show no clause: the first verb that shows its tense, with the noun before it as its subject.
    public static MainClause? ByTags(StatementWords statement, TokenRange part)
    {
        var words = statement.Words;
        var subject = -1;
        for (var i = part.First; i < part.End; i++)
        {
            if (words.Tag(i) is UniversalTag.Sconj || words.Penn(i) is PennTag.Wdt or PennTag.Wp or PennTag.Wrb) return null;
            if (words.Tag(i) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron) subject = i;
            if (words.Penn(i) is not (PennTag.Md or PennTag.Vbz or PennTag.Vbp or PennTag.Vbd)) continue;
            var predicate = i;
            var negated = false;
            for (var k = i + 1; words.Tag(i) == UniversalTag.Aux && k < Math.Min(part.End, i + 5); k++)
            {
                negated |= IsNegation(words, k);
                if (words.Tag(k) is not (UniversalTag.Verb or UniversalTag.Adj or UniversalTag.Noun)) continue;
                predicate = k;
                break;
            }

            var modal = words.Penn(i) == PennTag.Md ? i : -1;
            var auxiliary = modal < 0 && predicate != i ? i : -1;
            var time = TimeOf(statement, part, predicate, subject, modal, auxiliary, -1);
            return new MainClause(predicate, subject, KindOf(statement, subject), modal, time, negated, auxiliary >= 0 && words.Penn(predicate) == PennTag.Vbn);
        }

        return null;
    }

    private static bool IsPredicate(TokenWords words, int token)
    {
        var tag = words.Tag(token);
        if (tag is UniversalTag.Verb) return true;
        if (tag is not (UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Aux or UniversalTag.Adv or UniversalTag.Num)) return false;
        return words.Syntax.Child(token, Relation.Cop) >= 0 || words.Syntax.Child(token, Relation.Nsubj) >= 0 || tag == UniversalTag.Aux && words.Syntax.Relations[token] is not (Relation.Aux or Relation.AuxPass or Relation.Cop);
    }

    private static MainClause Describe(StatementWords statement, TokenRange part, int predicate)
    {
        var words = statement.Words;
        int subject = -1, modal = -1, auxiliary = -1, to = -1;
        bool negated = false, passive = false;
        foreach (var child in words.Syntax.Children(predicate))
        {
            switch (words.Syntax.Relations[child])
            {
                case Relation.Nsubj or Relation.Csubj: subject = subject < 0 || words.Syntax.Relations[subject] == Relation.Expl ? child : subject; break;
                case Relation.Expl: subject = subject < 0 ? child : subject; break;
                case Relation.NsubjPass or Relation.CsubjPass: subject = child; passive = true; break;
                case Relation.AuxPass: passive = true; auxiliary = auxiliary < 0 ? child : auxiliary; break;
                case Relation.Aux or Relation.Cop:
                    if (words.Penn(child) == PennTag.Md) modal = child; else auxiliary = auxiliary < 0 ? child : auxiliary;
                    break;
                case Relation.Mark when words.Is(child, "to"): to = child; break;
                case Relation.Advmod or Relation.Det when IsNegation(words, child): negated = true; break;
                default: break;
            }
        }

        if (subject >= 0) negated |= IsNegation(words, words.Syntax.Subtree(subject).First);
        var time = TimeOf(statement, part, predicate, subject, modal, auxiliary, to);
        return new MainClause(predicate, subject, KindOf(statement, subject), modal, time, negated, passive);
    }

    private static bool IsNegation(TokenWords words, int token) =>
        words.Form(token) is "not" or "n't" or "no" or "never" or "nobody" or "none" or "neither" or "nothing" or "nor" or "hardly";

    private static ClauseTime TimeOf(StatementWords statement, TokenRange part, int predicate, int subject, int modal, int auxiliary, int to)
    {
        var words = statement.Words;
        if (modal >= 0)
        {
            return words.Lemma(modal) switch
            {
                "will" or "shall" or "'ll" or "wo" or "would" or "'d" => ClauseTime.Future,
                "must" or "should" or "ought" => ClauseTime.Need,
                _ => words.Form(modal) is "would" or "'d" ? ClauseTime.Future : ClauseTime.Possible,
            };
        }

        var finite = auxiliary >= 0 ? auxiliary : predicate;
        if (words.Lemma(finite) is "be" && IsToVerb(words, finite + 1)) return ClauseTime.Future;
        if (to >= 0) return auxiliary >= 0 && words.Lemma(auxiliary) is "be" && subject >= 0 ? ClauseTime.Future : ClauseTime.Unknown;
        if (words.Form(predicate) is "going" or "set" or "due" && auxiliary >= 0 && words.Syntax.Child(predicate, Relation.Xcomp) >= 0) return ClauseTime.Future;
        if (words.Lemma(predicate) is "need" or "have" && subject >= 0 && words.Syntax.Child(predicate, Relation.Xcomp) >= 0) return ClauseTime.Need;
        if (subject < 0 && IsBidding(statement, part, predicate)) return ClauseTime.Bidding;
        return words.Penn(finite) switch
        {
            PennTag.Vbd => ClauseTime.Past,
            PennTag.Vbz or PennTag.Vbp when words.Lemma(finite) is "have" && finite != predicate => ClauseTime.Past,
            PennTag.Vbz or PennTag.Vbp => ClauseTime.Present,
            PennTag.Vbn when auxiliary < 0 => ClauseTime.Past,
            PennTag.Vb when subject >= 0 && auxiliary < 0 => ClauseTime.Need,
            _ => ClauseTime.Unknown,
        };
    }

    // "are | to meet".
    public static bool IsToVerb(TokenWords words, int token) =>
        token + 1 < words.Count && words.Is(token, "to") && words.Penn(token + 1) == PennTag.Vb;

    // A base form without a subject where a sentence begins, after nothing but marks, "please", "do not", "never" and the like.
    private static bool IsBidding(StatementWords statement, TokenRange part, int predicate)
    {
        var words = statement.Words;
        if (words.Penn(predicate) is not (PennTag.Vb or PennTag.Vbp) || !words.Form(predicate).SequenceEqual(words.Lemma(predicate))) return false;
        for (var i = predicate - 1; i >= part.First; i--)
        {
            if (words.Document.Tokens.Kinds[i] == TokenKind.Mark)
            {
                if (words.Form(i)[0] is ',' or '.' or '!' or ';' or ':' or '“' or '"' or '‘' or '—') return true;
                continue;
            }

            if (words.Tag(i) is not (UniversalTag.Adv or UniversalTag.Intj or UniversalTag.Part or UniversalTag.Aux or UniversalTag.Cconj)) return false;
        }

        return part.First == 0 || words.Document.Tokens.Kinds[part.First - 1] == TokenKind.Mark;
    }

    private static SubjectKind KindOf(StatementWords statement, int subject)
    {
        if (subject < 0) return SubjectKind.None;
        var words = statement.Words;
        if (words.Tag(subject) == UniversalTag.Pron || words.Penn(subject) == PennTag.Prp)
        {
            if (words.Form(subject) is "i" or "we") return SubjectKind.Speaker;
            if (words.Form(subject) is "you") return SubjectKind.Hearer;
            if (words.Form(subject) is "it" or "he" or "she" or "they")
                return !statement.IsDirect && words.Syntax.Relations[subject] != Relation.Expl && statement.Statement.Kind == Statements.StatementKind.Indirect
                    ? SubjectKind.Speaker : SubjectKind.Other;
            return SubjectKind.Other;
        }

        // "our response", "my government"; "the bank" where the bank speaks.
        var owner = words.Syntax.Child(subject, Relation.NmodPoss);
        if (owner >= 0 && words.Form(owner) is "my" or "our") return SubjectKind.Speaker;
        foreach (var source in statement.Source)
            for (var i = source.First; i < source.End; i++)
                if (words.Tag(i) is UniversalTag.Noun or UniversalTag.Propn && words.Lemma(i).SequenceEqual(words.Lemma(subject))) return SubjectKind.Speaker;
        return IsSpokenFor(statement, subject) ? SubjectKind.Speaker : SubjectKind.Other;
    }

    // "Moscow will ...", where Russia's minister speaks: the subject is the speaker, or the state or body that it belongs to.
    private static bool IsSpokenFor(StatementWords statement, int subject)
    {
        if (statement.Entities.AtHead(subject) is not { } entity) return false;
        foreach (var source in statement.Source)
        {
            if (statement.Entities.At(source) is not { } speaker) continue;
            if (speaker.Id == entity.Id) return true;
            var actor = speaker.Actor ?? speaker.Affiliation?.Actor;
            if (actor is not null && entity.Actor is not null && actor.Code.AsSpan(0, Math.Min(3, actor.Code.Length)).SequenceEqual(entity.Actor.Code.AsSpan(0, Math.Min(3, entity.Actor.Code.Length)))) return true;
        }

        return false;
    }

    /// <summary>Whether the subject may act by itself: a name, or people; not a thing or an abstraction.</summary>
    public static bool IsActor(TokenWords words, int subject) => subject >= 0 && words.Tag(subject) == UniversalTag.Propn;
}
