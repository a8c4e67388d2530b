using System.Collections.Immutable;
using Rapporteur.Events;
using Rapporteur.Text;

namespace Rapporteur.Records;

/// <summary>An event in a record: see <see cref="PoliticalEvent"/>.</summary>
/// <param name="Event">What was done, as PLOVER names it.</param>
/// <param name="Mode">How, or null.</param>
/// <param name="Context">What it is about.</param>
/// <param name="Source">Who did it.</param>
/// <param name="Target">To whom.</param>
/// <param name="Date">When, as <c>times[].value</c> has it, or null.</param>
/// <param name="Evidence">The words that make it this event.</param>
public sealed record RecordEvent(
    PloverEvent Event, string? Mode, ImmutableArray<string> Context, ImmutableArray<RecordEventActor> Source,
    ImmutableArray<RecordEventActor> Target, string? Date, ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordEvent From(PoliticalEvent found, CodePoints points) => new(
        found.Type, found.Mode, found.Contexts, [.. found.Source.Select(a => RecordEventActor.From(a, points))],
        [.. found.Target.Select(a => RecordEventActor.From(a, points))], found.Date, Record.Ranges(found.Evidence, points));
}

/// <summary>An actor of an event in a record.</summary>
/// <param name="Code">The code of the country or organisation.</param>
/// <param name="Entity">The id of the entity that it is, or null.</param>
/// <param name="Evidence">The words that it was read from.</param>
public sealed record RecordEventActor(string Code, string? Entity, ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordEventActor From(EventActor actor, CodePoints points) =>
        new(actor.Code, actor.Entity, Record.Ranges([actor.Evidence], points));
}
