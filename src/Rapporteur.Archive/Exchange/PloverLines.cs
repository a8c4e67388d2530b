using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive.Exchange;

/// <summary>PLOVER: an event a line, in the shape of the gold standard records of openeventdata/PLOVER, with the sentence it was read from.</summary>
internal sealed class PloverLines(Stream stream) : IRecordExport
{
    // Codes of countries have three letters; what follows is the sector or the organisation.
    private const int CountryCode = 3;

    public void Write(Record record, long? article = null)
    {
        if (record.Events.IsEmpty) return;
        var text = new RecordText(record.Document.Text);
        var sentences = new RecordSentences(record);
        for (var i = 0; i < record.Events.Length; i++)
        {
            using (var json = new Utf8JsonWriter(stream, ExportJson.Line)) Write(json, record.Document, record.Events[i], i + 1, text, sentences);
            stream.WriteByte((byte)'\n');
        }
    }

    public void Complete()
    {
    }

    private static void Write(Utf8JsonWriter json, RecordDocument document, RecordEvent found, int number, RecordText text, RecordSentences sentences)
    {
        json.WriteStartObject();
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{document.Id ?? "article"}-{number}"));
        json.WriteString("date", found.Date ?? (PublicationDate.TryParse(document.Published, out var published)
            ? published.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null));
        Write(json, "source", found.Source, text);
        Write(json, "target", found.Target, text);
        json.WriteString("event", found.Event.ToString().ToUpperInvariant());
        json.WriteString("eventText", text[found.Evidence]);
        json.WriteString("mode", found.Mode);
        json.WriteString("context", string.Join(", ", found.Context));
        json.WriteString("text", sentences.Around(found.Evidence[0]));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string role, ImmutableArray<RecordEventActor> actors, RecordText text)
    {
        json.WriteStartArray(role);
        foreach (var actor in actors)
        {
            json.WriteStartObject();
            json.WriteString("actorText", text[actor.Evidence]);
            json.WriteString("code", actor.Code.AsSpan(0, Math.Min(CountryCode, actor.Code.Length)));
            if (actor.Code.Length > CountryCode) json.WriteString("sector", actor.Code.AsSpan(CountryCode));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
