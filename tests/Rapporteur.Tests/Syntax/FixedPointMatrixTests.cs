using CsCheck;
using Rapporteur.Learning;
using Xunit;

namespace Rapporteur.Tests.Syntax;

public class FixedPointMatrixTests
{
    [Fact]
    public void Products_are_the_sums_of_the_products()
    {
        var sizes = Gen.Select(Gen.Int[1, 9], Gen.Int[1, 12], Gen.Int[1, 5], Gen.Int[0, 1000]);
        sizes.Sample((rows, half, columns16, seed) =>
        {
            int inner = half * 2, columns = columns16 * 16;
            var random = new Random(seed);
            var weights = new float[inner * columns];
            foreach (ref var w in weights.AsSpan()) w = random.NextSingle() - 0.5f;
            var bytes = GC.AllocateArray<byte>(inner * columns * 2, pinned: true);
            FixedPointMatrix.Build(weights, inner, columns, out var scale).CopyTo(bytes, 0);
            var matrix = new FixedPointMatrix(bytes, inner, columns, scale, bytes);
            var inputs = new short[rows * inner];
            foreach (ref var x in inputs.AsSpan()) x = (short)random.Next(-FixedPointMatrix.One, FixedPointMatrix.One + 1);
            var sums = new int[rows * columns];
            matrix.Multiply(inputs, rows, sums);
            for (var r = 0; r < rows; r++)
                for (var c = 0; c < columns; c++)
                {
                    var expected = 0;
                    for (var k = 0; k < inner; k++) expected += inputs[r * inner + k] * (int)MathF.Round(weights[k * columns + c] / scale);
                    Assert.Equal(expected, sums[r * columns + c]);
                }
        }, iter: 60);
    }
}
