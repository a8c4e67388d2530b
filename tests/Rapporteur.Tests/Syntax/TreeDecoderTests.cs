using CsCheck;
using Rapporteur.Syntax;
using Xunit;

namespace Rapporteur.Tests.Syntax;

public class TreeDecoderTests
{
    private static readonly Gen<float[]> Scores = Gen.Int[1, 5].SelectMany(n => Gen.Float[-5f, 5f].Array[n * (n + 1)]);

    private static int Words(float[] scores) => (int)((Math.Sqrt(1 + 4 * scores.Length) - 1) / 2 + 0.5);

    private static float Score(float[] scores, int n, ReadOnlySpan<int> heads)
    {
        float sum = 0;
        for (var i = 0; i < n; i++) sum += scores[i * (n + 1) + heads[i] + 1];
        return sum;
    }

    // All trees without crossing branches, by trying all heads.
    private static float BestByTrial(float[] scores, int n)
    {
        var best = float.NegativeInfinity;
        var heads = new int[n];
        Try(0);
        return best;

        void Try(int i)
        {
            if (i == n)
            {
                if (IsTree(heads) && !Crosses(heads)) best = Math.Max(best, Score(scores, n, heads));
                return;
            }

            for (var head = -1; head < n; head++)
            {
                if (head == i) continue;
                heads[i] = head;
                Try(i + 1);
            }
        }
    }

    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] < 0) roots++;
            var steps = 0;
            for (var k = i; k >= 0; k = heads[k]) if (steps++ > heads.Length) return false;
        }

        return roots == 1;
    }

    private static bool Crosses(ReadOnlySpan<int> heads)
    {
        for (var i = 0; i < heads.Length; i++)
            for (var j = 0; j < heads.Length; j++)
            {
                int a = Math.Min(i, heads[i]), b = Math.Max(i, heads[i]), c = Math.Min(j, heads[j]), d = Math.Max(j, heads[j]);
                if (a < c && c < b && b < d) return true;
            }

        return false;
    }

    [Fact]
    public void Scores_of_any_kind_give_a_tree() => Scores.Sample(scores =>
    {
        var heads = new int[Words(scores)];
        new TreeDecoder().Decode(scores, heads.Length + 1, heads);
        return IsTree(heads);
    });

    [Fact]
    public void Where_circles_must_be_broken_the_tree_is_the_best_with_its_root() => Scores.Sample(scores =>
    {
        var n = Words(scores);
        var best = Enumerable.Range(0, n).Max(root =>
        {
            var heads = new int[n];
            new ProjectiveDecoder().Decode(scores, n + 1, root, heads);
            Assert.True(IsTree(heads));
            Assert.Equal(-1, heads[root]);
            return Score(scores, n, heads);
        });
        Assert.Equal(BestByTrial(scores, n), best, 1e-3f);
    }, iter: 200);
}
