using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Commitments;

/// <summary>A commitment as JSON for programs. Ranges of the article count code points of its text, those of links of the content.</summary>
internal sealed record CommitmentJson(
    string Statement, long Article, string? Outlet, string? Title, string? Url, string? Day, string? Speaker, string? Actor, ImmutableArray<string> Acts,
    string? Addressee, string Content, ImmutableArray<int[]> Evidence, PhraseJson? Condition, ImmutableArray<PhraseJson> Deadlines,
    ImmutableArray<string> AlsoPrinted, ImmutableArray<LinkJson> Links)
{
    public static CommitmentJson Of(Commitment commitment)
    {
        var (s, article) = (commitment.Statement, commitment.Article);
        var points = new CodePoints(s.Content);
        ImmutableArray<int[]> InContent(ImmutableArray<Span> spans) => [.. spans.Select(span => points.FromUtf16(span)).Select(range => new[] { range.Start, range.End })];
        return new CommitmentJson(
            s.Name.ToString(), article.Id, article.Outlet, article.Title, article.Url, s.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Speaker, s.Actor,
            [.. s.Acts.Split(' ', StringSplitOptions.RemoveEmptyEntries)], s.Addressee, s.Content, PhraseJson.Pairs(commitment.Evidence),
            commitment.Condition is { } condition ? PhraseJson.Of(condition) : null, [.. commitment.Deadlines.Select(PhraseJson.Of)],
            [.. commitment.AlsoPrinted.Select(name => name.ToString())],
            [.. commitment.Links.Select(link => new LinkJson(
                JsonNamingPolicy.CamelCase.ConvertName(link.Relation.ToString()), link.Earlier.ToString(), Math.Round(link.Overlap, 3),
                InContent(link.Shared), InContent(link.Negations)))]);
    }

    /// <summary>Commitments as an indented array.</summary>
    public static byte[] Array(IEnumerable<Commitment> commitments) =>
        [.. JsonSerializer.SerializeToUtf8Bytes([.. commitments.Select(Of)], LedgerJson.Readable.ImmutableArrayCommitmentJson), (byte)'\n'];
}

internal sealed record PhraseJson(string Text, ImmutableArray<int[]> Evidence)
{
    public static PhraseJson Of(PhraseEvidence phrase) => new(phrase.Text, Pairs(phrase.Evidence));

    public static ImmutableArray<int[]> Pairs(ImmutableArray<CodePointRange> ranges) => [.. ranges.Select(range => new[] { range.Start, range.End })];
}

internal sealed record LinkJson(string Relation, string Earlier, double Overlap, ImmutableArray<int[]> Shared, ImmutableArray<int[]> Negations);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<CommitmentJson>))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    private static readonly Lazy<LedgerJson> Once = new(() => new LedgerJson(ReadableJson.Over(Default!.Options)));

    public static LedgerJson Readable => Once.Value;
}
