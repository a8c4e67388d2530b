using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Entities;
using Rapporteur.Events;
using Rapporteur.Statements;
using Rapporteur.Times;

namespace Rapporteur.Records;

/// <summary>How records become JSON: camelCase keys, enums as lower-case words, letters of all scripts as themselves.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(StatementKindConverter), typeof(SpeakerKindConverter), typeof(SourceTypeConverter), typeof(TimeTypeConverter),
        typeof(TimeModConverter),
        typeof(PloverEventConverter), typeof(EntityTypeConverter), typeof(GenderConverter), typeof(ActorKindConverter),
    ])]
[JsonSerializable(typeof(Record))]
[JsonSerializable(typeof(SourcingTable))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    // Lazy: the generated half of this class makes Default, and which half is initialised first is the compiler's choice.
    private static readonly Lazy<RecordJson> CompactOnce = new(() => new RecordJson(Formatted(indented: false)));
    private static readonly Lazy<RecordJson> IndentedOnce = new(() => new RecordJson(Formatted(indented: true)));

    public static RecordJson Compact => CompactOnce.Value;

    public static RecordJson Indented => IndentedOnce.Value;

    // Records are files and responses of their own, never pasted into HTML, so only what JSON itself forbids is escaped.
    private static JsonSerializerOptions Formatted(bool indented) => new(Default.Options)
    {
        WriteIndented = indented,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

internal sealed class StatementKindConverter()
    : JsonStringEnumConverter<StatementKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class SpeakerKindConverter()
    : JsonStringEnumConverter<SpeakerKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class SourceTypeConverter()
    : JsonStringEnumConverter<SourceType>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

// As TIMEX3 writes them: DATE, EQUAL_OR_LESS.
internal sealed class TimeTypeConverter()
    : JsonStringEnumConverter<TimeType>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);

internal sealed class TimeModConverter()
    : JsonStringEnumConverter<TimeMod>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);

internal sealed class EntityTypeConverter()
    : JsonStringEnumConverter<EntityType>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class GenderConverter()
    : JsonStringEnumConverter<Gender>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed class ActorKindConverter()
    : JsonStringEnumConverter<ActorKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

// As PLOVER writes them: AGREE.
internal sealed class PloverEventConverter()
    : JsonStringEnumConverter<PloverEvent>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false);

internal sealed class CodePointRangeConverter : JsonConverter<CodePointRange>
{
    public override CodePointRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A range is [start, end].");
        reader.Read();
        var start = reader.GetInt32();
        reader.Read();
        var end = reader.GetInt32();
        reader.Read();
        if (reader.TokenType != JsonTokenType.EndArray || start < 0 || end < start) throw new JsonException("A range is [start, end].");
        return new CodePointRange(start, end);
    }

    public override void Write(Utf8JsonWriter writer, CodePointRange value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
