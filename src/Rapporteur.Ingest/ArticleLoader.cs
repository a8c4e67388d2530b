using Rapporteur.Ingest.Bytes;
using Rapporteur.Ingest.Fetching;
using Rapporteur.Ingest.Pages;

namespace Rapporteur.Ingest;

/// <summary>Turns the bytes of a file or a stream into an article: unpacks, decodes, and takes web pages apart.</summary>
/// <remarks>Without state and safe to share between threads. Time and memory are linear in the size of the input.</remarks>
public static class ArticleLoader
{
    /// <summary>Reads an article from bytes: gzip is unpacked, the charset found, HTML told from plain text by its content.</summary>
    /// <param name="content">The bytes, read to their end or to the size limit (256 MB, packed or unpacked).</param>
    /// <param name="id">The article's id, commonly the file's name.</param>
    /// <returns>
    /// Of a web page, the article's clean text and what the page says of its publication. Of plain text, the text as it is, page
    /// furniture included: the reader tells the two apart.
    /// </returns>
    /// <exception cref="UnreadableInputException">Empty, binary, too large, or without an article.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Article Load(Stream content, string id)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Load(InputBytes.Read(content), id);
    }

    /// <summary>Reads an article from bytes that are unpacked.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="id">The article's id.</param>
    /// <param name="url">Where they were found, if that is known; a page may name another address as its own.</param>
    /// <param name="charset">The charset that was told with them; not heeded where the bytes show that it is wrong.</param>
    /// <exception cref="UnreadableInputException">Binary, or without an article.</exception>
    internal static Article Load(ReadOnlyMemory<byte> content, string id, string? url = null, string? charset = null)
    {
        return Load(TextDecoder.Decode(content.Span, charset), url) with { Id = id };
    }

    /// <summary>Reads an article from characters, as somebody pastes them: HTML is told from plain text by what it holds.</summary>
    /// <param name="text">The text or page.</param>
    /// <param name="url">Where it was found, if that is known; a page may name another address as its own.</param>
    /// <exception cref="UnreadableInputException">Empty, too large, or without an article.</exception>
    public static Article Load(string text, string? url)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Markup.IsHtml(text)) return FromHtml(text, url);
        var article = FromText(text);
        return article with { Url = article.Url ?? url };
    }

    /// <summary>Takes the article out of a web page.</summary>
    /// <param name="html">The page; half a page is read as far as it goes.</param>
    /// <param name="url">Where the page was found: what relative addresses in it start from.</param>
    /// <exception cref="UnreadableInputException">The page is too large or holds no article text.</exception>
    public static Article FromHtml(string html, string? url = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Page.Read(html, url);
    }

    /// <summary>Reads an article that was fetched.</summary>
    /// <exception cref="UnreadableInputException">Empty, binary, or without an article.</exception>
    internal static Article Load(Fetched fetched, string id) =>
        Load(InputBytes.Read(new MemoryStream(fetched.Content.ToArray(), writable: false)), id, fetched.Address.AbsoluteUri, fetched.Charset);

    /// <summary>Reads a piece of HTML that is an article and nothing else, as feeds and agencies send it.</summary>
    /// <exception cref="UnreadableInputException">It holds no text.</exception>
    internal static Article FromFragment(string html) => Page.ReadFragment(html);

    private static Article FromText(string text)
    {
        if (text.AsSpan().Trim().IsEmpty) throw new UnreadableInputException("the input is empty");
        if (text.Length > Article.LongestText)
            throw new UnreadableInputException($"its text has {text.Length} characters, more than the {Article.LongestText} that are read as one article: split it");
        return PlainText.Read(text);
    }
}
