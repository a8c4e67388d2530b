using Rapporteur.Entities;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>
/// Names addressees and targets. A pronoun names nobody: it stands for the entity that it refers to; else for the subject of the
/// condition in front of it ("if Paris wants peace, it should ..."); else, where one speaker goes on, for whom he spoke of last.
/// </summary>
internal static class CounterpartNames
{
    /// <summary>The counterpart that a range of tokens names; null where it is empty, or a pronoun for nobody known.</summary>
    public static Counterpart? Of(StatementWords statement, TokenRange range, ConditionReading? condition, Counterpart? spokenOf)
    {
        if (range.Count == 0) return null;
        var words = statement.Words;
        if (range.Count == 1 && words.Penn(range.First) is PennTag.Wdt or PennTag.Wp) return null;
        var entity = statement.Entities.At(range);
        if (!IsThirdPerson(words, range)) return Printed(statement, range);
        if (entity is { IsNamed: true }) return new Counterpart(entity.Name, words.Whole(range)) { Entity = entity.Id };
        return SubjectOf(statement, condition, range.First) is { Count: > 0 } subject ? Printed(statement, subject) : spokenOf;
    }

    /// <summary>
    /// The one that a statement is addressed to: somebody, and not a thing or a day; where nobody is addressed, a threat, warning or
    /// promise on a condition is made to whoever must meet it.
    /// </summary>
    public static Counterpart? Addressee(StatementWords statement, TokenRange range, ConditionReading? condition, Counterpart? spokenOf, bool tells, bool binds)
    {
        if (range.Count > 0 && (tells || IsSomebody(statement, range))) return Of(statement, range, condition, spokenOf);
        if (!binds) return null;
        var subject = SubjectOf(statement, condition, int.MaxValue);
        return subject.Count > 0 && IsSomebody(statement, subject) && statement.Entities.At(subject) is var entity
            && (entity is null || entity.Id != statement.Statement.Speaker?.Entity) ? Printed(statement, subject) : null;
    }

    private static bool IsSomebody(StatementWords statement, TokenRange range)
    {
        if (statement.Entities.At(range) is { } entity) return entity.Type is not (EntityType.Document or EntityType.Other);
        var last = range.End - 1;
        return statement.Words.Penn(last) == PennTag.Nns || range.Count == 1 && statement.Words.Tag(last) is UniversalTag.Pron or UniversalTag.Num;
    }

    private static Counterpart Printed(StatementWords statement, TokenRange range)
    {
        var span = statement.Words.Whole(range);
        return new Counterpart(span.In(statement.Words.Document.Text).ToString(), span) { Entity = statement.Entities.At(range)?.Id };
    }

    private static bool IsThirdPerson(TokenWords words, TokenRange range) =>
        range.Count == 1 && words.Tag(range.First) == UniversalTag.Pron && words.Form(range.First) is "it" or "they" or "he" or "she";

    // The name nearest before the head ("US-dominated NATO regimes"), else the first after it ("the government of France").
    private static TokenRange Named(StatementWords statement, TokenRange phrase, int head)
    {
        TokenRange name = default;
        foreach (var (mention, entity) in statement.Entities.In(phrase))
        {
            if (!entity.IsNamed || name.Count > 0 && mention.Tokens.First > head) continue;
            name = mention.Tokens;
        }

        return name;
    }

    private static TokenRange SubjectOf(StatementWords statement, ConditionReading? condition, int before)
    {
        if (condition is null || condition.Condition.First > before) return default;
        var words = statement.Words;
        for (var i = condition.Condition.First; i < condition.Condition.End; i++)
        {
            if (words.Syntax.Relations[i] != Relation.Nsubj || words.Tag(i) is not (UniversalTag.Propn or UniversalTag.Noun)) continue;
            var phrase = NounPhrases.Of(words, i);
            return Named(statement, phrase, i) is { Count: > 0 } name ? name : phrase;
        }

        return default;
    }
}
