using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>How reviews become JSON: camelCase keys in a fixed order, enums as words, letters of all scripts as themselves.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReviewKindConverter), typeof(SpeechActConverter)])]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(ReviewLine))]
[JsonSerializable(typeof(ReviewedArticleLine))]
[JsonSerializable(typeof(AgreementReport))]
internal sealed partial class ReviewJson : JsonSerializerContext
{
    private static readonly Lazy<ReviewJson> Once = new(() => new ReviewJson(new JsonSerializerOptions(ReadableJson.Over(Default!.Options, indented: false))
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
    }));

    public static ReviewJson Compact => Once.Value;

    public static string Text(Annotation annotation) => JsonSerializer.Serialize(annotation, Compact.Annotation);

    public static byte[] Bytes(ReviewBody body) => JsonSerializer.SerializeToUtf8Bytes(body, Compact.ReviewBody);

    public static ReviewBody Body(byte[] bytes) => JsonSerializer.Deserialize(bytes, Compact.ReviewBody) ?? throw new JsonException("a review says nothing");
}

internal sealed class ReviewKindConverter() : JsonStringEnumConverter<ReviewKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
