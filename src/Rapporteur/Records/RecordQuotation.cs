using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Records;

/// <summary>Words in quotation marks in a record: see <see cref="QuotedPassage"/>.</summary>
/// <param name="Range">The words with their marks.</param>
/// <param name="Use">whole, partial, scare or name.</param>
/// <param name="Statement">The id of the statement in whose content they stand, or null.</param>
/// <param name="Alterations">What the outlet did inside, in order.</param>
/// <param name="AsPrinted">The words without their marks.</param>
/// <param name="AsSpoken">The same without the outlet's alterations.</param>
public sealed record RecordQuotation(
    CodePointRange Range, [property: JsonConverter(typeof(QuotationUseConverter))] QuotationUse Use, string? Statement,
    ImmutableArray<RecordAlteration> Alterations, string AsPrinted, string AsSpoken)
{
    internal static RecordQuotation From(QuotedPassage passage, CodePoints points) => new(
        Record.Range(passage.Span, points), passage.Use, passage.Statement,
        [.. passage.Alterations.Select(a => RecordAlteration.From(a, points))],
        WellFormed.Of(passage.AsPrinted), WellFormed.Of(passage.AsSpoken));
}

/// <summary>An alteration in a record: see <see cref="Alteration"/>.</summary>
/// <param name="Kind">case, supplied, ending, substituted, comment, ellipsis or own.</param>
/// <param name="Range">The brackets with what they hold, or the dots.</param>
/// <param name="Score">How sure the reader is of the kind, from 0 to 1.</param>
public sealed record RecordAlteration(
    [property: JsonConverter(typeof(AlterationKindConverter))] AlterationKind Kind, CodePointRange Range, double Score)
{
    internal static RecordAlteration From(Alteration alteration, CodePoints points) =>
        new(alteration.Kind, Record.Range(alteration.Span, points), alteration.Score);
}

internal sealed class AlterationKindConverter()
    : JsonStringEnumConverter<AlterationKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class QuotationUseConverter()
    : JsonStringEnumConverter<QuotationUse>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
