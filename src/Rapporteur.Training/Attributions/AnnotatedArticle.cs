using System.Text.Json;
using Rapporteur.Text;

namespace Rapporteur.Training.Attributions;

/// <summary>An article with the attributions that people marked in it.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Text">Its text.</param>
/// <param name="Attributions">What was marked, spans in UTF-16 units.</param>
internal sealed record AnnotatedArticle(string Id, string Text, IReadOnlyList<MarkedAttribution> Attributions)
{
    /// <summary>Reads articles from JSON Lines: <c>{"id", "text", "attributions": [{"source", "cue", "content"}]}</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="texts">Where given, the texts by id, for a file that holds only ids and attributions.</param>
    /// <exception cref="InvalidDataException">A line is not such an article.</exception>
    public static List<AnnotatedArticle> ReadFile(string path, IReadOnlyDictionary<string, string>? texts = null)
    {
        var articles = new List<AnnotatedArticle>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                articles.Add(Read(json.RootElement, texts));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
            {
                throw new InvalidDataException($"{path}:{number}: not an annotated article: {e.Message}", e);
            }
        }

        return articles;
    }

    private static AnnotatedArticle Read(JsonElement json, IReadOnlyDictionary<string, string>? texts)
    {
        var text = texts is null ? json.GetProperty("text").GetString()! : texts[json.GetProperty("id").GetString()!];
        var points = new CodePoints(text);
        var attributions = json.GetProperty("attributions").EnumerateArray()
            .Select(a => new MarkedAttribution(Spans(a, "source", points), Spans(a, "cue", points), Spans(a, "content", points)));
        return new AnnotatedArticle(json.GetProperty("id").GetString()!, text, [.. attributions]);
    }

    private static Span[] Spans(JsonElement attribution, string role, CodePoints points) =>
        attribution.TryGetProperty(role, out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(s => points.ToUtf16(s[0].GetInt32(), s[1].GetInt32()))]
            : [];
}

/// <summary>One attribution as marked: spans in UTF-16 units, several where interrupted, none where absent.</summary>
internal sealed record MarkedAttribution(IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content);
