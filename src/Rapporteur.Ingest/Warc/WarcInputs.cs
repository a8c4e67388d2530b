using Rapporteur.Ingest.Bytes;

namespace Rapporteur.Ingest.Warc;

/// <summary>The pages in a web archive, as Common Crawl's news crawl and browser archivers write it.</summary>
internal static class WarcInputs
{
    /// <summary>One input for each page; one record is held at a time.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged or cut off; said after the pages before that place.</exception>
    public static IEnumerable<Input> Read(Stream stream, string origin)
    {
        foreach (var record in WarcReader.Read(stream, InputBytes.Limit))
            if (WarcPage.Of(record) is { } page)
                yield return new Input($"{origin}, record {record.Number} ({page.Address})", page.Address, page.Size, page.Load);
    }
}
