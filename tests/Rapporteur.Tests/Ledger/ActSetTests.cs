using Xunit;

namespace Rapporteur.Tests.Ledger;

/// <summary>The ledger on our own set of statements: floors for the held-out half as docs/measurements.md states them.</summary>
public sealed class ActSetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("development", true, 0.85, 0.88)]
    [InlineData("held-out", true, 0.75, 0.83)]
    [InlineData("development", false, 0.7, 0.75)]
    [InlineData("held-out", false, 0.69, 0.85)]
    public void Acts_and_conditions_are_read(string half, bool marked, double acts, double conditions)
    {
        var score = ActScore.Of(half, marked);
        if (half == "development" && marked) foreach (var error in score.Errors) output.WriteLine(error);
        output.WriteLine($"acts {score.Acts}");
        foreach (var (act, tally) in score.ByAct) output.WriteLine($"  {act,-10} {tally}");
        output.WriteLine(score.Table.ToString());
        output.WriteLine($"condition words {score.ConditionWords}\ncondition spans {score.Conditions}\nconsequence words {score.ConsequenceWords}");
        output.WriteLine($"addressee {score.Addressees}\ntarget {score.Targets}\ndeadline {score.Deadlines}\nqualifiers {score.Qualifiers}");
        Assert.True(score.Acts.F1 >= acts, $"acts: {score.Acts}");
        Assert.True(score.ConditionWords.F1 >= conditions, $"condition words: {score.ConditionWords}");
    }
}
