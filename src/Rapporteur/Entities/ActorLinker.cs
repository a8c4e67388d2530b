using Rapporteur.Languages;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Entities;

/// <summary>Links names to the actor table, and tells by the grammar where a capital stands for its government.</summary>
internal sealed class ActorLinker(EntityLexicon lexicon, GrammarWords grammar, ReportingWords reporting)
{
    /// <summary>The actor of a name of a type; null where the table has none, or one of another sort.</summary>
    public (Actor? Actor, ActorUse Use) Find(Document document, DocumentSyntax syntax, TokenRange name, EntityType type)
    {
        if (type is not (EntityType.Organization or EntityType.Place or EntityType.Other)) return default;
        if (lexicon.Actors.Find(Text(document, name)) is { } found && found.Use != ActorUse.Demonym) return (found.Actor, found.Use);
        if (type == EntityType.Place) return default;
        return (BodyOfState(document, syntax, name, syntax.Subtree(name.End - 1).First), ActorUse.Name);
    }

    /// <summary>"The Russian Foreign Ministry", "Kenya's parliament": a noun for a body of a state and the country it is of.</summary>
    /// <param name="document">The document.</param>
    /// <param name="syntax">Its syntax.</param>
    /// <param name="name">The name or noun phrase, to its last word or past it.</param>
    /// <param name="first">The first token that may name the country.</param>
    public Actor? BodyOfState(Document document, DocumentSyntax syntax, TokenRange name, int first)
    {
        var noun = -1;
        ActorKind? kind = null;
        Span<char> buffer = stackalloc char[32];
        for (var i = name.End - 1; i >= name.First && kind is null; i--)
            if ((kind = lexicon.StateBodyOf(Lower(document, i, buffer))) is not null) noun = i;
        if (kind is null) return null;
        const int Farthest = 8;
        for (var i = noun - 1; i >= Math.Max(first, noun - Farthest); i--)
        {
            var (country, count) = lexicon.Actors.At(document, i, noun);
            if (country is null || country.Use is ActorUse.Name || count == 0) continue;
            return new Actor(country.Actor.Code, Text(document, name).ToString(), kind.Value);
        }

        // "The Ministry of Foreign Affairs of Kazakhstan".
        for (var i = noun + 1; i < name.End; i++)
            if (lexicon.Actors.At(document, i, name.End) is ({ Use: ActorUse.Country } country, _))
                return new Actor(country.Actor.Code, Text(document, name).ToString(), kind.Value);
        return null;
    }

    /// <summary>
    /// Whether a place named at <paramref name="head"/> does what a government does: it is the subject of a verb, the doer in a
    /// passive, one that is dealt with ("talks with Kyiv"), or the possessor of a word or deed ("Moscow's proposal").
    /// </summary>
    public bool ActsAsGovernment(Document document, DocumentSyntax syntax, int head)
    {
        const int MostConjuncts = 8;
        for (var k = 0; k < MostConjuncts && syntax.Relations[head] is Relation.Conj && syntax.Heads[head] >= 0; k++) head = syntax.Heads[head];
        var governor = syntax.Heads[head];
        if (governor < 0) return false;
        switch (syntax.Relations[head])
        {
            case Relation.Nsubj:
                return syntax.UniversalTags[governor] == UniversalTag.Verb
                    || syntax.Child(governor, Relation.Cop) >= 0 && syntax.UniversalTags[governor] == UniversalTag.Adj;
            case Relation.OblAgent:
                return true;
            case Relation.Obj:
            case Relation.Iobj:
                return grammar.ClassOf(syntax.Lemma(governor, stackalloc char[64])) == GrammarClass.Agentive;
            case Relation.Obl:
            case Relation.Nmod:
                var preposition = syntax.Child(head, Relation.Case);
                return preposition >= 0 && grammar.ClassOf(Lower(document, preposition, stackalloc char[32])) == GrammarClass.Agentive;
            case Relation.NmodPoss:
                Span<char> buffer = stackalloc char[64];
                var lemma = syntax.Lemma(governor, buffer);
                return reporting.ClassOf(lemma) != ReportingClass.None || lexicon.ClassOf(lemma) is NounClass.Document or NounClass.State
                    || lexicon.RoleOf(lemma) is "diplomat" or "spokesperson";
            default:
                return false;
        }
    }

    private static ReadOnlySpan<char> Text(Document document, TokenRange range) =>
        document.Text.AsSpan(document.Tokens.Starts[range.First], document.Tokens[range.End - 1].End - document.Tokens.Starts[range.First]);

    private static ReadOnlySpan<char> Lower(Document document, int i, Span<char> buffer)
    {
        var word = document.Tokens[i].In(document.Text);
        return word.Length > buffer.Length ? word : buffer[..word.ToLowerInvariant(buffer)];
    }
}
