using System.Collections.Immutable;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Events;

/// <summary>Who takes part in a scheduled happening.</summary>
/// <param name="Entity">The id of the entity in the reading.</param>
/// <param name="Name">Its name.</param>
/// <param name="Evidence">Where it is named.</param>
public sealed record Participant(string Entity, string Name, Span Evidence);

/// <summary>A happening that the article says is to come. Spans count in UTF-16 units.</summary>
/// <param name="What">The happening in the article's words.</param>
/// <param name="Form">What form it has: <c>meeting</c>, <c>virtual meeting</c>, <c>visit</c>, <c>vote</c>, ...</param>
/// <param name="Participants">Who takes part, as far as the clause tells.</param>
/// <param name="Date">When: <see cref="Times.TimeExpression.Value"/> of the words that say so.</param>
/// <param name="Place">Where; null where the clause does not tell.</param>
/// <param name="Evidence">The words for the happening, and those for its date.</param>
public sealed record AgendaEntry(
    Phrase What, string Form, ImmutableArray<Participant> Participants, string Date, Phrase? Place, ImmutableArray<Span> Evidence);
