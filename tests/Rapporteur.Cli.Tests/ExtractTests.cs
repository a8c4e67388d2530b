using Xunit;

namespace Rapporteur.Cli.Tests;

public sealed class ExtractTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public void A_page_gives_its_article_with_the_keys_that_are_promised()
    {
        var article = _command.Run("extract", _command.File("rota.html", Texts.Page)).Json.AsObject();
        Assert.Equal(["id", "title", "byline", "outlet", "published", "modified", "url", "language", "text"], article.Select(property => property.Key));
        Assert.Equal("rota", (string?)article["id"]);
        Assert.Equal("The Skerry Post", (string?)article["outlet"]);
        Assert.Contains("Nobody should be asked", (string?)article["text"]);
        Assert.DoesNotContain("All rights reserved", (string?)article["text"]);
    }

    [Fact]
    public void Plain_text_loses_the_furniture_of_its_page()
    {
        var text = (string?)_command.Run("extract", _command.File("a.txt", Texts.Harbour + "\n\nLeave a Reply\n\nYour email address will not be published.\n")).Json["text"];
        Assert.EndsWith("second closure was likely.", text);
    }

    [Fact]
    public void Several_texts_in_one_stream_are_told_apart()
    {
        var outcome = _command.Run("extract", _command.File("a.txt", Texts.Harbour), _command.File("b.html", Texts.Page), "--format", "text");
        Assert.StartsWith("==> a <==\nThe swing bridge", outcome.Output);
        Assert.Contains("\n\n==> b <==\n", outcome.Output);
    }

    [Fact]
    public void Lines_of_json_are_one_an_article() =>
        Assert.Equal(["a", "b"], _command.Run("extract", "--format", "jsonl", _command.File("a.txt", Texts.Harbour), _command.File("b.html", Texts.Page))
            .JsonLines.Select(article => (string?)article["id"]));
}
