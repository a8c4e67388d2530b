using Rapporteur.Archive.Store;
using Rapporteur.Records;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

public sealed class HeadingTests
{
    [Fact]
    public void An_article_without_a_headline_is_called_by_its_first_line()
    {
        using var place = new TemporaryArchive();
        using var archive = place.With(new ArticleDraft { Name = "wire-7" }.Write("The ferry sails again."), new ArticleDraft { Name = "wire-8", Title = "Harbour reopens" }.Write("It rained."));
        Assert.Equal(["The ferry sails again.", "Harbour reopens"], archive.Articles().Select(article => article.Heading));
        Assert.Equal([null, "Harbour reopens"], archive.Articles().Select(article => article.Title));
    }

    [Theory]
    [InlineData("  One line\r\nand another", "One line")]
    [InlineData("\n\n \n", null)]
    [InlineData("", null)]
    public void It_is_the_first_line_that_holds_something(string text, string? opening) => Assert.Equal(opening, Opening.Of(Document(text)));

    [Fact]
    public void A_long_line_is_cut_between_words_and_never_within_a_character()
    {
        var words = Opening.Of(Document(string.Concat(Enumerable.Repeat("harbour ", 40))))!;
        Assert.EndsWith("harbour …", words, StringComparison.Ordinal);
        Assert.InRange(words.Length, 80, 92);
        for (var shift = 0; shift < 2; shift++)
            Assert.All(Opening.Of(Document(new string('x', shift) + string.Concat(Enumerable.Repeat("😀", 80))))!.EnumerateRunes(), rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));
    }

    [Fact]
    public void It_begins_where_the_article_does_not_where_the_page_does() =>
        Assert.Equal("The ferry sails.", Opening.Of(Document("Menu Home About\nThe ferry sails.") with { Body = [new CodePointRange(16, 32)] }));

    private static RecordDocument Document(string text) =>
        new(null, null, null, null, null, null, null, null, text, text.Length == 0 ? [] : [new CodePointRange(0, text.EnumerateRunes().Count())]);
}
