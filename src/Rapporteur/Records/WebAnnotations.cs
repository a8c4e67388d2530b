using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rapporteur.Text;

namespace Rapporteur.Records;

/// <summary>
/// A record as a page of W3C Web Annotations in JSON-LD. Each statement gives an annotation of its content, of its source and
/// of its cue, and one that links the three. Positions count Unicode code points of the record's text; a quote with the words
/// around it finds the place again where the text is not at hand but the page is.
/// </summary>
/// <remarks>Web Annotation Data Model, W3C Recommendation of 23 February 2017: https://www.w3.org/TR/annotation-model/.</remarks>
public static class WebAnnotations
{
    private const string Context = "http://www.w3.org/ns/anno.jsonld";
    private const int CharactersAround = 32;

    /// <summary>The annotations of a record, as JSON-LD. The same record gives the same bytes.</summary>
    /// <param name="record">The record.</param>
    /// <param name="indented">Whether it is laid out for people; else it is one line.</param>
    public static byte[] From(Record record, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(record);
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options)) new Page(json, record).Write();
        return buffer.WrittenSpan.ToArray();
    }

    private sealed class Page(Utf8JsonWriter json, Record record)
    {
        private readonly string _text = record.Document.Text;
        private readonly CodePoints _points = new(record.Document.Text);

        // An annotation needs an address, and so does what it is about: the page's where it is known, else a name for the article.
        private readonly string _source = record.Document.Url is { Length: > 0 } url
            ? url
            : "urn:rapporteur:article:" + Uri.EscapeDataString(record.Document.Id ?? "");

        public void Write()
        {
            json.WriteStartObject();
            json.WriteString("@context", Context);
            json.WriteString("id", Id("annotations"));
            json.WriteString("type", "AnnotationPage");
            json.WriteStartArray("items");
            foreach (var statement in record.Statements) Write(statement);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Write(RecordStatement statement)
        {
            var kind = statement.Kind switch
            {
                Statements.StatementKind.Direct => "direct",
                Statements.StatementKind.Mixed => "mixed",
                _ => "indirect",
            };
            WriteMarked(statement, "content", statement.Content, statement.Speaker?.Name, ["content", kind]);
            if (!statement.Source.IsEmpty) WriteMarked(statement, "source", statement.Source, null, ["source"]);
            if (!statement.Cue.IsEmpty) WriteMarked(statement, "cue", statement.Cue, null, ["cue"]);
            if (statement.Source.IsEmpty && statement.Cue.IsEmpty) return;

            WriteHead(Id(statement.Id), "linking");
            json.WriteStartArray("body");
            if (!statement.Source.IsEmpty) json.WriteStringValue(Id($"{statement.Id}-source"));
            if (!statement.Cue.IsEmpty) json.WriteStringValue(Id($"{statement.Id}-cue"));
            json.WriteEndArray();
            json.WriteString("target", Id($"{statement.Id}-content"));
            json.WriteEndObject();
        }

        private void WriteMarked(RecordStatement statement, string role, ImmutableArray<CodePointRange> ranges, string? speaker, string[] tags)
        {
            WriteHead(Id($"{statement.Id}-{role}"), "tagging");
            json.WriteStartArray("body");
            foreach (var tag in tags) WriteBody(tag, "tagging");
            if (speaker is not null) WriteBody(speaker, "identifying");
            json.WriteEndArray();
            json.WriteStartArray("target");
            foreach (var range in ranges) WriteTarget(range);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteHead(string id, string motivation)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", "Annotation");
            json.WriteString("motivation", motivation);
            json.WriteStartObject("generator");
            json.WriteString("type", "Software");
            json.WriteString("name", $"{record.Reader.Name} {record.Reader.Version} ({record.Reader.Model})");
            json.WriteEndObject();
        }

        private void WriteBody(string value, string purpose)
        {
            json.WriteStartObject();
            json.WriteString("type", "TextualBody");
            json.WriteString("purpose", purpose);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        private void WriteTarget(CodePointRange range)
        {
            var span = _points.ToUtf16(range.Start, range.End);
            json.WriteStartObject();
            json.WriteString("source", _source);
            json.WriteStartArray("selector");
            json.WriteStartObject();
            json.WriteString("type", "TextPositionSelector");
            json.WriteNumber("start", range.Start);
            json.WriteNumber("end", range.End);
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "TextQuoteSelector");
            json.WriteString("exact", span.In(_text));
            json.WriteString("prefix", In(Math.Max(0, range.Start - CharactersAround), range.Start));
            json.WriteString("suffix", In(range.End, Math.Min(_points.Count, range.End + CharactersAround)));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private ReadOnlySpan<char> In(int start, int end) => _points.ToUtf16(start, end).In(_text);

        private string Id(string fragment) => $"{_source.Split('#')[0]}#rapporteur-{fragment}";
    }
}
