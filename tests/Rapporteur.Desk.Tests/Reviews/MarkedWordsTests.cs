using Rapporteur.Desk.Pages.Reviews;
using Rapporteur.Records;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Desk.Tests.Reviews;

public sealed class MarkedWordsTests
{
    private const string Text = "😀 He said that he said it.\n\nHe  said\nso.";

    private static MarkedWords Words(Span? within = null) => new(Text, new CodePoints(Text), within ?? new Span(0, Text.Length));

    [Theory]
    [InlineData("that he", 10, 17)]
    [InlineData("10-17", 10, 17)]
    [InlineData(" 10 - 17 : that he ", 10, 17)]
    [InlineData("10-12: that he said", 10, 22)]
    [InlineData("0-3: said", 5, 9)]
    [InlineData("30-31: said", 32, 36)]
    [InlineData("He said so", 28, 39)]
    [InlineData("29-40: He said so", 28, 39)]
    [InlineData("😀", 0, 1)]
    public void Words_or_places_say_what_is_meant(string line, int start, int end)
    {
        Assert.True(Words().TryRead(line, out var ranges, out _));
        Assert.Equal([new CodePointRange(start, end)], ranges);
    }

    [Theory]
    [InlineData("said", "“said” stands here 3 times")]
    [InlineData("she said", "“she said” does not stand here.")]
    [InlineData("10-17: nothing like it", "“nothing like it” does not stand here.")]
    public void What_cannot_be_found_is_told(string line, string problem)
    {
        Assert.False(Words().TryRead(line, out var ranges, out var told));
        Assert.Empty(ranges);
        Assert.StartsWith(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_as_it_was()
    {
        CodePointRange[] ranges = [new(0, 4), new(18, 22), new(28, 36), new(28, 39)];
        Assert.True(Words().TryRead(Words().Written([.. ranges]), out var read, out _));
        Assert.Equal(ranges, read);
    }

    [Fact]
    public void Nothing_typed_marks_nothing_and_words_are_looked_for_within_what_is_shown()
    {
        Assert.True(Words().TryRead(" \r\n\n", out var none, out _));
        Assert.Empty(none);
        Assert.True(Words(new Span(20, Text.Length - 20)).TryRead("so", out _, out _));
        Assert.False(Words(new Span(0, 20)).TryRead("so", out _, out _));
    }

    [Fact]
    public void Long_and_repeated_words_take_no_long_time()
    {
        var text = new string('a', 200_000);
        var words = new MarkedWords(text, new CodePoints(text), new Span(0, text.Length));
        Assert.False(words.TryRead(string.Join('\n', Enumerable.Repeat(new string('a', 5_000) + "b" + new string('a', 5_000), 50)), out _, out _));
        Assert.True(words.TryRead("7-9: aaa", out var ranges, out _));
        Assert.Equal([new CodePointRange(7, 10)], ranges);
    }
}
