using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rapporteur.Archive.Comparison;

/// <summary>How verifications become JSON: camelCase keys in a fixed order, enums as words, letters of all scripts as themselves.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(VerdictConverter), typeof(AgreementConverter), typeof(DifferenceKindConverter)])]
[JsonSerializable(typeof(Verification))]
internal sealed partial class VerificationJson : JsonSerializerContext
{
    private static readonly Lazy<VerificationJson> CompactOnce = new(() => new VerificationJson(Formatted(indented: false)));
    private static readonly Lazy<VerificationJson> IndentedOnce = new(() => new VerificationJson(Formatted(indented: true)));

    public static VerificationJson Compact => CompactOnce.Value;

    public static VerificationJson Indented => IndentedOnce.Value;

    private static JsonSerializerOptions Formatted(bool indented) => new(Default.Options)
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

internal sealed class VerdictConverter() : JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class AgreementConverter() : JsonStringEnumConverter<SpeakerAgreement>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class DifferenceKindConverter() : JsonStringEnumConverter<DifferenceKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
