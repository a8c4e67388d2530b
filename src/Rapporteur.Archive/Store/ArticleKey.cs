using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Archive.Store;

/// <summary>
/// What tells articles apart and their versions: an article is the same where its canonical address is, or, without one, where
/// outlet and text are; it has changed where its text, headline, byline, outlet or day of publication has.
/// </summary>
/// <param name="Article">Of the article, 16 bytes.</param>
/// <param name="Content">Of what it says, 16 bytes.</param>
internal sealed record ArticleKey(byte[] Article, byte[] Content)
{
    private const int Length = 16;

    /// <summary>The key of an article before it is read. It equals that of its record.</summary>
    public static ArticleKey Of(Article article) =>
        Of(article.Url, article.Outlet, article.Title, article.Byline, article.Published?.ToString(), article.Text);

    /// <summary>The key of an article that has been read.</summary>
    public static ArticleKey Of(Records.RecordDocument document) =>
        Of(document.Url, document.Outlet, document.Title, document.Byline, document.Published, document.Text);

    private static ArticleKey Of(string? url, string? outlet, string? title, string? byline, string? published, string text)
    {
        var words = Normalised(text);
        var article = CanonicalAddress.Of(url) is { } address ? Hash("address", address) : Hash("text", outlet, words);
        return new ArticleKey(article, Hash("content", outlet, title, byline, published, words));
    }

    // Unknown and empty differ, and no two lists of parts are written alike.
    private static byte[] Hash(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = part is null ? null : Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes?.Length ?? -1));
            if (bytes is not null) hash.AppendData(bytes);
        }

        return hash.GetHashAndReset()[..Length];
    }

    // Line ends and indents are the file's, not the article's.
    private static string Normalised(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) words.Append(c);
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }

        return words.ToString().TrimEnd(' ');
    }
}
