using Rapporteur.Archive.Store;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

public sealed class MigrationTests
{
    [Fact]
    public void Migrations_are_numbered_from_1_without_a_gap_and_each_number_has_one_name() =>
        Assert.All(Migrations.All.Index(), step => Assert.All(step.Item, name =>
        {
            Assert.StartsWith($"{step.Index + 1:D4}-", name, StringComparison.Ordinal);
            Assert.Equal(step.Item[0].Split('.')[0], name.Split('.')[0]);
        }));
}
