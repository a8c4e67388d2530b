namespace Rapporteur.Ingest.Feeds;

/// <summary>An article as a feed announces it. Texts are HTML where the feed gives HTML.</summary>
/// <param name="Key">What tells it from others: its id, else its link, else its title.</param>
/// <param name="Link">Where the article stands, absolute.</param>
/// <param name="Title">The headline, plain.</param>
/// <param name="Byline">Who wrote it.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Modified">When it was last changed.</param>
/// <param name="Content">The article as the feed gives it, as HTML; null where it gives none.</param>
/// <param name="Summary">What it gives in place of the article, as HTML.</param>
internal sealed record FeedEntry(
    string? Key, string? Link, string? Title, string? Byline, PublicationDate? Published, PublicationDate? Modified, string? Content, string? Summary)
{
    // Teasers rarely have more words, articles rarely fewer.
    private const int WordsOfArticle = 120;

    /// <summary>Whether the feed gives the article itself, not only some lines of it.</summary>
    public bool IsWhole => Words(Content) >= WordsOfArticle || Words(Summary) >= 2 * WordsOfArticle;

    /// <summary>What the feed gives of the article.</summary>
    /// <exception cref="UnreadableInputException">It gives no text.</exception>
    public Article ToArticle(Feed feed)
    {
        var html = Words(Content) >= Words(Summary) ? Content : Summary;
        return Describe(html is null ? throw new UnreadableInputException("the entry has no text") : ArticleLoader.FromFragment(html), feed);
    }

    /// <summary>The article with what the feed knows of it, where the article itself does not say.</summary>
    public Article Describe(Article article, Feed feed) => article with
    {
        Title = article.Title ?? Title,
        Byline = article.Byline ?? Byline,
        Outlet = article.Outlet ?? feed.Title,
        Url = article.Url ?? Link,
        Published = article.Published ?? Published,
        Modified = article.Modified ?? Modified,
        Language = article.Language ?? feed.Language,
    };

    // Counted as stretches between blanks, tags left out.
    private static int Words(string? html)
    {
        var words = 0;
        var inTag = false;
        var inWord = false;
        foreach (var c in html ?? "")
        {
            if (c == '<') inTag = true;
            var letter = !inTag && char.IsLetterOrDigit(c);
            if (letter && !inWord) words++;
            if (letter || char.IsWhiteSpace(c) || inTag) inWord = letter;
            if (c == '>') inTag = false;
        }

        return words;
    }
}
