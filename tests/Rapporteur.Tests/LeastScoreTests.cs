using Xunit;

namespace Rapporteur.Tests;

public sealed class LeastScoreTests
{
    private const string Text = """
        The harbour master, Ines Okoro, said on Monday that the ferry would not sail before noon.

        "We will wait for the tide, and nobody will rush us," she told reporters on the quay.

        Some fishermen seemed to doubt it. A rumour of a strike had been going round the market.
        """;

    [Fact]
    public void Statements_less_sure_than_asked_are_left_out_and_the_others_stay()
    {
        var all = Reader.English.Read(new Article(Text)).Statements;
        var sure = Reader.English.Read(new Article(Text), leastScore: 0.8).Statements;
        Assert.Contains(all, s => s.Score >= 0.8);
        Assert.Equal(all.Where(s => s.Score >= 0.8).Select(s => s.Id), sure.Select(s => s.Id));
    }

    [Fact]
    public void A_least_score_of_one_and_more_leaves_nothing() =>
        Assert.Empty(Reader.English.Read(new Article(Text), leastScore: 1.01).Statements);
}
