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
        var entity = statement.Entities.At(range);
        if (!IsThirdPerson(words, range)) return Printed(statement, range);
        if (entity is { IsNamed: true }) return new Counterpart(entity.Name, words.Whole(range)) { Entity = entity.Id };
        return SubjectOf(statement, condition, range.First) is { Count: > 0 } subject ? Printed(statement, subject) : spokenOf;
    }

    private static Counterpart Printed(StatementWords statement, TokenRange range)
    {
        var span = statement.Words.Whole(range);
        return new Counterpart(span.In(statement.Words.Document.Text).ToString(), span) { Entity = statement.Entities.At(range)?.Id };
    }

    private static bool IsThirdPerson(TokenWords words, TokenRange range) =>
        range.Count == 1 && words.Tag(range.First) == UniversalTag.Pron && words.Form(range.First) is "it" or "they" or "he" or "she";

    private static TokenRange SubjectOf(StatementWords statement, ConditionReading? condition, int before)
    {
        if (condition is null || condition.Condition.First > before) return default;
        var words = statement.Words;
        for (var i = condition.Condition.First; i < condition.Condition.End; i++)
        {
            if (words.Syntax.Relations[i] != Relation.Nsubj || words.Tag(i) is not (UniversalTag.Propn or UniversalTag.Noun)) continue;
            var phrase = NounPhrases.Of(words, i);
            foreach (var (mention, entity) in statement.Entities.In(phrase)) if (entity.IsNamed) return mention.Tokens;
            return phrase;
        }

        return default;
    }
}
