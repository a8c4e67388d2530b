using Rapporteur.Syntax;
using Xunit;

namespace Rapporteur.Tests.Syntax;

public class LemmatizerTests
{
    private static string Lemma(string text, string word)
    {
        var reading = Reader.English.Read(new Article(text));
        var token = reading.Document.Tokens.IndexAt(text.IndexOf(word, StringComparison.Ordinal));
        return reading.Syntax.Lemma(token);
    }

    [Theory]
    [InlineData("The ministers have spoken to reporters.", "spoken", "speak")]
    [InlineData("The ministers have spoken to reporters.", "reporters", "reporter")]
    [InlineData("She is denying the allegations.", "denying", "deny")]
    [InlineData("She is denying the allegations.", "is", "be")]
    [InlineData("The worst crises came last.", "crises", "crisis")]
    [InlineData("Norland's envoy flew home.", "Norland", "Norland")]
    [InlineData("They won't say.", "n't", "not")]
    public void A_form_goes_back_to_its_dictionary_form(string text, string word, string lemma) => Assert.Equal(lemma, Lemma(text, word));

    [Fact]
    public void A_lemma_can_be_had_without_allocating()
    {
        var reading = Reader.English.Read(new Article("Officials denied it."));
        Span<char> buffer = stackalloc char[Lemmatizer.Longest];
        reading.Syntax.Lemma(1, buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < 100; k++) reading.Syntax.Lemma(1, buffer);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal("deny", reading.Syntax.Lemma(1, buffer).ToString());
    }

    [Fact]
    public void A_word_too_long_for_the_buffer_is_its_own_lemma()
    {
        var word = new string('x', 500);
        Assert.Equal(word, Lemma(word + " went.", word));
    }
}
