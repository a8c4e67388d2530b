using System.Text.Json;
using Rapporteur.Records;

namespace Rapporteur.Training.Comparison;

/// <summary>Articles of a corpus with their outlets and days, read by the reader.</summary>
internal static class DatedArticles
{
    /// <summary>The records of the articles of files of JSON Lines: <c>{"id", "publisher", "date", "title", "text"}</c>, in their order.</summary>
    /// <exception cref="InvalidDataException">A line is no such article.</exception>
    public static Record[] Read(IEnumerable<FileInfo> files)
    {
        var articles = files.SelectMany(file => File.ReadLines(file.FullName)).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Parse).ToList();
        var records = new Record[articles.Count];
        Parallel.For(0, articles.Count, i => records[i] = Record.From(Reader.English.Read(articles[i])));
        return records;
    }

    private static Article Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            string? Value(string key) => json.RootElement.TryGetProperty(key, out var value) ? value.GetString() : null;
            return new Article(Value("text") ?? throw new InvalidDataException("an article without a text"))
            {
                Id = Value("id"), Title = Value("title"), Outlet = Value("publisher"),
                Published = PublicationDate.TryParse(Value("date"), out var date) ? date : null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"not an article: {e.Message}", e);
        }
    }
}
