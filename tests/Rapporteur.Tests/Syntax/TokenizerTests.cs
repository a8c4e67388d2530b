using Rapporteur.Languages;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Syntax;

public class TokenizerTests
{
    private static string Tokens(string text)
    {
        var document = Document.Parse(text, null, LanguagePack.English);
        return string.Join('|', Enumerable.Range(0, document.Tokens.Count).Select(i => document.Tokens[i].In(text).ToString()));
    }

    private static string[] Sentences(string text)
    {
        var document = Document.Parse(text, null, LanguagePack.English);
        return [.. document.Sentences.Select(s => text[document.Tokens.Starts[s.First]..document.Tokens[s.End - 1].End])];
    }

    [Theory]
    [InlineData("She didn't pay $1.2bn.", "She|did|n't|pay|$|1.2|bn|.")]
    [InlineData("(R)ecent flex(ing) of [t]he muscle", "(R)ecent|flex(ing)|of|[t]he|muscle")]
    [InlineData("a so-called non-aligned co-founder", "a|so|-|called|non-aligned|co-founder")]
    [InlineData("Call 555-0100 or 5-10 men at 7:30pm", "Call|555-0100|or|5|-|10|men|at|7:30|pm")]
    [InlineData("We cannot go to the U.S. in Jan. 2020.", "We|can|not|go|to|the|U.S.|in|Jan.|2020|.")]
    [InlineData("He said No. The No. 10 source left.", "He|said|No|.|The|No.|10|source|left|.")]
    [InlineData("Mail ada.lind@example.org, see https://example.org/a-b.", "Mail|ada.lind@example.org|,|see|https://example.org/a-b|.")]
    [InlineData("US$5 :-) what?!", "US$|5|:-)|what|?!")]
    public void Words_are_cut_as_in_the_treebanks(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Fact]
    public void A_quotation_mark_that_closes_a_sentence_belongs_to_it() =>
        Assert.Equal(["“We will not go.”", "Mr. Orban of the U.S. Senate left at once."], Sentences("“We will not go.” Mr. Orban of the U.S. Senate left at once."));

    [Fact]
    public void Paragraphs_are_borders_even_without_a_full_stop() =>
        Assert.Equal(["Talks fail again", "The envoy left on Monday."], Sentences("Talks fail again\n\nThe envoy left on Monday."));
}
