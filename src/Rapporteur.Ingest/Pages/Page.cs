using AngleSharp.Html.Parser;

namespace Rapporteur.Ingest.Pages;

/// <summary>A web page taken apart.</summary>
internal static class Page
{
    private static readonly HtmlParserOptions Options = new() { IsScripting = false, SkipComments = true, DisableElementPositionTracking = true };

    public static Article Read(string html, string? url)
    {
        using var document = new HtmlParser(Options).ParseDocument(html);
        var said = PageMetadata.Of(document, url);
        var blocks = document.Body is { } body ? ArticleText.Clean(ArticleFinder.Find(body), said) : [];
        if (blocks.Count == 0) throw new UnreadableInputException("the page holds no article text");
        return new Article(string.Join('\n', blocks.Select(block => block.Text)))
        {
            Title = said.Title,
            Byline = said.Byline,
            Outlet = said.Outlet,
            Url = said.Url,
            Published = said.Published,
            Modified = said.Modified,
            Language = said.Language,
        };
    }
}
