using System.Collections.Immutable;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Ledger;

/// <summary>
/// Finds whom a statement is addressed to and whom or what it is aimed at: the objects of its cue, and for acts that its content
/// shows, the subject that must act or is blamed.
/// </summary>
internal static class CounterpartReader
{
    private const int NearWords = 16;

    /// <summary>The acts whose object is the one that must hear or do.</summary>
    private static bool IsAddressing(SpeechAct act) => act is SpeechAct.Demand or SpeechAct.Promise or SpeechAct.Threaten or SpeechAct.Warn or SpeechAct.Ask;

    private static bool IsAiming(SpeechAct act) => act is SpeechAct.Accuse or SpeechAct.Deny or SpeechAct.Reject or SpeechAct.Agree
        or SpeechAct.Apologise or SpeechAct.Praise;

    /// <summary>Addressee and target of a statement with the given acts; a range of no tokens where there is none.</summary>
    public static (TokenRange Addressee, TokenRange Target) Read(StatementWords statement, ImmutableArray<Act> acts, bool tells)
    {
        var addressing = tells || acts.Any(a => IsAddressing(a.Kind));
        var aiming = !tells && acts.Any(a => IsAiming(a.Kind));
        var (direct, oblique) = ObjectsOfCue(statement);
        TokenRange addressee = default, target = default;
        if (acts.Any(a => a.Kind == SpeechAct.Demand)) addressee = WhoMustAct(statement);
        if (addressee.Count == 0 && acts.FirstOrDefault(a => a.Kind == SpeechAct.Demand) is { } demand) addressee = WhoseDeed(statement, demand);
        var told = direct >= 0 && IsPartner(statement, direct) ? direct : oblique;
        if (aiming && (direct >= 0 || oblique >= 0)) target = NounPhrases.OwnerOrSelf(statement.Words, direct >= 0 ? direct : oblique);
        else if (addressee.Count == 0 && addressing && told >= 0) addressee = NounPhrases.Of(statement.Words, told);
        if (aiming && target.Count == 0 && acts.Any(a => a.Kind == SpeechAct.Accuse)) target = WhoIsBlamed(statement);
        if (addressee.Count == 0 && acts.Any(a => a.Kind == SpeechAct.Promise)) addressee = Receiver(statement);
        return (addressee, target);
    }

    // The noun that the cue's verb or noun governs: its object, else one behind "to", "on", "at", "for", "against", "of", "from".
    private static (int Direct, int Oblique) ObjectsOfCue(StatementWords statement)
    {
        var words = statement.Words;
        int direct = -1, oblique = -1;
        foreach (var cue in statement.Cue)
        {
            for (var i = cue.First; i < cue.End; i++)
            {
                if (words.Tag(i) is not (UniversalTag.Verb or UniversalTag.Noun)) continue;
                foreach (var child in words.Syntax.Children(i))
                {
                    if (statement.IsSource(child) || statement.IsCue(child) || !IsNominal(words, child)) continue;
                    var relation = words.Syntax.Relations[child];
                    if (relation == Relation.Iobj || (relation == Relation.Obj && child > i)) direct = direct < 0 || relation == Relation.Iobj ? child : direct;
                    else if (relation is Relation.Obl or Relation.Nmod && IsToward(words, child) && oblique < 0 && !InClause(statement, child)) oblique = child;
                }
            }
        }

        return (direct, oblique);
    }

    private static bool InClause(StatementWords statement, int token) =>
        statement.IsContent(token) && !statement.Trimmed(statement.Content[0]).First.Equals(NounPhrases.Of(statement.Words, token).First);

    private static bool IsToward(TokenWords words, int token)
    {
        var preposition = words.Syntax.Child(token, Relation.Case);
        return preposition >= 0 && words.Form(preposition) is "to" or "on" or "upon" or "at" or "against" or "from" or "of" or "with" or "over";
    }

    private static bool IsNominal(TokenWords words, int token) =>
        words.Tag(token) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Num || (words.Tag(token) == UniversalTag.Pron && words.Form(token) is "them" or "him" or "her" or "us" or "you" or "they");

