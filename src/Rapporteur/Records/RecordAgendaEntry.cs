using System.Collections.Immutable;
using Rapporteur.Events;
using Rapporteur.Text;

namespace Rapporteur.Records;

/// <summary>A scheduled happening in a record: see <see cref="AgendaEntry"/>.</summary>
/// <param name="What">The happening in the article's words.</param>
/// <param name="Form">Its form: meeting, virtual meeting, visit, vote, ...</param>
/// <param name="Participants">Who takes part.</param>
/// <param name="Date">When, as <c>times[].value</c> has it.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Evidence">The words for the happening, and those for its date.</param>
public sealed record RecordAgendaEntry(
    string What, string Form, ImmutableArray<RecordParticipant> Participants, string Date, RecordPhrase? Place, ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordAgendaEntry From(AgendaEntry entry, CodePoints points) => new(
        WellFormed.Of(entry.What.Text), WellFormed.Of(entry.Form),
        [.. entry.Participants.Select(p => new RecordParticipant(p.Entity, WellFormed.Of(p.Name), Record.Ranges([p.Evidence], points)))],
        entry.Date, RecordPhrase.From(entry.Place, points), Record.Ranges(entry.Evidence, points));
}

/// <summary>One who takes part in a scheduled happening.</summary>
/// <param name="Entity">The id of the entity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Evidence">Where it is named.</param>
public sealed record RecordParticipant(string Entity, string Name, ImmutableArray<CodePointRange> Evidence);
