using Rapporteur.Desk.Adding;
using Rapporteur.Ingest;

namespace Rapporteur.Desk.Pages.Adding;

/// <summary>What was pasted, and what is known of it.</summary>
/// <param name="Text">A text, or a page's HTML.</param>
/// <param name="Title">The headline, where it was given.</param>
/// <param name="Byline">Who wrote it, where that was given.</param>
/// <param name="Outlet">The outlet, where it was given.</param>
/// <param name="Url">The address, where it was given.</param>
/// <param name="Published">The day, where it was given.</param>
internal sealed record PastedArticle(string? Text, string? Title, string? Byline, string? Outlet, string? Url, string? Published)
{
    public static PastedArticle From(Upload upload) => new(
        upload.Field("text")?.ReplaceLineEndings("\n"), // forms send CR LF whatever was pasted
        upload.Field("title"), upload.Field("byline"), upload.Field("outlet"), upload.Field("url"), upload.Field("published"));

    /// <summary>What is wrong with what was given; null where nothing is.</summary>
    public string? Problem =>
        Text is null ? "There is no text to read."
        : Url is not null && Printed.Address(Url) is null ? "That is no address of the web: it begins with https:// or http://."
        : Published is not null && !PublicationDate.TryParse(Published, out _) ? "The day is written like this: 2024-05-02."
        : null;

    /// <summary>The article: what was given goes before what the text itself says.</summary>
    /// <exception cref="UnreadableInputException">There is none in it.</exception>
    public Article ToArticle()
    {
        var article = ArticleLoader.Load(Text!, Url);
        return article with
        {
            Title = Title ?? article.Title,
            Byline = Byline ?? article.Byline,
            Outlet = Outlet ?? article.Outlet,
            Url = Url ?? article.Url,
            Published = PublicationDate.TryParse(Published, out var day) ? day : article.Published,
        };
    }
}
