using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rapporteur.Ingest;
using Rapporteur.Queue.Work;

namespace Rapporteur.Queue.Broker;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkerReport))]
[JsonSerializable(typeof(PageRange))]
[JsonSerializable(typeof(VersionToRead))]
internal sealed partial class QueueJson : JsonSerializerContext
{
    /// <summary>What a message holds.</summary>
    /// <exception cref="UnreadableInputException">Something else.</exception>
    public static T Read<T>(byte[] json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new UnreadableInputException("the message is empty");
        }
        catch (JsonException e)
        {
            throw new UnreadableInputException($"the message is not what its kind says: {e.Message}", e);
        }
    }
}
