using System.Text.Json.Nodes;
using Rapporteur.Tests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Rapporteur.Deploy.Tests.Files;

/// <summary>The documents of a YAML file in <c>deploy/</c>, anchors and merges resolved.</summary>
internal static class Yaml
{
    public static List<JsonNode> Documents(params string[] path)
    {
        var text = File.ReadAllText(Repository.File(["deploy", .. path]));
        var writer = new SerializerBuilder().JsonCompatible().Build();
        // Twice: what is merged may be said anew beside it, and is then no duplicate.
        _ = Read(new Parser(new StringReader(text)), new DeserializerBuilder().WithDuplicateKeyChecking().Build()).Count();
        return [.. Read(new MergingParser(new Parser(new StringReader(text))), new Deserializer()).Select(document => JsonNode.Parse(writer.Serialize(document))!)];
    }

    /// <summary>The texts of a list, or none.</summary>
    public static string[] Texts(this JsonNode? list) => [.. list?.AsArray().Select(item => (string)item!) ?? []];

    private static IEnumerable<object> Read(IParser parser, IDeserializer reader)
    {
        parser.Consume<StreamStart>();
        while (parser.Accept<DocumentStart>(out _)) yield return reader.Deserialize(parser)!;
    }
}