    // "told the BBC", "urged Tehran to ...": somebody, not the thing said ("said a word", "asked a question").
    private static bool IsPartner(StatementWords statement, int token) =>
        !statement.IsContent(token) || statement.Trimmed(statement.Content[0]).First >= NounPhrases.Of(statement.Words, token).First;

    // The subject of what must be done: of "must", of the subjunctive, of the infinitive ("urged Tehran to halt"); or a name called.
    private static TokenRange WhoMustAct(StatementWords statement)
    {
        var words = statement.Words;
        foreach (var part in statement.Parts())
        {
            foreach (var clause in ClauseReader.Read(statement, part))
            {
                if (clause.Time == ClauseTime.Bidding) return Vocative(statement, part, clause.Predicate);
                if (clause.Subject < 0 || clause.Passive || clause.Time is not (ClauseTime.Need or ClauseTime.Unknown)) continue;
                if (IsNominal(words, clause.Subject)) return NounPhrases.Of(words, clause.Subject);

                // "it should respect": who "it" is, the entities say.
                if (words.Form(clause.Subject) is "it" or "they" or "he" or "she" && words.Syntax.Relations[clause.Subject] != Relation.Expl) return new TokenRange(clause.Subject, clause.Subject + 1);
            }

            // "Tehran to halt enrichment": the content begins with the one who is to act.
            for (var i = part.First + 1; i < Math.Min(part.End, part.First + 8); i++)
            {
                if (!words.Is(i, "to") || words.Penn(i) != PennTag.To || words.Tag(i - 1) is not (UniversalTag.Noun or UniversalTag.Propn)) continue;
                return new TokenRange(part.First, i);
            }
        }

        return default;
    }

    // "calls for halting NATO expansion", "an end to Turkey's raids": the actor whose deed it is, behind the words that demand.
    private static TokenRange WhoseDeed(StatementWords statement, Act demand)
    {
        var words = statement.Words;
        if (demand.Evidence.IsEmpty) return default;
        var first = words.Document.Tokens.IndexAt(demand.Evidence[^1].End);
        for (var i = first; i < Math.Min(words.Count, first + NearWords) && statement.IsContent(i); i++)
        {
            if (words.Syntax.Relations[i] is not (Relation.Compound or Relation.NmodPoss) || words.Tag(i) != UniversalTag.Propn) continue;
            if (statement.Entities.AtHead(i) is { Actor: not null }) return new TokenRange(i, i + 1);
        }

        return default;
    }

    // "Mr President, tear up this contract": what stands before the comma in front of the bidding.
    private static TokenRange Vocative(StatementWords statement, TokenRange part, int predicate)
    {
        var words = statement.Words;
        var comma = predicate - 1;
        while (comma > part.First && words.Form(comma)[0] != ',') comma--;
        if (comma <= part.First || words.Tag(comma - 1) is not (UniversalTag.Propn or UniversalTag.Noun)) return default;
        return comma - part.First <= 5 ? new TokenRange(part.First, comma) : default;
    }

    private static TokenRange WhoIsBlamed(StatementWords statement)
    {
        foreach (var part in statement.Parts())
            foreach (var clause in ClauseReader.Read(statement, part))
                if (clause.Subject >= 0 && clause.Kind is SubjectKind.Other or SubjectKind.Hearer)
                    return NounPhrases.OwnerOrSelf(statement.Words, clause.Subject);
        return default;
    }

    // "to send Moldova forty million", "a promise to the garrison".
    private static TokenRange Receiver(StatementWords statement)
    {
        var words = statement.Words;
        foreach (var part in statement.Parts())
        {
            foreach (var clause in ClauseReader.Read(statement, part))
            {
                var receiver = words.Syntax.Child(clause.Predicate, Relation.Iobj);
                if (receiver >= 0 && IsNominal(words, receiver)) return NounPhrases.Of(words, receiver);
                foreach (var child in words.Syntax.Children(clause.Predicate))
                    if (words.Syntax.Relations[child] == Relation.Obl && words.Syntax.Child(child, Relation.Case) is var c and >= 0 && words.Form(c) is "to" or "with" && words.Tag(child) == UniversalTag.Propn)
                        return NounPhrases.Of(words, child);
            }
        }

        return default;
    }
}
