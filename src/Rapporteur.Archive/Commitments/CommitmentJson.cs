using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Text;

namespace Rapporteur.Archive.Commitments;

/// <summary>A commitment as JSON for programs. Ranges of the article count code points of its text, those of links of the content.</summary>
/// <param name="Statement">The statement's name across the archive.</param>
/// <param name="Article">The number of the article that prints it first.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Url">Its address.</param>
/// <param name="Day">The day of the statement.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Actor">The code of the actor that the speaker is or speaks for.</param>
/// <param name="Acts">What it does, the surest first.</param>
/// <param name="Addressee">Whom it is said to or who is to act.</param>
/// <param name="Content">The words that are said to have been said.</param>
/// <param name="Evidence">The content in the article's text.</param>
/// <param name="Condition">What must happen first.</param>
/// <param name="Deadlines">By when.</param>
/// <param name="AlsoPrinted">The same words of the same days in other articles.</param>
/// <param name="Links">What the same speaker said before that it may restate or contradict: leads to look at, not verdicts.</param>
public sealed record CommitmentJson(
    string Statement, long Article, string? Outlet, string? Title, string? Url, string? Day, string? Speaker, string? Actor, ImmutableArray<string> Acts,
    string? Addressee, string Content, ImmutableArray<int[]> Evidence, PhraseJson? Condition, ImmutableArray<PhraseJson> Deadlines,
    ImmutableArray<string> AlsoPrinted, ImmutableArray<LinkJson> Links)
{
    /// <summary>A commitment as JSON.</summary>
    public static CommitmentJson Of(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
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
    internal static byte[] Array(IEnumerable<Commitment> commitments) =>
        [.. JsonSerializer.SerializeToUtf8Bytes([.. commitments.Select(Of)], LedgerJson.Readable.ImmutableArrayCommitmentJson), (byte)'\n'];
}

/// <summary>Words of an article.</summary>
/// <param name="Text">The words.</param>
/// <param name="Evidence">Where they stand in the article's text.</param>
public sealed record PhraseJson(string Text, ImmutableArray<int[]> Evidence)
{
    internal static PhraseJson Of(PhraseEvidence phrase) => new(phrase.Text, Pairs(phrase.Evidence));

    internal static ImmutableArray<int[]> Pairs(ImmutableArray<CodePointRange> ranges) => [.. ranges.Select(range => new[] { range.Start, range.End })];
}

/// <summary>That a commitment may restate or contradict an earlier one.</summary>
/// <param name="Relation">restates or contradicts.</param>
/// <param name="Earlier">The earlier statement's name.</param>
/// <param name="Overlap">How much of their words they share, 0 to 1.</param>
/// <param name="Shared">The words of the later one that both have.</param>
/// <param name="Negations">The words of the later one that deny.</param>
public sealed record LinkJson(string Relation, string Earlier, double Overlap, ImmutableArray<int[]> Shared, ImmutableArray<int[]> Negations);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<CommitmentJson>))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    private static readonly Lazy<LedgerJson> Once = new(() => new LedgerJson(ReadableJson.Over(Default!.Options)));

    public static LedgerJson Readable => Once.Value;
}
