using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rapporteur.Events;

namespace Rapporteur.Cli.Formats;

/// <summary>PLOVER: an event a line, in the shape of the gold standard records of openeventdata/PLOVER, with the sentence it was read from.</summary>
internal sealed class PloverFormat : IOutputFormat<Reading>
{
    // Codes of countries have three letters; what follows is the sector or the organisation.
    private const int CountryCode = 3;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Start => "";

    public string Between => "";

    public ReadOnlyMemory<byte> Render(Reading result)
    {
        using var stream = new MemoryStream();
        for (var i = 0; i < result.Events.Length; i++)
        {
            using (var json = new Utf8JsonWriter(stream, Options)) Write(json, result, result.Events[i], i + 1);
            stream.WriteByte((byte)'\n');
        }

        return stream.ToArray();
    }

    public string End() => "";

    private static void Write(Utf8JsonWriter json, Reading reading, PoliticalEvent found, int number)
    {
        var text = reading.Document.Text;
        json.WriteStartObject();
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{reading.Article.Id ?? "article"}-{number}"));
        json.WriteString("date", found.Date ?? reading.Article.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Write(json, "source", found.Source, text);
        Write(json, "target", found.Target, text);
        json.WriteString("event", found.Type.ToString().ToUpperInvariant());
        json.WriteString("eventText", string.Join(' ', found.Evidence.Select(span => text.Substring(span.Start, span.Length))));
        json.WriteString("mode", found.Mode);
        json.WriteString("context", string.Join(", ", found.Contexts));
        json.WriteString("text", Sentence(reading, found));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string role, ImmutableArray<EventActor> actors, string text)
    {
        json.WriteStartArray(role);
        foreach (var actor in actors)
        {
            json.WriteStartObject();
            json.WriteString("actorText", actor.Evidence.In(text));
            json.WriteString("code", actor.Code.AsSpan(0, Math.Min(CountryCode, actor.Code.Length)));
            if (actor.Code.Length > CountryCode) json.WriteString("sector", actor.Code.AsSpan(CountryCode));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Sentence(Reading reading, PoliticalEvent found)
    {
        var document = reading.Document;
        var token = document.Tokens.IndexAt(found.Evidence[0].Start);
        var sentence = document.Sentences.First(s => s.First <= token && token < s.End);
        return document.Text[document.Tokens.Starts[sentence.First]..document.Tokens[sentence.End - 1].End];
    }
}
