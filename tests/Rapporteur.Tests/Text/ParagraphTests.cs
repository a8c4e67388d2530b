using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Text;

public sealed class ParagraphTests
{
    [Theory]
    [InlineData("one\ntwo\n\n  three  ", "one|two|three")]
    [InlineData("one\r\ntwo\rthree\u2028four\u2029five", "one|two|three|four|five")]
    [InlineData("\n \u00A0\n", "")]
    [InlineData("\uFEFFone", "one")]
    public void Lines_are_paragraphs(string text, string expected) => Assert.Equal(expected, Paragraphs(text));

    [Fact]
    public void Lines_wrapped_by_hand_are_joined()
    {
        const string Wrapped = "The harbour was closed for the\nwinter, and the boats lay on\nthe stones with their keels\nup, as they had done in all\nthe years before the mole was\nbuilt.\n\nThen came spring.";
        var paragraphs = Paragraphs(Wrapped).Split('|');
        Assert.Equal(2, paragraphs.Length);
        Assert.EndsWith("built.", paragraphs[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_sentences_stay_apart() =>
        Assert.Equal(6, Paragraphs("The boat left.\nIt was late.\nRain fell.\nNobody spoke.\nThe mast broke.\nAll was lost.").Split('|').Length);

    private static string Paragraphs(string text) =>
        string.Join('|', ParagraphSplitter.Find(text).Select(p => p.In(text).ToString()));
}
