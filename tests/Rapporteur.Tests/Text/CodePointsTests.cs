using CsCheck;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Text;

public sealed class CodePointsTests
{
    // Long runs of pairs, so that blocks of the index begin and end inside them.
    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, NastyText.Any),
        (2, Gen.OneOf("a", "é", "🚢", "𝒳", "\uD83D", "\uDE00").Array[0, 1200].Select(string.Concat)));

    [Fact]
    public void Every_code_point_round_trips() => Texts.Sample(text =>
    {
        var points = new CodePoints(text);
        for (var index = 0; index <= points.Count; index++) Assert.Equal(index, points.FromUtf16(points.ToUtf16(index)));
    }, iter: 300);

    [Fact]
    public void Positions_count_as_Python_counts_them() => Texts.Sample(text =>
    {
        var points = new CodePoints(text);
        var index = 0;
        for (var position = 0; position < text.Length; index++)
        {
            Assert.Equal(index, points.FromUtf16(position));
            Assert.Equal(position, points.ToUtf16(index));
            position += char.IsSurrogatePair(text, position) ? 2 : 1;
        }

        Assert.Equal(index, points.Count);
        Assert.Equal(index, points.FromUtf16(text.Length));
    }, iter: 300);

    [Fact]
    public void A_position_inside_a_pair_counts_as_its_end() => Assert.Equal(1, new CodePoints("🚢a").FromUtf16(1));

    [Fact]
    public void Positions_outside_the_text_are_refused()
    {
        var points = new CodePoints("🚢");
        Assert.Throws<ArgumentOutOfRangeException>(() => points.FromUtf16(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => points.FromUtf16(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => points.ToUtf16(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => points.ToUtf16(-1));
    }
}
