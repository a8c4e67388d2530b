using System.Text.Json;
using Rapporteur.Text;

namespace Rapporteur.Training.Times;

/// <summary>A time expression as marked or found: where it stands in code points, its type and its value.</summary>
internal sealed record MarkedTime(int Start, int End, string Type, string Value);

/// <summary>An article with the time expressions that people marked in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text; empty in a file of predictions.</param>
/// <param name="Published">The day of publication.</param>
/// <param name="Times">What was marked.</param>
internal sealed record TimedArticle(string Id, string Text, PublicationDate? Published, IReadOnlyList<MarkedTime> Times)
{
    /// <summary>Reads articles from JSON Lines: <c>{"id", "published", "text", "timexes": [{"span", "type", "value"}]}</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not such an article.</exception>
    public static List<TimedArticle> ReadFile(string path)
    {
        var articles = new List<TimedArticle>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                articles.Add(Read(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"{path}:{number}: not an article with time expressions: {e.Message}", e);
            }
        }

        return articles;
    }

    /// <summary>The time expressions that the reader finds in the article.</summary>
    public IReadOnlyList<MarkedTime> Found(Reader reader)
    {
        var points = new CodePoints(Text);
        return
        [
            .. reader.Read(new Article(Text) { Published = Published }).Times.Select(time =>
            {
                var (start, end) = points.FromUtf16(time.Span);
                return new MarkedTime(start, end, time.Type.ToString().ToUpperInvariant(), time.Value);
            }),
        ];
    }

    private static TimedArticle Read(JsonElement json)
    {
        var published = json.TryGetProperty("published", out var date) && PublicationDate.TryParse(date.GetString(), out var day) ? day : default(PublicationDate?);
        var times = json.TryGetProperty("timexes", out var marked) && marked.ValueKind == JsonValueKind.Array
            ? marked.EnumerateArray().Select(t => new MarkedTime(t.GetProperty("span")[0].GetInt32(), t.GetProperty("span")[1].GetInt32(),
                t.GetProperty("type").GetString() ?? "", t.GetProperty("value").GetString() ?? "")).ToList()
            : [];
        return new TimedArticle(json.GetProperty("id").GetString()!, json.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "", published, times);
    }
}
