using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NJsonSchema;
using Rapporteur.Records;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Tests.Records;

/// <summary>Holds docs/record.schema.json and the records that are written together.</summary>
public sealed class RecordSchemaTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() =>
        JsonSchema.FromFileAsync(Repository.File("docs", "record.schema.json")).GetAwaiter().GetResult());

    [Fact]
    public void Records_of_news_are_valid()
    {
        for (var number = 0; number < 20; number++) AssertValid(Json(new Article(News.Article(number))));
    }

    [Fact]
    public void A_record_of_an_article_with_all_that_can_be_known_is_valid() => AssertValid(Json(Full));

    [Fact]
    public void The_record_of_any_text_is_valid() =>
        NastyText.Any.Sample(text => AssertValid(Json(new Article(text))), iter: 100);

    [Fact]
    public void A_record_without_one_of_its_keys_is_not_valid()
    {
        foreach (var path in Objects(JsonNode.Parse(Json(Full))!).ToList())
        {
            foreach (var key in path.Object.Select(p => p.Key).ToList())
            {
                var value = path.Object[key];
                path.Object.Remove(key);
                Assert.True(Schema.Value.Validate(path.Root.ToJsonString()).Count > 0, $"{path.Name}.{key} is not required by the schema");
                path.Object[key] = value;
            }

            path.Object["unknown"] = 1;
            Assert.True(Schema.Value.Validate(path.Root.ToJsonString()).Count > 0, $"{path.Name} may hold other keys by the schema");
            path.Object.Remove("unknown");
        }
    }

    [Theory]
    [InlineData("schema", "\"rapporteur/record/0\"")]
    [InlineData("statements.0.kind", "\"spoken\"")]
    [InlineData("statements.0.content", "[]")]
    [InlineData("statements.0.content", "[[1,2,3]]")]
    [InlineData("statements.0.content", "[[-1,2]]")]
    [InlineData("statements.0.score", "1.5")]
    [InlineData("statements.0.speaker", "\"Ilse Marrow\"")]
    [InlineData("statements.0.id", "\"1\"")]
    [InlineData("document.published", "\"yesterday\"")]
    public void A_record_with_a_wrong_value_is_not_valid(string path, string value)
    {
        var root = JsonNode.Parse(Json(Full))!;
        var parts = path.Split('.');
        var node = root;
        foreach (var part in parts[..^1]) node = int.TryParse(part, out var index) ? node[index]! : node[part]!;
        Assert.Empty(Schema.Value.Validate(root.ToJsonString()));
        node[parts[^1]] = JsonNode.Parse(value);
        Assert.NotEmpty(Schema.Value.Validate(root.ToJsonString()));
    }

    [Fact]
    public void The_guide_names_every_key()
    {
        var guide = File.ReadAllText(Repository.File("docs", "record.md"));
        foreach (var path in Objects(JsonNode.Parse(Json(Full))!))
            foreach (var key in path.Object.Select(p => p.Key))
                Assert.True(guide.Contains($"`{key}`", StringComparison.Ordinal) || guide.Contains($".{key}`", StringComparison.Ordinal),
                    $"docs/record.md does not name '{key}' of {path.Name}");
    }

    private static Article Full => new(News.Article(3))
    {
        Id = "veldmark-1", Title = "Veldmark", Byline = "Ana Ruiz", Outlet = "The Port Gazette", Url = "https://example.org/veldmark",
        Published = new PublicationDate(new DateTimeOffset(2024, 3, 4, 9, 30, 0, TimeSpan.FromHours(1))),
        Modified = new PublicationDate(new DateOnly(2024, 3, 5)), Language = "en-GB",
    };

    private static string Json(Article article) => Encoding.UTF8.GetString(Record.From(Reader.English.Read(article)).ToJson());

    private static void AssertValid(string json) =>
        Assert.True(Schema.Value.Validate(json) is { Count: 0 }, string.Join("\n", Schema.Value.Validate(json)) + "\n" + json);

    private static IEnumerable<(JsonNode Root, string Name, JsonObject Object)> Objects(JsonNode root) =>
        Below(root, "record").Select(found => (root, found.Name, found.Object));

    // The first of each list stands for the rest.
    private static IEnumerable<(string Name, JsonObject Object)> Below(JsonNode node, string name)
    {
        if (node is JsonArray { Count: > 0 } list && list[0] is { } first)
        {
            foreach (var found in Below(first, name + "[]")) yield return found;
        }
        else if (node is JsonObject value)
        {
            yield return (name, value);
            foreach (var (key, child) in value.ToList())
                if (child is not null)
                    foreach (var found in Below(child, $"{name}.{key}")) yield return found;
        }
    }
}
