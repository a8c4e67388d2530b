namespace Rapporteur.Ingest.Warc;

/// <summary>The page that a record of a WARC file holds.</summary>
/// <param name="Address">Where it was found.</param>
/// <param name="Size">How many bytes were stored.</param>
internal sealed record WarcPage(string Address, int Size)
{
    private Func<(ReadOnlyMemory<byte> Content, string? Charset)> Content { get; init; } = () => default;

    /// <summary>The page of a record; null where it holds none: an image, a style sheet, a redirection, an error.</summary>
    public static WarcPage? Of(WarcRecord record)
    {
        if (record.Address is not { } address || !(address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
            return null;
        if (record.Block.IsEmpty || address.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase)) return null;
        var (type, told) = HttpResponse.ContentType(record.Field("Content-Type"));
        if (type == "application/http")
        {
            if (!record.Type.Equals("response", StringComparison.OrdinalIgnoreCase)) return null;
            var response = HttpResponse.Parse(record.Block);
            return response.Status == 200 && IsPage(response.MediaType)
                ? new WarcPage(address, record.Block.Length) { Content = () => (response.Content(), response.Charset) }
                : null;
        }

        return IsPage(type) ? new WarcPage(address, record.Block.Length) { Content = () => (record.Block, told) } : null;
    }

    /// <summary>The article on it.</summary>
    /// <exception cref="UnreadableInputException">It holds none.</exception>
    public Article Load()
    {
        var (content, charset) = Content();
        return ArticleLoader.Load(content, Address, Address, charset);
    }

    private static bool IsPage(string? type) => type is null or "" or "text/html" or "application/xhtml+xml" or "text/plain";
}
