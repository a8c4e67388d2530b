using Xunit;

namespace Rapporteur.Ingest.Tests;

public sealed class MetadataTests
{
    private const string Body = "<article><h1>Vardania leaves the talks</h1><p>The envoy of Vardania left the talks on Monday, an hour after they had begun.</p>"
        + "<p>Her office said, in a note of two lines, that she would not come back this week.</p></article>";

    [Fact]
    public void Linked_data_comes_before_meta_elements()
    {
        var article = Page("""
            <script type="application/ld+json">
            {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Vardania leaves the talks", "datePublished": "2023-04-05T06:07:08Z",
             "dateModified": "2023-04-06", "author": {"@type": "Person", "name": "Ilse Kroon"}, "publisher": {"name": "The Harbour Post"}, "inLanguage": "en-GB"}
            </script>
            <meta property="og:title" content="You will not believe what Vardania did"><meta name="author" content="Web Desk">
            <meta property="og:site_name" content="harbourpost.example"><meta property="article:published_time" content="2020-01-01">
            """);
        Assert.Equal("Vardania leaves the talks", article.Title);
        Assert.Equal("Ilse Kroon", article.Byline);
        Assert.Equal("The Harbour Post", article.Outlet);
        Assert.Equal("2023-04-05T06:07:08+00:00", article.Published.ToString());
        Assert.Equal("2023-04-06", article.Modified.ToString());
        Assert.Equal("en-GB", article.Language);
    }

    [Theory]
    [InlineData("""{"@type": "NewsArticle", "headline": "x", "author": "Ilse Kroon"}""")]
    [InlineData("""{"@type": ["Article", "NewsArticle"], "headline": "x", "author": ["Ilse Kroon"]}""")]
    [InlineData("""[{"@type": "WebSite", "name": "y"}, {"@type": "ReportageNewsArticle", "headline": "x", "author": [{"name": "Ilse Kroon"}]}]""")]
    [InlineData("""{"@graph": [{"@id": "#ik", "@type": "Person", "name": "Ilse Kroon"}, {"@type": "Article", "headline": "x", "author": {"@id": "#ik"}}]}""")]
    [InlineData("""{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "x", "author": {"name": ["Ilse Kroon"]}}}""")]
    [InlineData("""<!-- {"@type": "NewsArticle", "headline": "x", "author": "By Ilse Kroon",} -->""")]
    [InlineData("{\"@type\": \"NewsArticle\", \"headline\": \"x\ny\", \"author\": \"Ilse&#32;Kroon\"}")]
    public void The_author_is_found_in_every_shape_of_linked_data(string json) =>
        Assert.Equal("Ilse Kroon", Page($"<script type='application/ld+json'>{json}</script>").Byline);

    [Fact]
    public void Several_authors_are_all_named_and_addresses_are_not_names() =>
        Assert.Equal("Ilse Kroon, Tam Obi", Page("""
            <script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ilse Kroon"}, "https://social.example/ik", "Tam Obi"]}</script>
            """).Byline);

    [Theory]
    [InlineData("<script type='application/ld+json'>{ broken</script>")]
    [InlineData("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"author\": \"\\ud800\", \"headline\": 7, \"datePublished\": [null]}</script>")]
    [InlineData("<script type='application/ld+json'>\"text\"</script>")]
    [InlineData("<meta property='og:title'><meta content='x'><meta name='author' content=' '>")]
    public void Broken_metadata_does_no_harm(string head) => Assert.Equal("Vardania leaves the talks", Page(head).Title);

    [Theory]
    [InlineData("2023-04-05", "2023-04-05")]
    [InlineData("2023-04-05T06:07:08.123Z", "2023-04-05T06:07:08+00:00")]
    [InlineData("2023-04-05T06:07+0300", "2023-04-05T06:07:00+03:00")]
    [InlineData("2023-04-05 06:07:08 -05:00", "2023-04-05T06:07:08-05:00")]
    [InlineData("2023-04-05T06:07:08", "2023-04-05")]
    [InlineData("Wed, 05 Apr 2023 06:07:08 GMT", "2023-04-05T06:07:08+00:00")]
    [InlineData("April 5, 2023", "2023-04-05")]
    [InlineData("Apr. 5, 2023 at 6:07 pm", "2023-04-05")]
    [InlineData("Wednesday, 5 April 2023", "2023-04-05")]
    [InlineData("20230405", "2023-04-05")]
    [InlineData("1680674828", "2023-04-05T06:07:08+00:00")]
    [InlineData("2023-02-30", null)]
    [InlineData("10:00", null)]
    [InlineData("yesterday", null)]
    public void Dates_are_read_as_pages_write_them(string written, string? read) =>
        Assert.Equal(read, Page($"<meta name=date content='{written}'>").Published?.ToString());

    [Fact]
    public void A_time_element_gives_the_date_where_the_head_does_not() =>
        Assert.Equal("2023-04-05", Page("", "<time datetime='2023-04-05'>last week</time>").Published.ToString());

    [Theory]
    [InlineData("<title>Vardania leaves the talks | The Harbour Post</title>", "Vardania leaves the talks")]
    [InlineData("<title>A walk out - The Harbour Post</title><meta property=og:site_name content='The Harbour Post'>", "A walk out")]
    [InlineData("<meta property=og:title content='A walk out'>", "A walk out")]
    public void The_title_is_the_headline_without_the_outlet(string head, string title) => Assert.Equal(title, Page(head).Title);

    [Theory]
    [InlineData("<link rel=canonical href='https://post.example/a'><meta property=og:url content='https://post.example/b'>", "https://post.example/a")]
    [InlineData("<link rel=canonical href='/a'>", "https://given.example/a")]
    [InlineData("<meta property=og:url content='https://post.example/b'>", "https://post.example/b")]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", "https://given.example/x")]
    public void The_canonical_address_is_absolute(string head, string url) =>
        Assert.Equal(url, ArticleLoader.FromHtml($"<html><head>{head}</head><body>{Body}</body></html>", "https://given.example/x").Url);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN_us", "en-US")]
    [InlineData("zh-hans-cn", "zh-Hans-CN")]
    [InlineData("", null)]
    [InlineData("english", null)]
    public void The_language_is_a_well_formed_tag(string written, string? tag) =>
        Assert.Equal(tag, ArticleLoader.FromHtml($"<html lang='{written}'><body>{Body}</body></html>").Language);

    [Fact]
    public void The_outlets_name_in_a_heading_is_not_the_title() =>
        Assert.Equal("A walk out", Page("<title>The Harbour Post: A walk out</title><meta property=og:title content='A walk out'><meta property=og:site_name content='The Harbour Post'>",
            "<h1>The Harbour Post</h1>").Title);

    [Fact]
    public void A_byline_in_the_page_counts_where_the_head_has_none() =>
        Assert.Equal("Tam Obi", Page("", "<p class=byline>By Tam Obi</p>").Byline);

    [Fact]
    public void What_nothing_says_is_null()
    {
        var article = Page("");
        Assert.Null(article.Byline);
        Assert.Null(article.Outlet);
        Assert.Null(article.Published);
        Assert.Null(article.Modified);
        Assert.Null(article.Url);
        Assert.Null(article.Language);
    }

    private static Article Page(string head, string before = "") =>
        ArticleLoader.FromHtml($"<html><head>{head}</head><body>{before}{Body}</body></html>");
}
