using System.Text.Json.Serialization;

namespace Rapporteur.Queue.Broker;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkerReport))]
internal sealed partial class QueueJson : JsonSerializerContext;
