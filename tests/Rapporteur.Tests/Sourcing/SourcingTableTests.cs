using System.Collections.Immutable;
using Rapporteur.Records;
using Rapporteur.Sourcing;
using Xunit;

namespace Rapporteur.Tests.Sourcing;

/// <summary>The table of sources, on sentences about invented people.</summary>
public sealed class SourcingTableTests
{
    [Fact]
    public void A_named_person_has_name_and_title_wherever_the_article_gives_them()
    {
        var rows = Rows("Fire chief Ada Lindqvist opened the pier on Monday.\n\n“The pier is safe,” Lindqvist said. “We checked every plank,” she added.");
        var row = Assert.Single(rows);
        Assert.Equal(SourceType.Person, row.Type);
        Assert.Equal("Ada Lindqvist", row.Name);
        Assert.Contains("ire chief", row.Title, StringComparison.Ordinal);
        Assert.Equal("“The pier is safe,” Lindqvist said. “We checked every plank,” she added.", row.Statement);
    }

    [Fact]
    public void One_who_is_not_named_is_anonymous_and_the_reason_is_kept()
    {
        var row = Assert.Single(Rows("The ferry will be sold, said a senior port official who spoke on condition of anonymity because the sale is not public."));
        Assert.Equal(SourceType.Anonymous, row.Type);
        Assert.Contains("port official", row.Name, StringComparison.Ordinal);
        Assert.Contains("anonymity", row.Justification, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_report_is_whose_it_is()
    {
        var rows = Rows("The Norland Institute report was published on Friday.\n\nThe report found that the harbour loses two ships a year.");
        var row = Assert.Single(rows, r => r.Statement.StartsWith("The report found", StringComparison.Ordinal));
        Assert.Equal(SourceType.Document, row.Type);
        Assert.Equal("Norland Institute", row.Name);
    }

    [Fact]
    public void A_report_of_nobody_known_keeps_its_own_name()
    {
        var row = Assert.Single(Rows("The report found that the harbour loses two ships a year."));
        Assert.Equal("report", row.Name);
    }

    [Fact]
    public void Several_people_are_a_group() =>
        Assert.Equal(SourceType.Group, Assert.Single(Rows("Residents said the noise had kept them awake for weeks.")).Type);

    private static ImmutableArray<SourcedStatement> Rows(string text) => SourcingTable.From(Reader.English.Read(new Article(text))).Sources;
}
