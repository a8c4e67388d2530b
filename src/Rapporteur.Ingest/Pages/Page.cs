using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Text;

namespace Rapporteur.Ingest.Pages;

/// <summary>A web page taken apart.</summary>
internal static class Page
{
    // A tree takes some fifty times the memory of its page; no article needs a page of this size, in characters.
    private const int Limit = 32 << 20;

    // Browsers stop nesting at about this depth too; everything that walks the tree may then recurse.
    private const int Depth = 256;

    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        SkipComments = true,
        DisableElementPositionTracking = true,
        MaximumDepth = Depth,
        ShouldEmitAttribute = static (ref token, name) => IsRead(token.Name.ToString(), name.Span),
    };

    // Only attributes that are looked at. Elements of mere formatting get none: the parser opens those that are never closed again in
    // every paragraph, all that differ in an attribute, which makes a page of 60,000 <font> tags a tree of billions of elements.
    private static bool IsRead(string element, ReadOnlySpan<char> attribute) =>
        element is not ("b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u")
        && attribute is "class" or "id" or "href" or "itemprop" or "datetime" or "content" or "property" or "name" or "http-equiv" or "rel" or "role"
            or "lang" or "xml:lang" or "hidden" or "aria-hidden" or "style" or "type" or "data-component" or "data-testid" or "pubdate";

    /// <summary>The article of a page that was found at <paramref name="url"/>.</summary>
    /// <exception cref="UnreadableInputException">The page is too large or holds no article text.</exception>
    public static Article Read(string html, string? url)
    {
        using var page = Parse(html);
        var said = PageMetadata.Of(page, url);
        var text = page.Body is { } body
            ? string.Join('\n', ArticleText.Clean(ArticleFinder.Find(body), said).Select(block => block.Text))
            : "";
        if (text.Length == 0) throw new UnreadableInputException("the page holds no article text");
        return new Article(text)
        {
            Title = said.Title,
            Byline = said.Byline,
            Outlet = said.Outlet,
            Url = said.Url,
            Published = said.Published,
            Modified = said.Modified,
            Language = said.Language,
            Body = [new Span(0, text.Length)],
        };
    }

    /// <summary>The text of a piece of a page of which all is the article: nothing is looked for, nothing left out.</summary>
    /// <exception cref="UnreadableInputException">It is too large or holds no text.</exception>
    public static Article ReadFragment(string html)
    {
        using var page = Parse(html);
        var text = page.Body is { } body ? string.Join('\n', BlockReader.Read(body).Blocks.Select(block => block.Text)) : "";
        return text.Length == 0 ? throw new UnreadableInputException("it holds no text") : new Article(text) { Body = [new Span(0, text.Length)] };
    }

    private static IHtmlDocument Parse(string html) =>
        html.Length > Limit
            ? throw new UnreadableInputException($"a web page larger than {Limit >> 20} million characters")
            : new HtmlParser(Options).ParseDocument(NestingLimit.Apply(html));
}
