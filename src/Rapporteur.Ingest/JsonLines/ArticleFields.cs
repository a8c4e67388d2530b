namespace Rapporteur.Ingest.JsonLines;

/// <summary>An article as programs hand it over: its text or its web page, and what is known of it.</summary>
public sealed record ArticleFields
{
    /// <summary>The article as plain text; where it is there, it goes before the web page.</summary>
    public string? Text { get; init; }

    /// <summary>The article as a web page, or a piece of one: its clean text is taken out, and what it says of its publication.</summary>
    public string? Html { get; init; }

    /// <summary>The caller's name for it; kept as it is.</summary>
    public string? Id { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The paper, site or agency that published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>Its address on the web: an article is one by its address, else by outlet and text.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published: an ISO 8601 date, or date and time, such as 2024-05-02 or 2024-05-02T09:30:00+02:00.</summary>
    public string? Published { get; init; }

    /// <summary>When it was last changed, written likewise.</summary>
    public string? Modified { get; init; }

    /// <summary>Its language, a BCP 47 tag such as en or en-GB.</summary>
    public string? Language { get; init; }

    /// <summary>The article that they make.</summary>
    /// <exception cref="UnreadableInputException">They make none; the exception names the field.</exception>
    public Article ToArticle()
    {
        if (string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Html))
            throw new UnreadableInputException(Text is null && Html is null ? "it has neither \"text\" nor \"html\"" : "the text is empty") { Field = "text" };
        return Over(string.IsNullOrWhiteSpace(Text) ? FromHtml() : new Article(Text)) with { Id = Id };
    }

    /// <summary>An article of which something is known already; what stands in a field goes before it.</summary>
    /// <exception cref="UnreadableInputException">A field cannot be understood, or the text is too long; the exception names the field.</exception>
    public Article Over(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Text.Length > Article.LongestText)
        {
            throw new UnreadableInputException($"its text has {article.Text.Length} characters, more than the {Article.LongestText} that are read as one article: split it")
            {
                Field = "text",
            };
        }

        return article with
        {
            Id = Id ?? article.Id,
            Title = Title ?? article.Title,
            Byline = Byline ?? article.Byline,
            Outlet = Outlet ?? article.Outlet,
            Url = Url ?? article.Url,
            Language = Language ?? article.Language,
            Published = Date(Published, "published") ?? article.Published,
            Modified = Date(Modified, "modified") ?? article.Modified,
        };
    }

    private Article FromHtml()
    {
        try
        {
            return ArticleLoader.FromHtml(Html!, Url);
        }
        catch (UnreadableInputException e)
        {
            throw new UnreadableInputException(e.Message, e) { Field = "html" };
        }
    }

    private static PublicationDate? Date(string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return PublicationDate.TryParse(value, out var date)
            ? date
            : throw new UnreadableInputException($"\"{name}\" is not an ISO 8601 date such as 2024-05-02") { Field = name };
    }
}
