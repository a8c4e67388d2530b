using System.Text.Json;

namespace Rapporteur.Training.Sourcing;

/// <summary>An article with the table of sources that people, or a reader, made of it.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Article">The article, where the file holds its text.</param>
/// <param name="Rows">The table.</param>
internal sealed record SourcedArticle(string Id, Article? Article, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>Reads tables from JSON Lines: <c>{"id", "text", "sources": [{"statement", "type", "name", "title", "justification"}]}</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not such a table.</exception>
    public static List<SourcedArticle> ReadFile(string path)
    {
        var articles = new List<SourcedArticle>();
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
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path}:{number}: not an article with its sources: {e.Message}", e);
            }
        }

        return articles;
    }

    private static SourcedArticle Read(JsonElement json)
    {
        var id = json.GetProperty("id").GetString() ?? "";
        PublicationDate? published = PublicationDate.TryParse(Text(json, "date"), out var date) ? date : null;
        var article = json.TryGetProperty("text", out var text)
            ? new Article(text.GetString()!) { Id = id, Outlet = Text(json, "publisher"), Title = Text(json, "title"), Published = published }
            : null;
        return new SourcedArticle(id, article, [.. json.GetProperty("sources").EnumerateArray().Select(row => new SourceRow(
            Text(row, "statement") ?? "", Text(row, "type") ?? "", Text(row, "name") ?? "", Text(row, "title") ?? "", Text(row, "justification") ?? ""))]);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A row of a table of sources.</summary>
internal sealed record SourceRow(string Statement, string Type, string Name, string Title, string Justification);
