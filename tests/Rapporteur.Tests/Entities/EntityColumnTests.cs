using Rapporteur.Entities;
using Xunit;

namespace Rapporteur.Tests.Entities;

public sealed class EntityColumnTests
{
    [Fact]
    public void Mentions_open_and_close_as_GUM_writes_them()
    {
        var reading = Naming.Read("Maria Delgado left. She was tired.");
        var columns = EntityColumn.Of(reading.Document, reading.Entities);
        Assert.Equal("Entity=(1-person-new-1-coref", columns[0]);
        Assert.Equal("Entity=1)", columns[1]);
        Assert.Equal("Entity=(1-person-giv-1-ana)", columns[4]);
        Assert.Null(columns[2]);
    }

    [Fact]
    public void Every_mention_that_opens_closes()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var reading = Naming.Read(News.Article(seed));
            var entries = string.Concat(EntityColumn.Of(reading.Document, reading.Entities).Where(c => c is not null));
            Assert.Equal(reading.Entities.All.Sum(e => e.Mentions.Length), entries.Count(c => c == '('));
            Assert.Equal(entries.Count(c => c == '('), entries.Count(c => c == ')'));
        }
    }
}
