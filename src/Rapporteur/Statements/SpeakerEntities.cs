using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Statements;

/// <summary>
/// Every speaker is an entity: where the words that name a speaker are no mention of one yet ("a Kremlin press service"), they become
/// the first mention of a new entity.
/// </summary>
internal static class SpeakerEntities
{
    /// <summary>The entities with those of all speakers among them, and the statements whose speakers name theirs.</summary>
    public static (EntityIndex Entities, ImmutableArray<Statement> Statements) Add(Document document, EntityIndex entities, ImmutableArray<Statement> statements)
    {
        var added = new List<Entity>();
        var byName = new Dictionary<(string, SpeakerKind), string>();
        var named = ImmutableArray.CreateBuilder<Statement>(statements.Length);
        foreach (var statement in statements)
        {
            if (statement.Speaker is not { Entity: null } speaker)
            {
                named.Add(statement);
                continue;
            }

            if (!byName.TryGetValue((speaker.Name, speaker.Kind), out var id))
            {
                var tokens = document.Tokens.Touching(speaker.Evidence[0]);
                var head = entities.HeadOf(tokens);
                if (entities.AtHead(head) is { } known && known.Type == TypeOf(speaker.Kind))
                {
                    id = known.Id;
                }
                else
                {
                    id = $"e{entities.All.Length + added.Count + 1}";
                    added.Add(new Entity(id, speaker.Name, TypeOf(speaker.Kind), null, [], AffiliationOf(document, entities, tokens), null,
                        [new Mention(tokens, speaker.Evidence[0], head, MentionKind.Description)]));
                }

                byName.Add((speaker.Name, speaker.Kind), id);
            }

            named.Add(statement with { Speaker = speaker with { Entity = id } });
        }

        return (added.Count == 0 ? entities : entities.With(added), named.MoveToImmutable());
    }

    // "Kremlin press service": of the first actor that its words name.
    private static Affiliation? AffiliationOf(Document document, EntityIndex entities, TokenRange tokens)
    {
        foreach (var (mention, entity) in entities.In(tokens))
            if (entity.Actor is { } actor) return new Affiliation(mention.Span.In(document.Text).ToString(), actor, [mention.Span]);
        return null;
    }

    private static EntityType TypeOf(SpeakerKind kind) => kind switch
    {
        SpeakerKind.Person => EntityType.Person,
        SpeakerKind.Group => EntityType.Group,
        SpeakerKind.Document => EntityType.Document,
        _ => EntityType.Organization,
    };
}
