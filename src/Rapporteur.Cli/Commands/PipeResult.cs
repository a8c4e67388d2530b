using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rapporteur.Cli.Formats;
using Rapporteur.Ingest.JsonLines;

namespace Rapporteur.Cli.Commands;

/// <summary>
/// What a line of input came to: a record, or an error in its place. It depends on the line alone, not on where it stood, so that
/// an input in parts gives what the whole gives.
/// </summary>
internal readonly record struct PipeResult(byte[] Json, bool Failed)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the article of a line and writes what was read in <paramref name="format"/>, statements less sure than <paramref name="leastScore"/> left out.</summary>
    public static PipeResult Of(Line line, string format, double leastScore = 0)
    {
        string? id = null;
        try
        {
            var article = ArticleLine.Parse(line, out id);
            return new PipeResult(ReadingFormats.Line(format, Reader.English.Read(article, leastScore)), Failed: false);
        }
        catch (Exception e)
        {
            return new PipeResult(Error(id, Printable.OneLine(Problems.Describe(e))), Failed: true);
        }
    }

    private static byte[] Error(string? id, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("error", message);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
