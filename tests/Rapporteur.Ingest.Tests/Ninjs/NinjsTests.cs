using System.Text;
using Rapporteur.Ingest.JsonLines;
using Xunit;

namespace Rapporteur.Ingest.Tests.Ninjs;

public sealed class NinjsTests
{
    [Fact]
    public void Version_1_is_read()
    {
        var article = Parse("""
            {"uri":"https://agency.example/item/1","type":"text","versioncreated":"2031-05-06T07:08:09Z","firstcreated":"2031-05-06T06:00:00Z","language":"en",
             "headline":"Weir opens","byline":"Ana Rui","copyrightholder":"Fell Agency","body_text":"Not this.","body_xhtml":"<p>One.</p><p>Two, Ana said.</p>",
             "associations":{"picture":{"uri":"urn:2","type":"picture","headline":"Not this either"}}}
            """);
        Assert.Equal("One.\nTwo, Ana said.", article.Text);
        Assert.Equal(("https://agency.example/item/1", "https://agency.example/item/1"), (article.Id, article.Url));
        Assert.Equal(("Weir opens", "Ana Rui", "Fell Agency", "en"), (article.Title, article.Byline, article.Outlet, article.Language));
        Assert.Equal(("2031-05-06T06:00:00+00:00", "2031-05-06T07:08:09+00:00"), (article.Published.ToString(), article.Modified.ToString()));
    }

    [Fact]
    public void Versions_2_and_3_are_read()
    {
        var article = Parse("""
            {"uri":"urn:agency:7","versionCreated":"2031-05-06T07:08:09+02:00","by":"Bo Tarn","infoSources":[{"name":"Tarn Wire"}],
             "headlines":[{"role":"slug","value":"weir"},{"role":"main","value":"Weir shuts"}],
             "bodies":[{"role":"main","contentType":"text/plain","value":"Plain."},{"role":"rich","contentType":"application/xhtml+xml","value":"<p>Rich.</p>"}]}
            """);
        Assert.Equal(("Rich.", "Weir shuts", "Bo Tarn", "Tarn Wire"), (article.Text, article.Title, article.Byline, article.Outlet));
        Assert.Equal(("urn:agency:7", null), (article.Id, article.Url));
        Assert.Equal(("2031-05-06T07:08:09+02:00", ""), (article.Published.ToString(), article.Modified.ToString()));
    }

    [Theory]
    [InlineData("""{"uri":"urn:1","versionCreated":"2031-01-01","headlines":[{"value":"A picture"}]}""", "the item of ninjs has no text")]
    [InlineData("""{"uri":"urn:1","pubStatus":"canceled","bodies":[{"value":"Text."}]}""", "its agency has withdrawn it")]
    [InlineData("""{"uri":"urn:1","name":"something else"}""", "it has neither \"text\" nor \"html\"")]
    [InlineData("""{"uri":"urn:1","bodies":{"value":[1,{"value":null}]},"headlines":"x"}""", "the item of ninjs has no text")]
    public void What_holds_no_article_is_refused(string json, string message) => Assert.Equal(message, Assert.Throws<UnreadableInputException>(() => Parse(json)).Message);

    private static Article Parse(string json) => ArticleLine.Parse(new Line(1, Encoding.UTF8.GetBytes(json.ReplaceLineEndings(" "))), out _);
}
