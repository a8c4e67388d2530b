using Rapporteur.Records;

namespace Rapporteur.Archive.Store;

/// <summary>What lists show of an article that has no headline: the first line of its body, cut between words.</summary>
internal static class Opening
{
    // About what a headline has.
    private const int Longest = 90;

    // What may stand before the first word is looked through no further.
    private const int Reach = 4096;

    /// <summary>How an article begins; null where it has a headline or no text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Its body lies outside its text.</exception>
    public static string? Of(RecordDocument document)
    {
        if (!string.IsNullOrWhiteSpace(document.Title) || document.Body is not [var body, ..]) return null;
        var line = new RecordText(document.Text)[body with { End = Math.Min(body.End, body.Start + Reach) }].AsSpan().TrimStart();
        if (line.IndexOfAny('\r', '\n') is >= 0 and var end) line = line[..end];
        line = line.TrimEnd();
        if (line.Length <= Longest) return line.IsEmpty ? null : line.ToString();
        var cut = line[..Longest].LastIndexOf(' ');
        if (cut <= 0) cut = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return $"{line[..cut].TrimEnd()} …";
    }
}
