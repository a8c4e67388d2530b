using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Ledger;
using Rapporteur.Text;

namespace Rapporteur.Records;

/// <summary>What a statement does, in a record: see <see cref="Ledger.Act"/>.</summary>
/// <param name="Kind">The act, as docs/acts.md names it.</param>
/// <param name="Cameo">Its CAMEO code.</param>
/// <param name="Plover">Its PLOVER event type, or null.</param>
/// <param name="Score">How sure the reader is, from 0 to 1.</param>
/// <param name="Evidence">The words that show it; empty where only the mood of the whole does.</param>
public sealed record RecordAct(
    [property: JsonConverter(typeof(SpeechActConverter))] SpeechAct Kind, string Cameo, string? Plover, double Score,
    ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordAct From(Act act, CodePoints points)
    {
        var codes = ActCodes.Of(act.Kind);
        return new(act.Kind, codes.Cameo, codes.Plover?.ToString().ToUpperInvariant(), act.Score, Record.Ranges(act.Evidence, points));
    }
}

/// <summary>What takes force from a statement, in a record.</summary>
/// <param name="Kind">hedged, negated, conditional or hypothetical.</param>
/// <param name="Evidence">The words that show it.</param>
public sealed record RecordQualifier(
    [property: JsonConverter(typeof(QualifierKindConverter))] QualifierKind Kind, ImmutableArray<CodePointRange> Evidence);

/// <summary>Whom a statement is addressed to or aimed at, in a record.</summary>
/// <param name="Entity">The id of the entity that it is, or null.</param>
/// <param name="Name">The words that name it.</param>
/// <param name="Evidence">Where they stand.</param>
public sealed record RecordCounterpart(string? Entity, string Name, ImmutableArray<CodePointRange> Evidence)
{
    internal static RecordCounterpart? From(Counterpart? counterpart, CodePoints points) => counterpart is null
        ? null : new(counterpart.Entity, WellFormed.Of(counterpart.Name), Record.Ranges([counterpart.Evidence], points));
}

/// <summary>A condition or consequence, in a record.</summary>
/// <param name="Evidence">Its words.</param>
/// <param name="By">The words that name who does or suffers it; empty where none do.</param>
public sealed record RecordClause(ImmutableArray<CodePointRange> Evidence, ImmutableArray<CodePointRange> By)
{
    internal static RecordClause? From(Clause? clause, CodePoints points) => clause is null
        ? null : new(Record.Ranges(clause.Evidence, points), clause.By is { } by ? Record.Ranges([by], points) : []);
}

internal sealed class SpeechActConverter()
    : JsonStringEnumConverter<SpeechAct>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class QualifierKindConverter()
    : JsonStringEnumConverter<QualifierKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
