namespace Rapporteur.Ingest.Warc;

/// <summary>A record of a WARC file (ISO 28500): its named fields and its block.</summary>
/// <param name="Number">Counted from 1 within the file.</param>
/// <param name="Fields">The fields of its head, their names without regard to case.</param>
/// <param name="Block">What follows the head; empty where it was passed over.</param>
internal sealed record WarcRecord(long Number, IReadOnlyDictionary<string, string> Fields, ReadOnlyMemory<byte> Block)
{
    /// <summary>What kind of record it is: <c>response</c>, <c>resource</c>, <c>conversion</c>, ...</summary>
    public string Type => Field("WARC-Type") ?? "";

    /// <summary>The address that it was taken from.</summary>
    public string? Address => Field("WARC-Target-URI")?.Trim('<', '>');

    /// <summary>A field's value; null where it has none.</summary>
    public string? Field(string name) => Fields.GetValueOrDefault(name);
}
