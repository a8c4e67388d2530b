using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rapporteur.Archive.Exchange;

/// <summary>How exports write JSON: a value a line, letters of all scripts as themselves.</summary>
internal static class ExportJson
{
    /// <summary>A line.</summary>
    public static JsonWriterOptions Line { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
