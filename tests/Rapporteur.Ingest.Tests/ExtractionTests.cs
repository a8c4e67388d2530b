using System.Text;
using Xunit;

namespace Rapporteur.Ingest.Tests;

/// <summary>Whole pages written for this project, each with a kind of furniture that must not be taken for the article.</summary>
public sealed class ExtractionTests
{
    private const string First = "The envoy of Vardania left the talks on Monday, an hour after they had begun.";
    private const string Second = "“We have nothing to sign,” she told reporters at the gate, “and nobody to sign it with.”";
    private const string Third = "Her office said in a note of two lines that she would not come back this week.";
    private const string Article = First + "\n" + Second + "\n" + Third;
    private const string Paragraphs = "<p>" + First + "</p><p>" + Second + "</p><p>" + Third + "</p>";

    [Theory]
    [InlineData("<div class='share-bar'><span>Tell your friends about this fine piece of work, please.</span></div>")]
    [InlineData("<div class='newsletter-signup'><p>Every morning, the five stories that matter, in your inbox before coffee.</p></div>")]
    [InlineData("<aside><p>In another matter, the mayor of Port Sorrow opened a bridge, which then closed.</p></aside>")]
    [InlineData("<figure><img src=x><figcaption>The envoy of Vardania at the gate, before she left. Photo: T. Obi</figcaption></figure>")]
    [InlineData("<ul class='related-stories'><li><a href=/1>The mayor of Port Sorrow opens a bridge</a></li><li><a href=/2>The bridge closes again</a></li></ul>")]
    [InlineData("<p><a href=/1>READ MORE: The mayor of Port Sorrow opens a bridge</a></p>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<p>Share this:</p>")]
    [InlineData("<div hidden><p>This text is for machines only, and no reader of the page ever sees it, however long it is.</p></div>")]
    [InlineData("<div style='display: none'><p>This text is for machines only, and no reader of the page ever sees it.</p></div>")]
    [InlineData("<div class=author-bio><p>Ilse Kroon writes about treaties. She has lived in four capitals, and liked two.</p></div>")]
    [InlineData("<form><label>Your name, your address, and whatever else we may want to know about you.</label><input></form>")]
    public void Furniture_inside_the_article_is_left_out(string furniture) =>
        Assert.Equal(Article, Text($"<article><h1>Vardania leaves the talks</h1><p>{First}</p><p>{Second}</p>{furniture}<p>{Third}</p></article>"));

    [Theory]
    [InlineData("<section id=comments><h3>Comments</h3><p>I was there too, and it was not like that at all, believe me.</p></section>")]
    [InlineData("<h3>2 Comments</h3><p>I was there too, and it was not like that at all, believe me.</p>")]
    [InlineData("<h3>Related stories</h3><p><a href=/1>The mayor opens a bridge</a></p><p><a href=/2>The bridge closes</a></p>")]
    [InlineData("<h4>Leave a Reply</h4><p>Your email address will not be published, whatever you say here.</p>")]
    public void What_follows_the_article_is_left_out(string after) =>
        Assert.Equal(Article, Text($"<div class=entry-content>{Paragraphs}{after}</div>"));

    [Fact]
    public void Teasers_of_other_articles_are_left_out_although_they_are_text()
    {
        var teasers = new StringBuilder();
        for (var i = 0; i < 4; i++)
            teasers.Append(null, $"<div class=card><h3><a href=/{i}>The mayor of Port Sorrow opens bridge number {i}</a></h3><p>It is the longest that the town has ever built, and it was closed at once.</p></div>");
        Assert.Equal(Article, Text($"<div class=page><div class=text>{Paragraphs}</div><div class=more>{teasers}</div></div>"));
    }

    [Fact]
    public void An_article_cut_in_pieces_is_whole() =>
        Assert.Equal(Article, Text($"<main><div class='article-body'><p>{First}</p><p>{Second}</p></div><div class=ad>Buy a bridge now, they are cheap this week.</div><div class='article-body'><p>{Third}</p></div></main>"));

    [Fact]
    public void An_article_whose_element_is_named_like_furniture_is_found() =>
        Assert.Equal(Article, Text($"<div class='post-with-sidebar share widget'>{Paragraphs}</div>"));

    [Fact]
    public void Paragraphs_made_of_line_breaks_are_paragraphs_and_wrapped_lines_are_not() =>
        Assert.Equal(Article, Text($"<div>{First}<br><br>{Second.Replace(" at the gate", "<br>\nat the gate", StringComparison.Ordinal)}<br/>{Third}</div>"));

    [Fact]
    public void Odd_spaces_are_spaces_and_inline_elements_leave_words_whole() =>
        Assert.Equal("“We have nothing to sign,” she told reporters at the gate, and went home.",
            Text("<article><p>“We\u00A0have <b>no</b>thing\u2009to\n\n sign,” she <a href=/x>told</a> re\u00ADporters at <i>the</i> gate, and went home.</p></article>"));

    [Fact]
    public void Subheads_lists_tables_and_quotations_are_article() =>
        Assert.Equal($"{First}\nWhat comes next\n{Second}\nThe guards go home\nThe talks go on\nVotes for 12\nVotes against 7\n{Third}", Text(
            $"<article><p>{First}</p><h2>What comes next</h2><blockquote><p>{Second}</p></blockquote><ul><li>The guards go home</li><li>The talks go on</li></ul>"
            + $"<table><tr><td>Votes for</td><td>12</td></tr><tr><td>Votes against</td><td>7</td></tr></table><p>{Third}</p></article>"));

    [Fact]
    public void Cookie_notices_and_menus_do_not_count_however_long_they_are()
    {
        var notice = string.Concat(Enumerable.Repeat("<p>We and our 812 partners store cookies, read them, sell them, and thank you for it.</p>", 4));
        Assert.Equal(Article, Text($"<nav><ul><li><a href=/>Home</a></li></ul></nav><div id=cookie-consent>{notice}</div><article>{Paragraphs}</article><footer><p>All rights reserved, all wrongs too, since 1871.</p></footer>"));
    }

    [Fact]
    public void The_body_is_all_of_the_extracted_text()
    {
        var article = ArticleLoader.FromHtml($"<article>{Paragraphs}</article>");
        Assert.Equal([new Rapporteur.Text.Span(0, article.Text.Length)], article.Body!.Value);
    }

    [Fact]
    public void Half_a_page_is_read_as_far_as_it_goes() =>
        Assert.Equal(First + "\n" + Second, Text($"<html><body><div class=wrap><article><p>{First}</p><p>{Second}</p><p class='"));

    [Fact]
    public void Web_pages_are_told_from_text_by_what_they_hold()
    {
        Assert.Equal(First, Load($"<div><p>{First}</p>\n<img src=x></div>"));
        Assert.Equal(First, Load($"  <!-- x -->\n<html><p>{First}"));
        const string Plain = "The tags <p> and <b> are older than the envoy, who said that 3 < 4 and went on to say so again and again.";
        Assert.Equal(Plain, Load(Plain));
    }

    private static string Text(string body) =>
        ArticleLoader.FromHtml($"<!doctype html><html><head><title>Vardania leaves the talks</title></head><body>{body}</body></html>").Text;

    private static string Load(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return ArticleLoader.Load(stream, "x").Text;
    }
}
