using Rapporteur.Entities;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Events;

/// <summary>Finds the actors that a phrase names: countries and organisations in it, else what the article says its head belongs to.</summary>
internal sealed class EventActors(Document document, DocumentSyntax syntax, EntityIndex entities, ActorTable table)
{
    private const int LongestPhrase = 60;

    /// <summary>Adds the actors of the phrase that hangs on <paramref name="head"/>.</summary>
    /// <param name="head">The head of the phrase.</param>
    /// <param name="clauses">Whether clauses inside the phrase count as well.</param>
    /// <param name="found">Where to.</param>
    public void Add(int head, bool clauses, List<EventActor> found)
    {
        var before = found.Count;
        var range = syntax.Subtree(head);
        var end = Math.Min(range.End, head + LongestPhrase);
        for (var i = Math.Max(range.First, head - LongestPhrase); i < end;)
        {
            if (!clauses && i != head && IsClause(syntax.Relations[i]) && syntax.Subtree(i).First >= head)
            {
                i = Math.Max(i + 1, syntax.Subtree(i).End);
                continue;
            }

            var (name, tokens) = table.At(document, i, end);
            if (name is null)
            {
                i++;
                continue;
            }

            AddActor(name.Actor, Span.FromBounds(document.Tokens.Starts[i], document.Tokens[i + tokens - 1].End), entities.At(new TokenRange(i, i + tokens)), found);
            i += tokens;
        }

        if (found.Count == before) AddByEntity(head, range, found);
    }

    // "she", "Roe", "the Roe cabinet": whose country the article tells elsewhere.
    private void AddByEntity(int head, TokenRange range, List<EventActor> found)
    {
        if (entities.AtHead(head) is { } entity)
        {
            if (ActorOf(entity) is { } actor) AddActor(actor, document.Tokens[head], entity, found);
            return;
        }

        foreach (var (mention, named) in entities.In(new TokenRange(Math.Max(range.First, head - 4), Math.Min(range.End, head + 1))))
            if (mention.Kind == MentionKind.Name && ActorOf(named) is { } actor) AddActor(actor, mention.Span, named, found);
    }

    private static Actor? ActorOf(Entity entity) => entity.Actor ?? entity.Affiliation?.Actor;

    /// <summary>Whether the phrase that hangs on <paramref name="head"/> is someone: a person, a group, an organisation.</summary>
    public bool IsPeople(int head) => entities.AtHead(head) is { Type: EntityType.Person or EntityType.Group or EntityType.Organization };

    /// <summary>Adds the actors that are named in a range of tokens.</summary>
    public void Add(TokenRange range, List<EventActor> found)
    {
        var end = Math.Min(range.End, range.First + LongestPhrase);
        for (var i = range.First; i < end;)
        {
            var (name, tokens) = table.At(document, i, end);
            if (name is not null)
                AddActor(name.Actor, Span.FromBounds(document.Tokens.Starts[i], document.Tokens[i + tokens - 1].End), entities.At(new TokenRange(i, i + tokens)), found);
            i += Math.Max(1, tokens);
        }
    }

    private static bool IsClause(Relation relation) =>
        relation is Relation.Acl or Relation.AclRelcl or Relation.Advcl or Relation.AdvclRelcl or Relation.Ccomp or Relation.Parataxis;

    /// <summary>Adds an actor that is not there yet; not media and companies, for who prints the news is not whom it is about.</summary>
    public static void AddActor(Actor actor, Span where, Entity? entity, List<EventActor> found)
    {
        if (actor.Kind is ActorKind.Media or ActorKind.Company) return;
        foreach (var known in found)
            if (known.Code == actor.Code) return;
        found.Add(new EventActor(actor.Code, entity?.Id, where));
    }
}
