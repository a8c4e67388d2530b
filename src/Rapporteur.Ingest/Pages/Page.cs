using SmartReader;

namespace Rapporteur.Ingest.Pages;

/// <summary>A web page taken apart.</summary>
internal static class Page
{
    public static Article Read(string html, string? url)
    {
        var found = SmartReader.Reader.ParseArticle(url ?? "https://page.invalid/", html);
        if (!found.IsReadable || string.IsNullOrWhiteSpace(found.TextContent)) throw new UnreadableInputException("the page holds no article text");
        return new Article(found.TextContent) { Title = found.Title, Byline = found.Byline, Outlet = found.SiteName, Language = found.Language, Url = url };
    }
}
