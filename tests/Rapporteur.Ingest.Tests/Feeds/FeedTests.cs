using System.Diagnostics;
using Rapporteur.Ingest.Feeds;
using Xunit;

namespace Rapporteur.Ingest.Tests.Feeds;

public sealed class FeedTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>The Islet Gazette</title><link>https://islet.example/</link><language>en-GB</language>
        <image><title>Logo</title><link>https://islet.example/logo</link></image>
        <item>
          <title>Ferry &amp; bridge: council votes</title><media:title>Not this one</media:title>
          <link>/2031/ferry</link><guid isPermaLink="false">tag:17</guid>
          <pubDate>Tue, 04 Mar 2031 09:15:00 +0100</pubDate><dc:creator>Nils Aune</dc:creator>
          <description>The council voted&nbsp;late &mdash; and R&D will go.</description>
          <content:encoded><![CDATA[<p>The council voted late on Tuesday.</p><p>"We had no choice," Vera Holt said &amp; left.</p>]]></content:encoded>
        </item>
        <item><title>Only a line</title><guid>https://islet.example/line</guid><author>desk@islet.example (Ida Moe)</author><description>One line &lt;b&gt;in bold&lt;/b&gt;.</description></item>
        </channel></rss>
        """;

    [Fact]
    public void RSS_gives_what_it_says_of_each_article()
    {
        var feed = Feed.Read(Rss, "https://islet.example/feed.xml");
        Assert.Equal(("The Islet Gazette", "en-GB", null), (feed.Title, feed.Language, feed.Damage));
        var article = feed.Entries[0].ToArticle(feed);
        Assert.Equal("The council voted late on Tuesday.\n\"We had no choice,\" Vera Holt said & left.", article.Text);
        Assert.Equal(("Ferry & bridge: council votes", "Nils Aune", "The Islet Gazette"), (article.Title, article.Byline, article.Outlet));
        Assert.Equal("https://islet.example/2031/ferry", article.Url);
        Assert.Equal("2031-03-04T09:15:00+01:00", article.Published.ToString());
        Assert.Equal(("tag:17", false), (feed.Entries[0].Key, feed.Entries[0].IsWhole));
        Assert.Equal("The council voted\u00A0late — and R&D will go.", feed.Entries[0].Summary);
    }

    [Fact]
    public void An_entry_without_content_gives_its_summary_and_an_id_that_is_an_address_is_its_link()
    {
        var feed = Feed.Read(Rss);
        Assert.Equal(("https://islet.example/line", "Ida Moe"), (feed.Entries[1].Link, feed.Entries[1].Byline));
        Assert.Equal("One line in bold.", feed.Entries[1].ToArticle(feed).Text);
    }

    [Fact]
    public void Atom_gives_text_HTML_and_XHTML_as_what_they_are()
    {
        var feed = Feed.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml" xml:lang="en" xml:base="https://dale.example/news/">
              <title type="text">Dale &amp; Fell</title><link rel="self" href="feed"/>
              <entry><title type="html">A &lt;i&gt;new&lt;/i&gt; weir</title><id>urn:1</id><updated>2030-06-01T10:00:00Z</updated>
                <link rel="enclosure" href="weir.mp3"/><link href="weir"/><author><name>Ana Rui</name><email>a@dale.example</email></author><author><name>Bo Tarn</name></author>
                <content type="xhtml"><x:div><x:p>First part.</x:p><x:p>Second <x:em>part</x:em>.</x:p></x:div></content></entry>
              <entry><title>Plain</title><id>urn:2</id><published>2030-06-02</published><updated>2030-06-03</updated><content type="text">5 &lt; 6, said Ana.</content></entry>
              <entry><title>Escaped</title><id>urn:3</id><content type="html">&lt;p&gt;5 &amp;lt; 7&lt;/p&gt;</content></entry>
            </feed>
            """);
        Assert.Equal(["First part.\nSecond part.", "5 < 6, said Ana.", "5 < 7"], feed.Entries.Select(entry => entry.ToArticle(feed).Text));
        Assert.Equal(("A new weir", "Ana Rui, Bo Tarn", "https://dale.example/news/weir"), (feed.Entries[0].Title, feed.Entries[0].Byline, feed.Entries[0].Link));
        Assert.Equal(("2030-06-01T10:00:00+00:00", null), (feed.Entries[0].Published.ToString(), feed.Entries[0].Modified));
        Assert.Equal(("2030-06-02", "2030-06-03"), (feed.Entries[1].Published.ToString(), feed.Entries[1].Modified.ToString()));
        Assert.Equal("Dale & Fell", feed.Title);
    }

    [Fact]
    public void RDF_gives_its_items_beside_the_channel()
    {
        var feed = Feed.Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://fjord.example/"><title>Fjord Wire</title><dc:language>en</dc:language></channel>
              <item rdf:about="https://fjord.example/1"><title>One</title><link>https://fjord.example/1</link><dc:date>2029-01-02T03:04:05+00:00</dc:date><description>Text.</description></item>
            </rdf:RDF>
            """);
        Assert.Equal(("Fjord Wire", "en"), (feed.Title, feed.Language));
        Assert.Equal(("https://fjord.example/1", "2029-01-02T03:04:05+00:00"), (Assert.Single(feed.Entries).Link, feed.Entries[0].Published.ToString()));
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_the_entries_before_that()
    {
        var cut = Rss[..(Rss.IndexOf("Only a line", StringComparison.Ordinal) + 4)];
        var feed = Feed.Read(cut);
        Assert.Single(feed.Entries);
        Assert.StartsWith("the XML is damaged or cut off at line 13", feed.Damage, StringComparison.Ordinal);
    }

    [Fact]
    public void Whether_the_feed_holds_the_article_is_told_by_its_length()
    {
        var words = string.Concat(Enumerable.Repeat("<p class='a b c'>word</p> ", 119));
        Assert.False(new FeedEntry(null, null, null, null, null, null, words, null).IsWhole);
        Assert.True(new FeedEntry(null, null, null, null, null, null, words + "last", null).IsWhole);
    }

    [Theory]
    [InlineData("<html><body/></html>", "XML, but not a feed")]
    [InlineData("<rss", "the XML is damaged or cut off at line 1; what stands before was read")]
    public void What_is_no_feed_is_refused(string xml, string message) => Assert.Equal(message, Assert.Throws<UnreadableInputException>(() => Feed.Read(xml)).Message);

    [Fact]
    public void Deep_nesting_and_growing_entities_are_harmless()
    {
        var deep = "<rss version='2.0'><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 200_000));
        Assert.Equal("its elements are nested more than 200 deep", Assert.Throws<UnreadableInputException>(() => Feed.Read(deep)).Message);
        var clock = Stopwatch.StartNew();
        var bomb = "<!DOCTYPE rss [<!ENTITY a \"" + new string('x', 1000) + "\"><!ENTITY b \"" + string.Concat(Enumerable.Repeat("&a;", 1000)) + "\">]>"
            + "<rss version='2.0'><channel><item><title>" + string.Concat(Enumerable.Repeat("&b;", 10_000)) + "</title></item></channel></rss>";
        Assert.Equal(10_000 * 3, Assert.Single(Feed.Read(bomb).Entries).Title!.Length);
        foreach (var damaged in new[] { string.Concat(Enumerable.Repeat("<![CDATA[", 100_000)), new string('&', 1_000_000) })
            Assert.Throws<UnreadableInputException>(() => Feed.Read("<rss><channel>" + damaged));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }
}
