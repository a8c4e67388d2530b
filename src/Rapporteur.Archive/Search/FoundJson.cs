using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Store;
using Rapporteur.Text;

namespace Rapporteur.Archive.Search;

/// <summary>A page of what a query found, as JSON for programs. Ranges count code points of the content.</summary>
internal sealed record FoundPageJson(string Query, int Count, bool More, ImmutableArray<FoundStatementJson> Statements)
{
    public static FoundPageJson Of(StatementQuery query, FoundPage page) =>
        new(query.Text, page.Count, page.HasMore, [.. page.Statements.Select(FoundStatementJson.Of)]);

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, FoundJson.Readable.FoundPageJson), (byte)'\n'];
}

internal sealed record FoundStatementJson(
    string Statement, FoundArticleJson Article, string? Day, string Kind, bool Altered, double Score, string? Speaker, string? Role, string? Actor,
    ImmutableArray<string> Acts, string? Addressee, string? Target, string? Relay, string? Medium, string Content, ImmutableArray<int[]> Matches)
{
    public static FoundStatementJson Of(FoundStatement found)
    {
        var s = found.Statement;
        var points = new CodePoints(s.Content);
        return new FoundStatementJson(
            s.Name.ToString(), FoundArticleJson.Of(found.Article), s.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            JsonNamingPolicy.CamelCase.ConvertName(s.Kind.ToString()), s.Altered, s.Score, s.Speaker, s.Role, s.Actor,
            [.. s.Acts.Split(' ', StringSplitOptions.RemoveEmptyEntries)], s.Addressee, s.Target, s.Relay, s.Medium, s.Content,
            [.. found.Matches.Select(match => points.FromUtf16(match)).Select(range => new[] { range.Start, range.End })]);
    }
}

internal sealed record FoundArticleJson(long Id, string? Name, string? Title, string? Outlet, string? Url, string? Published)
{
    public static FoundArticleJson Of(StoredArticle article) =>
        new(article.Id, article.Name, article.Title, article.Outlet, article.Url, article.Published);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FoundPageJson))]
internal sealed partial class FoundJson : JsonSerializerContext
{
    private static readonly Lazy<FoundJson> Once = new(() => new FoundJson(ReadableJson.Over(Default!.Options)));

    public static FoundJson Readable => Once.Value;
}
