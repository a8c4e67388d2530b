using CsCheck;
using Rapporteur.Desk.Pages.Articles;
using Xunit;

namespace Rapporteur.Desk.Tests.Pages;

public sealed class TextPartTests
{
    [Fact]
    public void A_text_of_usual_length_is_one_part() => Assert.Single(TextPart.Divide(new string('a', TextPart.Longest)));

    [Fact]
    public void A_long_text_is_cut_at_the_ends_of_lines_or_words_and_never_inside_a_character() =>
        Gen.OneOf(Gen.Const("word "), Gen.Const("line\n"), Gen.Const("x"), Gen.Const("😀"), Gen.Const("\n")).Array[1, 30].Sample(pieces =>
        {
            var piece = string.Concat(pieces);
            var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length + 1));
            var end = 0;
            foreach (var part in TextPart.Divide(text))
            {
                Assert.Equal(end, part.Start);
                Assert.InRange(part.Length, 1, TextPart.Longest);
                end = part.End;
                Assert.False(end < text.Length && char.IsLowSurrogate(text[end]));
            }

            Assert.Equal(text.Length, end);
        }, iter: 200);
}
