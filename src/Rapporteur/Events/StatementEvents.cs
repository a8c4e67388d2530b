using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Entities;
using Rapporteur.Ledger;
using Rapporteur.Statements;
using Rapporteur.Text;

namespace Rapporteur.Events;

/// <summary>
/// What statements do, as events: who demands, threatens, promises or rejects, and toward whom. Only where both sides are actors,
/// and the act is done: not where it is denied or only thought of.
/// </summary>
internal sealed class StatementEvents(Clauses clauses, EntityIndex entities, EventActors actors)
{
    private readonly Dictionary<string, Entity> _byId = entities.All.ToDictionary(e => e.Id, StringComparer.Ordinal);

    /// <summary>The events of statements, each with the token that it stands at, in the order of the text.</summary>
    public List<(int At, PoliticalEvent Event)> Read(ImmutableArray<Statement> statements)
    {
        var found = new List<(int At, PoliticalEvent Event)>();
        foreach (var statement in statements)
        {
            var ledger = statement.Ledger;
            if (statement.Speaker is not { } speaker || (ledger.Addressee ?? ledger.Target) is not { } other) continue;
            if (ledger.Qualifiers.Any(q => q.Kind is QualifierKind.Negated or QualifierKind.Hypothetical)) continue;
            if (statement.Cue.Any(IsSupposed)) continue;
            if (ledger.Acts.FirstOrDefault(a => ActCodes.Of(a.Kind).Plover is not null && !a.Evidence.IsEmpty) is not { } act) continue;
            var source = Actors(speaker.Entity, speaker.Evidence[0], speaker.Affiliation?.Evidence);
            var target = Actors(other.Entity, other.Evidence, null);
            target.RemoveAll(t => source.Exists(s => s.Code == t.Code));
            if (source.Count == 0 || target.Count == 0) continue;
            found.Add((clauses.Document.Tokens.IndexAt(act.Evidence[0].Start), new PoliticalEvent(
                ActCodes.Of(act.Kind).Plover!.Value, null, [], [.. source], [.. target], statement.SaidOn?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), act.Evidence)));
        }

        found.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Event.Source[0].Evidence.CompareTo(b.Event.Source[0].Evidence));
        return found;
    }

    private bool IsSupposed(Span cue)
    {
        var tokens = clauses.Document.Tokens.Touching(cue);
        for (var i = tokens.First; i < tokens.End; i++) if (clauses.IsHypothetical(i)) return true;
        return false;
    }

    // The actor that it is; else those that its words name; else whose it is.
    private List<EventActor> Actors(string? id, Span words, Span? affiliation)
    {
        var found = new List<EventActor>();
        var entity = id is null ? null : _byId.GetValueOrDefault(id);
        if (entity?.Actor is { } actor) EventActors.AddActor(actor, words, entity, found);
        if (found.Count == 0) actors.Add(clauses.Document.Tokens.Touching(words), found);
        if (found.Count == 0 && affiliation is { } whose) actors.Add(clauses.Document.Tokens.Touching(whose), found);
        if (found.Count == 0 && entity?.Affiliation is { Actor: { } body } of) EventActors.AddActor(body, of.Evidence[0], entity, found);
        return found;
    }
}
