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

/// <summary>A statement that a query found, as JSON.</summary>
/// <param name="Statement">Its name across the archive: 17#s3.</param>
/// <param name="Article">The article that holds it.</param>
/// <param name="Day">The day it was made on, else that of publication; null where neither is known.</param>
/// <param name="Kind">direct, mixed or indirect.</param>
/// <param name="Altered">Whether the outlet altered something inside its quotations.</param>
/// <param name="Score">How sure the reader is, 0 to 1.</param>
/// <param name="Speaker">Who said it; null where the article does not tell.</param>
/// <param name="Role">What the speaker is and of what body, in the article's words.</param>
/// <param name="Actor">The code of the actor that the speaker is or speaks for.</param>
/// <param name="Acts">What it does, the surest first: promise, threaten, demand, ...</param>
/// <param name="Addressee">Whom it is said to or who is to act.</param>
/// <param name="Target">Whom or what it is about.</param>
/// <param name="Relay">Who passed it on, the one nearest to the speaker first.</param>
/// <param name="Medium">What it was made in.</param>
/// <param name="Content">The words that are said to have been said.</param>
/// <param name="Matches">The words of the content that were looked for: ranges in its code points.</param>
public sealed record FoundStatementJson(
    string Statement, FoundArticleJson Article, string? Day, string Kind, bool Altered, double Score, string? Speaker, string? Role, string? Actor,
    ImmutableArray<string> Acts, string? Addressee, string? Target, string? Relay, string? Medium, string Content, ImmutableArray<int[]> Matches)
{
    /// <summary>A found statement as JSON.</summary>
    public static FoundStatementJson Of(FoundStatement found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var s = found.Statement;
        var points = new CodePoints(s.Content);
        return new FoundStatementJson(
            s.Name.ToString(), FoundArticleJson.Of(found.Article), s.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            JsonNamingPolicy.CamelCase.ConvertName(s.Kind.ToString()), s.Altered, s.Score, s.Speaker, s.Role, s.Actor,
            [.. s.Acts.Split(' ', StringSplitOptions.RemoveEmptyEntries)], s.Addressee, s.Target, s.Relay, s.Medium, s.Content,
            [.. found.Matches.Select(match => points.FromUtf16(match)).Select(range => new[] { range.Start, range.End })]);
    }
}

/// <summary>The article that holds a found statement, as JSON.</summary>
/// <param name="Id">Its number in the archive.</param>
/// <param name="Name">The caller's name for it.</param>
/// <param name="Title">The headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Its canonical address.</param>
/// <param name="Published">When it was published, ISO 8601.</param>
public sealed record FoundArticleJson(long Id, string? Name, string? Title, string? Outlet, string? Url, string? Published)
{
    internal static FoundArticleJson Of(StoredArticle article) =>
        new(article.Id, article.Name, article.Title, article.Outlet, article.Url, article.Published);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FoundPageJson))]
internal sealed partial class FoundJson : JsonSerializerContext
{
    private static readonly Lazy<FoundJson> Once = new(() => new FoundJson(ReadableJson.Over(Default!.Options)));

    public static FoundJson Readable => Once.Value;
}
