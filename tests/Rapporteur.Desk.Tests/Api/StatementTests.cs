using Rapporteur.Desk.Tests.Api.Generated;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class StatementTests : ApiTest
{
    [Fact]
    public async Task Statements_are_found_by_the_query_language()
    {
        var article = (await Api.AddArticleAsync(Ferry(), cancellationToken: Cancellation)).Article;
        var found = Assert.Single((await Api.FindStatementsAsync(q: "speaker:\"Ilse Marten\" ferries", cancellationToken: Cancellation)).Items);
        Assert.Equal(($"{article}#s1", "direct", "2024-05-02"), (found.Statement, found.Kind, found.Day));
        Assert.NotEmpty(found.Matches);
        Assert.Empty((await Api.FindStatementsAsync(q: "speaker:nobody", cancellationToken: Cancellation)).Items);
    }

    [Theory]
    [InlineData("1-s1")]
    [InlineData("1%23s1")]
    public async Task A_statement_is_had_by_its_name_with_its_evidence(string name)
    {
        Desk.Add(new Article(Ferry().Text!));
        var answer = await Api.GetStatementAsync(Uri.UnescapeDataString(name), cancellationToken: Cancellation);
        Assert.Equal("Ilse Marten", answer.Statement.Speaker);
        Assert.NotEmpty(answer.Record!.Cue);
        Assert.True((await Client.GetAsync($"/api/v1/statements/{name}", Cancellation)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    [InlineData("relevance")]
    public async Task Pages_hold_every_statement_once_whatever_is_added_in_between(string sort)
    {
        for (var i = 0; i < 9; i++) Add(i, "late");
        var expected = (await Api.FindStatementsAsync(q: "boat", sort: sort, limit: 100, cancellationToken: Cancellation)).Items.Select(item => item.Statement).ToList();
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Api.FindStatementsAsync(q: "boat", sort: sort, cursor: cursor, limit: 2, cancellationToken: Cancellation);
            seen.AddRange(page.Items.Select(item => item.Statement));
            cursor = page.Next;

            // Before, between and after what was given.
            Add(seen.Count + 20, "late");
        }
        while (cursor is not null);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(expected, seen.Where(expected.Contains));
    }

    [Fact]
    public async Task The_printings_of_a_statement_are_laid_beside_it()
    {
        await Api.AddArticleAsync(Ferry("Meridian Wire"), cancellationToken: Cancellation);
        await Api.AddArticleAsync(Ferry("Harbour Post"), cancellationToken: Cancellation);
        var comparison = await Api.ListPrintingsAsync("1-s1", cancellationToken: Cancellation);
        var variant = Assert.Single(comparison.Variants);
        Assert.Equal(("Harbour Post", VariantKind.Exact), (variant.Printing.Outlet, variant.Kind));
    }

    [Fact]
    public async Task Happenings_are_listed_with_who_is_cited_where()
    {
        await Api.AddArticleAsync(Ferry("Meridian Wire"), cancellationToken: Cancellation);
        await Api.AddArticleAsync(Ferry("Harbour Post"), cancellationToken: Cancellation);
        var happening = Assert.Single((await Api.ListHappeningsAsync(outlets: 2, cancellationToken: Cancellation)).Items);
        Assert.Contains(happening.Speakers, speaker => speaker.Name == "Ilse Marten");
        Assert.Equal(happening.Id, (await Api.GetHappeningAsync(2, cancellationToken: Cancellation)).Id);
        Assert.Empty((await Api.ListHappeningsAsync(outlets: 3, cancellationToken: Cancellation)).Items);
    }

    private void Add(int i, string word) => Desk.Add(new Article($"\"Boat number {i} is {word},\" Ada Lind said.")
    {
        Published = new PublicationDate(new DateOnly(2024, 1, 1 + (i * 7 % 28))),
    });
}
