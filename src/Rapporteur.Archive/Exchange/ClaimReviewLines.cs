using System.Globalization;
using System.Text.Json;
using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Archive.Exchange;

/// <summary>
/// Skeletons of schema.org ClaimReview (JSON-LD), one for each statement of a named speaker: who claimed what, when, and where it
/// was printed. What a fact checker finds (review, rating, its author and day) is there and null.
/// </summary>
internal sealed class ClaimReviewLines(Stream stream) : IRecordExport
{
    public void Write(Record record, long? article = null)
    {
        var text = new RecordText(record.Document.Text);
        foreach (var statement in record.Statements)
        {
            if (statement.Speaker is not { Anonymous: null } speaker) continue;
            using (var json = new Utf8JsonWriter(stream, ExportJson.Line)) Write(json, record.Document, statement, speaker, text[statement.Content], article);
            stream.WriteByte((byte)'\n');
        }
    }

    public void Complete()
    {
    }

    private static void Write(Utf8JsonWriter json, RecordDocument document, RecordStatement statement, RecordSpeaker speaker, string content, long? article)
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "ClaimReview");
        json.WriteString("identifier", article is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}#{statement.Id}") : $"{document.Id}#{statement.Id}");
        json.WriteString("claimReviewed", statement.AsSpoken ?? content);
        json.WriteStartObject("itemReviewed");
        json.WriteString("@type", "Claim");
        json.WriteString("text", statement.AsSpoken ?? content);
        json.WriteStartObject("author");
        json.WriteString("@type", speaker.Kind == SpeakerKind.Person ? "Person" : "Organization");
        json.WriteString("name", speaker.Name);
        if (speaker.Kind == SpeakerKind.Person && speaker.Role is { } role) json.WriteString("jobTitle", role.Text);
        json.WriteEndObject();
        if (statement.SaidOn?.Date is { } day) json.WriteString("datePublished", day);
        WriteAppearance(json, document);
        json.WriteEndObject();
        foreach (var open in (ReadOnlySpan<string>)["author", "datePublished", "url"]) json.WriteNull(open);
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        foreach (var open in (ReadOnlySpan<string>)["ratingValue", "bestRating", "worstRating", "alternateName"]) json.WriteNull(open);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAppearance(Utf8JsonWriter json, RecordDocument document)
    {
        json.WriteStartObject("appearance");
        json.WriteString("@type", "NewsArticle");
        if (document.Url is { } url) json.WriteString("url", url);
        if (document.Title is { } title) json.WriteString("headline", title);
        if (document.Published is { } published) json.WriteString("datePublished", published);
        if (document.Outlet is { } outlet)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", outlet);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
