using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Text;

namespace Rapporteur.Records;

/// <summary>An entity in a record: see <see cref="Entity"/>.</summary>
/// <param name="Id">Its name within the record.</param>
/// <param name="Name">The fullest name or description that the article gives.</param>
/// <param name="Type">person, organization, place, group, document or other.</param>
/// <param name="Gender">female or male; null where the text shows none.</param>
/// <param name="Roles">What the article says it is.</param>
/// <param name="Affiliation">What it belongs to, or null.</param>
/// <param name="Actor">The actor that it is or stands for, or null.</param>
/// <param name="Mentions">Where it is mentioned.</param>
public sealed record RecordEntity(
    string Id, string Name, EntityType Type, Gender? Gender, ImmutableArray<RecordRole> Roles, RecordAffiliation? Affiliation,
    RecordActor? Actor, ImmutableArray<CodePointRange> Mentions)
{
    internal static RecordEntity From(Entity entity, CodePoints points) => new(
        entity.Id, WellFormed.Of(entity.Name), entity.Type, entity.Gender,
        [.. entity.Roles.Select(r => new RecordRole(WellFormed.Of(r.Title), Record.Ranges(r.Evidence, points)))],
        entity.Affiliation is { } a ? new RecordAffiliation(WellFormed.Of(a.Name), RecordActor.From(a.Actor), Record.Ranges(a.Evidence, points)) : null,
        RecordActor.From(entity.Actor), Record.Ranges([.. entity.Mentions.Select(m => m.Span)], points));
}

/// <summary>A role in a record: see <see cref="Role"/>.</summary>
/// <param name="Title">The role, in the article's words.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record RecordRole(string Title, ImmutableArray<CodePointRange> Evidence);

/// <summary>An affiliation in a record: see <see cref="Affiliation"/>.</summary>
/// <param name="Name">The organisation or country, in the article's words.</param>
/// <param name="Actor">The actor, or null.</param>
/// <param name="Evidence">Where it stands.</param>
public sealed record RecordAffiliation(string Name, RecordActor? Actor, ImmutableArray<CodePointRange> Evidence);

/// <summary>An actor in a record: see <see cref="Entities.Actor"/>.</summary>
/// <param name="Code">ISO 3166 alpha-3 of its country; else a CAMEO code or acronym.</param>
/// <param name="Name">Its full name in the actor table.</param>
/// <param name="Kind">What sort of actor it is.</param>
public sealed record RecordActor(string Code, string Name, ActorKind Kind)
{
    internal static RecordActor? From(Actor? actor) => actor is null ? null : new RecordActor(actor.Code, WellFormed.Of(actor.Name), actor.Kind);
}
