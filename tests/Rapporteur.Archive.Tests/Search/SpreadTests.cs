using Rapporteur.Archive.Exchange;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.Statements;
using System.Text;
using Xunit;

namespace Rapporteur.Archive.Tests.Search;

/// <summary>How what a query finds spreads: facets, time, and who speaks of whom.</summary>
public abstract class SpreadTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : SpreadTests(new TemporaryArchive());

    public sealed class OnPostgres() : SpreadTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    private NewsArchive Harbour() => _place.With(
        new ArticleDraft { Name = "a1", Published = "2024-05-02", Outlet = "Meridian Wire" }
            .Say("Oda Brandt", "The boats will sail", SpeechAct.Promise, to: "Ilse Marten").Say("Ilse Marten", "The boats will stay", SpeechAct.Deny, to: "Oda Brandt")
            .Say("fishermen", "No boats have sailed", kind: StatementKind.Indirect),
        new ArticleDraft { Name = "a2", Published = "2024-06-09", Outlet = "Tidewater Post" }
            .Say("Oda Brandt", "More boats will sail", SpeechAct.Promise, to: "Ilse Marten", actor: new RecordActor("FRA", "France", default)).Say("Jon Rask", "So be it", to: "the harbour"));

    [Fact]
    public void Facets_count_what_the_query_finds_and_no_more()
    {
        using var archive = Harbour();
        var facets = new StatementSearch(archive).Facets(StatementQuery.Parse("boats"));
        Assert.Equal((4, true, 0), (facets.Counted, facets.IsAll, facets.Altered));
        Assert.Equal([new Tally("Oda Brandt", 2), new Tally("Ilse Marten", 1)], facets.Speakers);
        Assert.Equal([new Tally("Meridian Wire", 3), new Tally("Tidewater Post", 1)], facets.Outlets);
        Assert.Equal([new Tally("promise", 2), new Tally("deny", 1), new Tally("state", 1)], facets.Acts);
        Assert.Equal([new Tally("direct", 3), new Tally("indirect", 1)], facets.Kinds);
        Assert.Equal([new Tally("2024-06", 1), new Tally("2024-05", 3)], facets.Months);
    }

    [Fact]
    public void Every_facet_narrowed_down_to_finds_as_many_statements_as_it_says()
    {
        using var archive = Harbour();
        var search = new StatementSearch(archive);
        var facets = search.Facets(StatementQuery.Parse("boats"));
        foreach (var (field, tallies) in new[] { ("speaker", facets.Speakers), ("outlet", facets.Outlets), ("act", facets.Acts), ("kind", facets.Kinds) })
            foreach (var (value, statements) in tallies)
                Assert.Equal(statements, search.Find(StatementQuery.Parse($"boats {StatementQuery.Term(field, value)}"), SearchOrder.Newest).Count);
        foreach (var (month, statements) in facets.Months) Assert.Equal(statements, search.Find(StatementQuery.Parse($"boats day:{month}"), SearchOrder.Newest).Count);
    }

    [Theory]
    [InlineData("speaker", "Oda \"the boat\" Brandt", "speaker:\"oda the boat brandt\"")]
    [InlineData("outlet", "Post) OR (x", "outlet:\"post or x\"")]
    [InlineData("speaker", "Çelik", "speaker:celik")]
    [InlineData("speaker", "***", null)]
    public void A_value_becomes_words_of_a_query_and_never_part_of_its_grammar(string field, string value, string? term)
    {
        Assert.Equal(term, StatementQuery.Term(field, value));
        if (term is not null) Assert.Equal(term, StatementQuery.Parse(term).Text);
    }

    [Fact]
    public void A_timeline_counts_statements_by_day()
    {
        using var archive = Harbour();
        var timeline = new StatementSearch(archive).Timeline(StatementQuery.Parse("boats day:2024"), TimelineSplit.None);
        Assert.Equal([new DayCount(new DateOnly(2024, 5, 2), 3), new DayCount(new DateOnly(2024, 6, 9), 1)], Assert.Single(timeline.Series).Days);
        Assert.Equal((4, true), (timeline.Counted, timeline.IsAll));
    }

    [Theory]
    [InlineData(TimelineSplit.Speaker, "Oda Brandt 2, Ilse Marten 1, Jon Rask 1, rest 1")]
    [InlineData(TimelineSplit.Actor, "FRA 1, rest 4")]
    [InlineData(TimelineSplit.Act, "promise 2, state 2, deny 1")]
    [InlineData(TimelineSplit.Outlet, "Meridian Wire 3, Tidewater Post 2")]
    public void A_timeline_is_split_by_the_values_that_most_statements_have(TimelineSplit split, string expected)
    {
        using var archive = Harbour();
        var series = new StatementSearch(archive).Timeline(StatementQuery.Parse(""), split).Series;
        Assert.Equal(expected, string.Join(", ", series.Select(one => $"{one.Value ?? "rest"} {one.Statements}")));
    }

    [Fact]
    public void Who_speaks_to_whom_is_a_graph_and_descriptions_are_nobody()
    {
        using var archive = Harbour();
        var graph = SpokenGraph.Of(archive, StatementQuery.Parse(""), byActor: false, least: 1);
        Assert.Equal(["ilse marten", "oda brandt"], graph.Nodes.Select(node => node.Key));
        Assert.Equal([("ilse marten", "oda brandt", 1), ("oda brandt", "ilse marten", 2)], graph.Edges.Select(edge => (edge.From, edge.To, edge.Statements)));
        Assert.Equal("from,to,statements,acts\r\nIlse Marten,Oda Brandt,1,deny 1\r\nOda Brandt,Ilse Marten,2,promise 2\r\n", Encoding.UTF8.GetString(graph.ToCsv()));
        Assert.Empty(SpokenGraph.Of(archive, StatementQuery.Parse(""), byActor: false, least: 3).Nodes);
        Assert.Contains("France", SpokenGraph.Of(archive, StatementQuery.Parse(""), byActor: true, least: 1).Nodes.Select(node => node.Name));
    }

    [Fact]
    public void A_graph_as_gexf_holds_the_nodes_that_are_shown()
    {
        using var archive = Harbour();
        using var file = new MemoryStream();
        SpokenGraph.Of(archive, StatementQuery.Parse(""), byActor: false, least: 2).WriteGexf(file);
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Contains("label=\"Oda Brandt\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rask", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_many_speak_the_two_hundred_who_speak_and_are_spoken_of_most_are_kept()
    {
        var draft = new ArticleDraft { Name = "a1" };
        for (var i = 0; i < 260; i++) draft.Say($"Speaker {(char)('A' + i / 26)}{(char)('a' + i % 26)}", "So be it", to: "Oda Brandt");
        using var archive = _place.With(draft);
        var graph = SpokenGraph.Of(archive, StatementQuery.Parse(""), byActor: false, least: 1);
        Assert.Equal((200, 61), (graph.Nodes.Length, graph.LeftOut));
    }
}
