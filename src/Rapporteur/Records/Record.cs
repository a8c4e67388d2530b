using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rapporteur.Statements;
using Rapporteur.Text;
using Rapporteur.Wording;

namespace Rapporteur.Records;

/// <summary>
/// The record of one article, as written to JSON: see docs/record.md and docs/record.schema.json. All offsets count Unicode
/// code points of <see cref="RecordDocument.Text"/>. What is not known is null or empty.
/// </summary>
/// <param name="Document">The article.</param>
/// <param name="Entities">Whom and what it speaks of, by their first mention; then speakers that only their statements show to be entities.</param>
/// <param name="Statements">Who is said to have said what, in the order of the text.</param>
/// <param name="Quotations">The words in quotation marks, what the marks are for, and what the outlet altered.</param>
/// <param name="Voice">Whose voice sentences are in, loaded words, cues that take a side.</param>
/// <param name="Account">How much of the article is whose.</param>
/// <param name="Times">The words that tell when, how long or how often, in the order of the text.</param>
/// <param name="Events">Who did what to whom, in the order of the sentences, the main event of each first.</param>
/// <param name="Agenda">What the article says is to come, in the order of the text.</param>
/// <param name="Reader">Which reader made the record.</param>
public sealed record Record(
    RecordDocument Document,
    ImmutableArray<RecordEntity> Entities,
    ImmutableArray<RecordStatement> Statements,
    ImmutableArray<RecordQuotation> Quotations,
    RecordVoice Voice,
    RecordAccount Account,
    ImmutableArray<RecordTime> Times,
    ImmutableArray<RecordEvent> Events,
    ImmutableArray<RecordAgendaEntry> Agenda,
    ReaderIdentity Reader)
{
    /// <summary>The name and version of the shape of this record.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The schema that this version of the library writes.</summary>
    public const string CurrentSchema = "rapporteur/record/1";

    /// <summary>Makes the record of a reading, converting its UTF-16 spans to code points.</summary>
    public static Record From(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var points = new CodePoints(reading.Document.Text);
        var article = reading.Article;
        var document = new RecordDocument(
            WellFormed.OrNull(article.Id), WellFormed.OrNull(article.Title), WellFormed.OrNull(article.Byline),
            WellFormed.OrNull(article.Outlet), WellFormed.OrNull(article.Url), article.Published?.ToString(),
            article.Modified?.ToString(), WellFormed.OrNull(article.Language), WellFormed.Of(reading.Document.Text),
            Ranges(reading.Document.Body, points));
        return new Record(
            document, [.. reading.Entities.All.Select(e => RecordEntity.From(e, points))],
            [.. reading.Statements.Select(s => RecordStatement.From(s, StatementWording.Of(reading, s), points))],
            [.. reading.Passages.Select(p => RecordQuotation.From(p, points))],
            RecordVoice.From(reading.Voice, points), RecordAccount.From(reading.Voice.Account),
            [.. reading.Times.Select(t => RecordTime.From(t, points))],
            [.. reading.Events.Select(e => RecordEvent.From(e, points))],
            [.. reading.Agenda.Select(e => RecordAgendaEntry.From(e, points))], reading.Reader);
    }

    /// <summary>The record as JSON: one line, keys in a fixed order, the same bytes for the same record.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Compact.Record);

    /// <summary>The record as indented JSON, for people to read.</summary>
    public byte[] ToIndentedJson() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Indented.Record);

    /// <summary>Reads a record back from JSON.</summary>
    /// <exception cref="JsonException">It is not JSON, or not a record.</exception>
    public static Record FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, RecordJson.Compact.Record) ?? throw new JsonException("The JSON holds null, not a record.");

    internal static ImmutableArray<CodePointRange> Ranges(ImmutableArray<Span> spans, CodePoints points) =>
        [.. spans.Select(span => Range(span, points))];

    internal static CodePointRange Range(Span span, CodePoints points)
    {
        var (start, end) = points.FromUtf16(span);
        return new CodePointRange(start, end);
    }
}

/// <summary>The article in a record.</summary>
/// <param name="Id">The id as given, else the file's name.</param>
/// <param name="Title">The headline.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Its canonical address.</param>
/// <param name="Published">When it was published, ISO 8601.</param>
/// <param name="Modified">When it was last changed, ISO 8601.</param>
/// <param name="Language">Its language, BCP 47.</param>
/// <param name="Text">The whole text that all offsets count in.</param>
/// <param name="Body">The ranges of the text that are the article.</param>
public sealed record RecordDocument(
    string? Id, string? Title, string? Byline, string? Outlet, string? Url, string? Published, string? Modified,
    string? Language, string Text, ImmutableArray<CodePointRange> Body);

/// <summary>A stretch of a record's text, counted in Unicode code points; written as <c>[start,end]</c>, the end not included.</summary>
[JsonConverter(typeof(CodePointRangeConverter))]
public readonly record struct CodePointRange(int Start, int End);
