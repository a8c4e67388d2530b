using System.Text.Json;

namespace Rapporteur.Training.Events;

/// <summary>An event as marked or found: its PLOVER name, and the codes of its actors.</summary>
internal sealed record MarkedEvent(string Type, IReadOnlyList<string> Source, IReadOnlyList<string> Target);

/// <summary>A sentence with its main event, as people coded it; of a file of predictions, with all events found.</summary>
internal sealed record CodedRecord(string Id, string Text, PublicationDate? Date, IReadOnlyList<MarkedEvent> Events)
{
    /// <summary>Reads records from JSON Lines, gold (<c>event, source, target</c>) or predicted (<c>events</c>).</summary>
    /// <exception cref="InvalidDataException">A line is not such a record.</exception>
    public static List<CodedRecord> ReadFile(string path)
    {
        // Of records with one id the last counts, in the place of the first, as the published scorer has it.
        var records = new OrderedDictionary<string, CodedRecord>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                var record = Read(json.RootElement);
                records[record.Id] = record;
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{path}:{number}: not a coded record: {e.Message}", e);
            }
        }

        return [.. records.Values];
    }

    /// <summary>The events that the reader finds in the record's text.</summary>
    public IReadOnlyList<MarkedEvent> Found(Reader reader) =>
    [
        .. reader.Read(new Article(Text) { Published = Date }).Events.Select(found => new MarkedEvent(
            found.Type.ToString().ToUpperInvariant(), [.. found.Source.Select(a => a.Code)], [.. found.Target.Select(a => a.Code)])),
    ];

    private static CodedRecord Read(JsonElement json)
    {
        var date = json.TryGetProperty("date", out var given) && PublicationDate.TryParse(given.GetString(), out var day) ? day : default(PublicationDate?);
        IReadOnlyList<MarkedEvent> events = json.TryGetProperty("events", out var list) ? [.. list.EnumerateArray().Select(Event)] : [Event(json)];
        return new CodedRecord(json.GetProperty("id").GetString()!, json.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "", date, events);
    }

    private static MarkedEvent Event(JsonElement json) => new(json.GetProperty("event").GetString() ?? "", Codes(json, "source"), Codes(json, "target"));

    private static string[] Codes(JsonElement json, string role) =>
        json.TryGetProperty(role, out var actors) && actors.ValueKind == JsonValueKind.Array
            ? [.. actors.EnumerateArray().Select(a => a.ValueKind == JsonValueKind.Object ? (a.TryGetProperty("code", out var code) ? code.GetString() : null) : a.GetString()).OfType<string>()]
            : [];
}
