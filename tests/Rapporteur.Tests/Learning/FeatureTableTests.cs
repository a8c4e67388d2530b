using CsCheck;
using Rapporteur.Learning;
using Xunit;

namespace Rapporteur.Tests.Learning;

public sealed class FeatureTableTests
{
    private static readonly Gen<uint[]> Features = Gen.UInt.Array[1, 200].Select(f => f.Distinct().ToArray());

    [Fact]
    public void A_score_is_the_sum_of_the_weights_of_the_features_that_were_learned() =>
        Gen.Select(Features, Gen.Int[1, FeatureTable.MostLabels], Gen.Int[0, int.MaxValue]).Sample((learned, labels, seed) =>
        {
            var random = new Random(seed);
            var weights = Enumerable.Range(0, learned.Length * labels).Select(_ => random.Next(-127, 128) * 4f / 127).ToArray();

            // As many lines as keep every feature.
            var bytes = FeatureTable.Build(learned, weights, labels, 1 << 12, out var scale, out var kept);
            var table = Table(bytes, scale);
            if (kept < learned.Length) return;
            var asked = learned.Where(_ => random.Next(2) == 0).ToArray();
            var scores = new float[FeatureTable.Width];
            table.Score(asked, scores);
            for (var y = 0; y < labels; y++)
            {
                var expected = asked.Sum(f => MathF.Round(weights[Array.IndexOf(learned, f) * labels + y] / scale)) * scale;
                Assert.Equal(expected, scores[y], 1e-3f);
            }
        }, iter: 500);

    [Fact]
    public void Features_that_were_never_learned_add_nothing()
    {
        var bytes = FeatureTable.Build([0x50003], [1f, -1f], 2, 4, out var scale, out _);
        var scores = new float[FeatureTable.Width];
        Table(bytes, scale).Score([0x70003, 0x30003, 0x50001, 77], scores);
        Assert.All(scores, score => Assert.Equal(0, score));
    }

    [Fact]
    public void A_full_line_keeps_its_strongest_features()
    {
        uint[] alike = [0x10000, 0x30000, 0x50000, 0x70000, 0x90000];
        var bytes = FeatureTable.Build(alike, [1f, 2f, 0.1f, 3f, 4f], 1, 1, out var scale, out var kept);
        Assert.Equal(4, kept);
        var scores = new float[FeatureTable.Width];
        Table(bytes, scale).Score([0x50000], scores);
        Assert.Equal(0, scores[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64 * 3)]
    [InlineData(100)]
    public void A_table_of_another_size_is_refused(int bytes) =>
        Assert.Throws<ArgumentException>(() => new FeatureTable(new byte[bytes], 1));

    private static FeatureTable Table(byte[] bytes, float scale)
    {
        var pinned = GC.AllocateArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned, 0);
        return new FeatureTable(pinned, scale, pinned);
    }
}
