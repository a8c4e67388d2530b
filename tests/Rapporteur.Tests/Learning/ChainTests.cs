using CsCheck;
using Rapporteur.Learning;
using Xunit;

namespace Rapporteur.Tests.Learning;

/// <summary>The chain against all paths, written out.</summary>
public sealed class ChainTests
{
    private const int Labels = 3;

    private static readonly Gen<(float[] Emissions, float[] Transitions)> Scores = Gen.Select(
        Gen.Float[-3, 3].Array[Labels, Labels * 5].Select(e => e[..(e.Length / Labels * Labels)]), Gen.Float[-3, 3].Array[(Labels + 1) * Labels]);

    [Fact]
    public void The_best_path_is_the_best_of_all_paths() => Scores.Sample((emissions, transitions) =>
    {
        var path = new byte[emissions.Length / Labels];
        var score = new Chain(Labels).Best(emissions, Labels, transitions, path);
        var best = Paths(path.Length).Max(p => Score(p, emissions, transitions));
        Assert.Equal(best, Score(path, emissions, transitions), 1e-3f);
        Assert.Equal(best, score, 1e-3f);
    }, iter: 300);

    [Fact]
    public void A_marginal_is_the_share_of_the_paths_that_pass_through() => Scores.Sample((emissions, transitions) =>
    {
        var marginals = new float[emissions.Length];
        var length = emissions.Length / Labels;
        var all = new Chain(Labels).Marginals(emissions, Labels, Array.ConvertAll(transitions, Exponential.Of), marginals, []);
        var weights = Paths(length).Select(p => (Path: p, Weight: Math.Exp(Score(p, emissions, transitions)))).ToList();
        var sum = weights.Sum(w => w.Weight);
        Assert.Equal(Math.Log(sum), all, 1e-3);
        for (var t = 0; t < length; t++)
            for (var y = 0; y < Labels; y++)
                Assert.Equal(weights.Where(w => w.Path[t] == y).Sum(w => w.Weight) / sum, marginals[t * Labels + y], 1e-3);
    }, iter: 300);

    [Fact]
    public void What_may_not_happen_does_not()
    {
        var transitions = new float[(Labels + 1) * Labels];
        transitions[0 * Labels + 1] = Chain.Never;
        var path = new byte[2];
        new Chain(Labels).Best([5, 0, 0, 0, 5, 0], Labels, transitions, path);
        Assert.False(path is [0, 1]);
    }

    [Fact]
    public void The_exponential_is_that_of_the_framework_within_its_error() =>
        Gen.Float[-80, 80].Sample(x => Math.Abs(Exponential.Of(x) / Math.Exp(x) - 1) < 4e-7);

    private static IEnumerable<byte[]> Paths(int length) => length == 0
        ? [[]]
        : Paths(length - 1).SelectMany(p => Enumerable.Range(0, Labels).Select(y => (byte[])[.. p, (byte)y]));

    private static float Score(byte[] path, float[] emissions, float[] transitions)
    {
        var before = Labels;
        float score = 0;
        for (var t = 0; t < path.Length; t++)
        {
            score += transitions[before * Labels + path[t]] + emissions[t * Labels + path[t]];
            before = path[t];
        }

        return score;
    }
}
