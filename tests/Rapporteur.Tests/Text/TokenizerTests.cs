using Rapporteur.Languages;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("The ship sank.", "The ship sank .")]
    [InlineData("“No,” she said.", "“ No , ” she said .")]
    [InlineData("It's Quist's; they don't.", "It 's Quist 's ; they do n't .")]
    [InlineData("We’ve seen the allies’ boats.", "We ’ve seen the allies ’ boats .")]
    [InlineData("The U.S. and the E.U. met.", "The U.S. and the E.U. met .")]
    [InlineData("Mr. Venn met Dr. Roe at 3 p.m. today.", "Mr. Venn met Dr. Roe at 3 p.m. today .")]
    [InlineData("J. Marrow paid 1,200.50 on 3/4.", "J. Marrow paid 1,200.50 on 3/4 .")]
    [InlineData("a back-to-back, 12-year-old plan", "a back - to - back , 12 - year - old plan")]
    [InlineData("wait... what?!", "wait ... what ?!")]
    [InlineData("see https://example.org/a?b=1, then go", "see https://example.org/a?b=1 , then go")]
    [InlineData("@quist wrote #elvik", "@quist wrote #elvik")]
    [InlineData("AT&T rose 5%", "AT&T rose 5 %")]
    [InlineData("a\u00A0wide\u200Bspace", "a wide space")]
    [InlineData("Ana\u2014late\u2014ran", "Ana — late — ran")]
    [InlineData("état Übung 北京", "état Übung 北京")]
    [InlineData("🚢🚢 sail", "🚢 🚢 sail")]
    [InlineData("end.Then more", "end . Then more")]
    public void Text_splits_into_tokens(string text, string expected) => Assert.Equal(expected, string.Join(' ', Split(text)));

    [Fact]
    public void No_character_but_blanks_is_lost()
    {
        var text = News.OfLength(4000);
        Assert.Equal(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), string.Concat(Split(text)));
    }

    private static List<string> Split(string text)
    {
        var tokens = new Tokens(4);
        Tokenizer.Tokenize(text, new Span(0, text.Length), LanguagePack.English, tokens);
        return Enumerable.Range(0, tokens.Count).Select(i => tokens[i].In(text).ToString()).ToList();
    }
}
