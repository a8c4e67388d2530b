using Xunit;

namespace Rapporteur.Tests.Text;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("The ship sank. Nobody drowned.", 2)]
    [InlineData("Mr. Venn left. Dr. Roe stayed.", 2)]
    [InlineData("The U.S. Senate met on Jan. 5 in Elvik.", 1)]
    [InlineData("“Is it over?” she asked. He shrugged.", 2)]
    [InlineData("“It is over.” He shrugged.", 2)]
    [InlineData("Prices rose 3.5 percent to $1.20. They fell later.", 2)]
    [InlineData("J. K. Marrow wrote it.", 1)]
    [InlineData("Stop! Who goes there? Nobody…", 3)]
    [InlineData("A headline without a full stop", 1)]
    [InlineData("He paused... and went on.", 1)]
    [InlineData("One line\nanother line", 2)]
    [InlineData("", 0)]
    public void A_text_has_so_many_sentences(string text, int count) =>
        Assert.Equal(count, Reader.English.Parse(new Article(text)).Sentences.Length);
}
