using Rapporteur.Training.Entities;
using Xunit;

namespace Rapporteur.Training.Tests.Entities;

public sealed class CoreferenceScoreTests
{
    [Fact]
    public void The_same_chains_score_everything()
    {
        var score = Score([[1, 2, 3], [4, 5]], [[1, 2, 3], [4, 5]]);
        Assert.Equal(100, score.Mean, 9);
    }

    // The worked example of Luo 2005 for gold {1..5} {6, 7} {8..12}: two chains run together.
    [Fact]
    public void Two_chains_run_together_cost_what_the_measures_say()
    {
        var score = Score([[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]], [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]]);
        Assert.Equal((90, 100), (score.Muc.P, score.Muc.R));
        Assert.Equal(100 * (5 + 2 * (2.0 / 7) + 5 * (5.0 / 7)) / 12, score.B3.P, 9);
        Assert.Equal(100, score.B3.R, 9);
        Assert.Equal(100 * (1 + 2 * 5.0 / 12) / 2, score.Ceaf.P, 9);
        Assert.Equal(100 * (1 + 2 * 5.0 / 12) / 3, score.Ceaf.R, 9);
    }

    [Fact]
    public void A_mention_alone_counts_on_neither_side()
    {
        var score = Score([[1, 2], [3]], [[1, 2], [4]]);
        Assert.Equal(100, score.Mean, 9);
    }

    [Fact]
    public void The_best_assignment_is_not_always_the_greedy_one() =>
        Assert.Equal(7, Assignment.Best(new double[,] { { 5, 4 }, { 3, 0 } }), 9);

    private static CoreferenceScore Score(int[][] gold, int[][] found)
    {
        var score = new CoreferenceScore();
        score.Add(gold, found);
        return score;
    }
}
