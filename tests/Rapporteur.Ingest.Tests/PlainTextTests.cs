using System.Text;
using Xunit;

namespace Rapporteur.Ingest.Tests;

public sealed class PlainTextTests
{
    [Fact]
    public void Labelled_lines_above_a_text_say_what_is_known_of_it()
    {
        const string Text = "====\nTitle: Vardania leaves the talks\nAuthor: Ilse Kroon\nDate: 2023-04-05\nPublisher: The Harbour Post\nURL: https://post.example/a\n====\n"
            + "The envoy left on Monday.";
        var article = Load(Text);
        Assert.Equal(Text, article.Text);
        Assert.Null(article.Body);
        Assert.Equal(("Vardania leaves the talks", "Ilse Kroon", "The Harbour Post", "https://post.example/a", "2023-04-05"),
            (article.Title, article.Byline, article.Outlet, article.Url, article.Published.ToString()));
    }

    [Fact]
    public void A_text_stays_as_it_is_to_the_character()
    {
        const string Text = "\n\tThe envoy\u00A0left.\r\n\r\nShare this:\rOn Monday.  ";
        Assert.Equal(Text, Load(Text).Text);
        Assert.Equal(new Article(Text) { Id = "x" }, Load(Text));
    }

    private static Article Load(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ArticleLoader.Load(stream, "x");
    }
}
