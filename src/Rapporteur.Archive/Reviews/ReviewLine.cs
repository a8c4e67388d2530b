using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Reviews;

/// <summary>A review as exports write it, a line of JSON: it names its article and version by what they are, and other reviews by their keys.</summary>
/// <param name="Schema">The name and version of the line's shape.</param>
/// <param name="Key">What the review is known by.</param>
/// <param name="Thread">The key of the first review of the same statement.</param>
/// <param name="Article">The key of its article, in hexadecimal.</param>
/// <param name="Version">The hash of what its version says, in hexadecimal.</param>
/// <param name="Kind">What is said.</param>
/// <param name="TakesBack">The key of the review that it takes back, or null.</param>
/// <param name="Reviewer">Who said it.</param>
/// <param name="At">When, ISO 8601 in UTC.</param>
/// <param name="Body">What exactly.</param>
public sealed record ReviewLine(
    string Schema, Guid Key, Guid Thread, string Article, string Version, ReviewKind Kind, Guid? TakesBack, string Reviewer, string At, ReviewBody Body)
{
    /// <summary>The schema that this version of the library writes.</summary>
    public const string CurrentSchema = "rapporteur/review/1";

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Whether a line of JSON is a review and not a record.</summary>
    public static bool IsOne(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            return json.Read() && json.Read() && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("schema"u8)
                && json.Read() && json.TokenType == JsonTokenType.String && json.GetString()!.StartsWith("rapporteur/review/", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is not JSON, or no review of this schema.</exception>
    public static ReviewLine Read(ReadOnlySpan<byte> line)
    {
        var review = JsonSerializer.Deserialize(line, ReviewJson.Compact.ReviewLine) ?? throw new JsonException("the JSON holds null, not a review");
        if (review.Schema != CurrentSchema) throw new JsonException($"its schema is {review.Schema}, not {CurrentSchema}");
        return review;
    }

    /// <summary>The line as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ReviewJson.Compact.ReviewLine);

    /// <summary>A time as lines write it.</summary>
    internal static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    /// <summary>When the review was made; null where the line does not say it as lines do.</summary>
    internal DateTimeOffset? MadeAt =>
        DateTimeOffset.TryParseExact(At, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>The lines of an article's reviews, in the order of writing.</summary>
    internal static ImmutableArray<ReviewLine> Of(Database database, long article)
    {
        var reviews = ReviewTable.Of(database, article);
        if (reviews.Count == 0) return [];
        var name = database.Query("SELECT a.key FROM articles a WHERE a.id = $1", row => row.Bytes(0), article)[0];
        var versions = database.Query("SELECT v.number, v.hash FROM versions v WHERE v.article = $1", row => (Number: row.GetInt32(0), Hash: row.Bytes(1)), article)
            .ToDictionary(version => version.Number, version => Convert.ToHexStringLower(version.Hash));
        var keys = reviews.ToDictionary(review => review.Id, review => review.Key);
        return
        [
            .. reviews.Select(review => new ReviewLine(
                CurrentSchema, review.Key, keys[review.Thread], Convert.ToHexStringLower(name), versions[review.Version], review.Kind,
                review.TakesBack is { } other ? keys[other] : null, review.Reviewer, Written(review.At), review.Body)),
        ];
    }
}
