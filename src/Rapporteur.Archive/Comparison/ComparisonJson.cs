using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Records;

namespace Rapporteur.Archive.Comparison;

/// <summary>How verifications and comparisons become JSON: camelCase keys in a fixed order, enums as words, letters of all scripts as themselves.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(VerdictConverter), typeof(AgreementConverter), typeof(DifferenceKindConverter), typeof(VariantKindConverter), typeof(WordingKindConverter), typeof(StatementKindConverter)])]
[JsonSerializable(typeof(Verification))]
[JsonSerializable(typeof(StatementComparison))]
internal sealed partial class ComparisonJson : JsonSerializerContext
{
    private static readonly Lazy<ComparisonJson> CompactOnce = new(() => new ComparisonJson(ReadableJson.Over(Default!.Options, indented: false)));
    private static readonly Lazy<ComparisonJson> IndentedOnce = new(() => new ComparisonJson(ReadableJson.Over(Default!.Options)));

    public static ComparisonJson Compact => CompactOnce.Value;

    public static ComparisonJson Indented => IndentedOnce.Value;
}

internal sealed class VerdictConverter() : JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class AgreementConverter() : JsonStringEnumConverter<SpeakerAgreement>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class DifferenceKindConverter() : JsonStringEnumConverter<DifferenceKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class VariantKindConverter() : JsonStringEnumConverter<VariantKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class WordingKindConverter() : JsonStringEnumConverter<WordingKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
