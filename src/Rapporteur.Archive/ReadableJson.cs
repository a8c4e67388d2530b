using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rapporteur.Archive;

/// <summary>How the archive writes JSON: characters as they are, lines that end in a line feed.</summary>
internal static class ReadableJson
{
    /// <summary>A source-generated context's options, for people to read or, not indented, a line each.</summary>
    public static JsonSerializerOptions Over(JsonSerializerOptions options, bool indented = true) => new(options)
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
