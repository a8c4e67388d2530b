using System.Text;
using System.Text.Json.Nodes;
using Rapporteur.Archive.Commitments;
using Rapporteur.Archive.Search;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Xunit;

namespace Rapporteur.Archive.Tests.Commitments;

public abstract class CommitmentTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : CommitmentTests(new TemporaryArchive());

    public sealed class OnPostgres() : CommitmentTests(new TemporaryServerArchive());

    private const double LeastDevelopment = 0.9, LeastHeldOut = 0.85;
    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("pairs.development.txt", LeastDevelopment)]
    [InlineData("pairs.held-out.txt", LeastHeldOut)]
    public void Pairs_that_restate_or_contradict_each_other_are_told_from_others(string file, double least)
    {
        var pairs = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Commitments", file)).Where(line => !line.StartsWith('#')).Select(line => line.Split(" | ")).ToList();
        var wrong = pairs.Where(pair => RelationOf(pair[0], pair[1]) != pair[2]).Select(pair => $"{RelationOf(pair[0], pair[1])}: {string.Join(" | ", pair)}").ToList();
        Assert.True(pairs.Count - wrong.Count >= least * pairs.Count, $"{pairs.Count - wrong.Count} of {pairs.Count}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Commitments_come_in_the_order_of_time_with_what_they_answer()
    {
        using var archive = _place.With(
            On("2024-06-01").Say("Marten", "We will not close the northern lock", SpeechAct.Promise),
            On("2024-03-01").Say("Ilse Marten", "We will close the northern lock", SpeechAct.Threaten),
            On("2024-07-01").Say("Ilse Marten", "We will not close the northern lock this summer", SpeechAct.Promise),
            On("2024-05-01").Say("Jon Marten", "We will not close the northern lock", SpeechAct.Promise),
            On("2024-04-01").Say("Ilse Marten", "The northern lock is old", SpeechAct.State));
        var ledger = new CommitmentLedger(archive).Of("Marten");
        Assert.Equal(["2#s1", "4#s1", "1#s1", "3#s1"], ledger.Select(commitment => commitment.Statement.Name.ToString()));
        Assert.Empty(ledger[0].Links);
        Assert.Empty(ledger[1].Links);
        Assert.Contains(ledger[2].Links, link => link is { Relation: CommitmentRelation.Contradicts, Earlier: { Article: 2, Number: 1 } });
        Assert.Equal([CommitmentRelation.Restates, CommitmentRelation.Contradicts], ledger[3].Links.Select(link => link.Relation).Distinct());
    }

    [Fact]
    public void A_lead_shows_the_words_it_was_read_from()
    {
        using var archive = _place.With(
            On("2024-03-01").Say("Ilse Marten", "We will close the northern lock", SpeechAct.Threaten),
            On("2024-06-01").Say("Ilse Marten", "The northern lock won't be shut", SpeechAct.Promise));
        var link = Assert.Single(new CommitmentLedger(archive).Of("Marten")[1].Links);
        var content = archive.Statements(2)[0].Content;
        Assert.Equal(["northern", "lock", "shut"], link.Shared.Select(span => span.In(content).ToString()));
        Assert.Equal(["won't"], link.Negations.Select(span => span.In(content).ToString()));
    }

    [Fact]
    public void The_same_words_of_the_same_days_are_one_commitment_in_several_outlets()
    {
        using var archive = _place.With(
            On("2024-03-01", "Meridian Wire").Say("Ilse Marten", "We will close the northern lock by Friday", SpeechAct.Threaten),
            On("2024-03-02", "Coastal News").Say("Ilse Marten", "We will close the northern lock by Friday", SpeechAct.Threaten),
            On("2024-09-02", "Harbour Post").Say("Ilse Marten", "We will close the northern lock by Friday", SpeechAct.Threaten));
        var ledger = new CommitmentLedger(archive).Of("Marten");
        Assert.Equal(["1#s1", "3#s1"], ledger.Select(commitment => commitment.Statement.Name.ToString()));
        Assert.Equal("2#s1", Assert.Single(ledger[0].AlsoPrinted).ToString());
        Assert.Equal(CommitmentRelation.Restates, Assert.Single(ledger[1].Links).Relation);
    }

    [Fact]
    public void Those_of_an_actor_are_found_by_its_code_and_narrowed_by_a_query()
    {
        var talvia = new RecordActor("TAL", "Talvia", default);
        using var archive = _place.With(
            On("2024-03-01").Say("Ilse Marten", "We will close the northern lock", SpeechAct.Threaten, actor: talvia),
            On("2024-03-09").Say("Oda Brandt", "We will pay", SpeechAct.Promise, actor: talvia),
            On("2024-03-09").Say("Jon Ferrell", "We will pay", SpeechAct.Promise));
        Assert.Equal(2, new CommitmentLedger(archive).Of("tal").Length);
        Assert.Equal("2#s1", Assert.Single(new CommitmentLedger(archive).Of("Talvia", "act:promise day:2024-03")).Statement.Name.ToString());
        Assert.Equal(3, new CommitmentLedger(archive).Of(null).Length);
        Assert.Equal(4, Assert.Throws<QueryException>(() => new CommitmentLedger(archive).Of("tal", "act:sing")).Position);
    }

    [Fact]
    public void Condition_and_deadline_come_with_their_places_in_the_article()
    {
        var reading = Reader.English.Read(new Article("\"If the convoy crosses the bridge, we will fire on it by Friday,\" Ilse Marten, the defence minister, said on Monday.")
        {
            Published = new PublicationDate(new DateOnly(2024, 5, 2)),
        });
        using var archive = _place.Open();
        archive.Add([Archive.Store.ArchiveEntry.Of(Records.Record.From(reading))]);
        var commitment = Assert.Single(new CommitmentLedger(archive).Of("Marten"));
        Assert.StartsWith("If the convoy crosses", commitment.Condition!.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Friday", Assert.Single(commitment.Deadlines).Text, StringComparison.Ordinal);
        var json = JsonNode.Parse(CommitmentTable.Json([commitment]))![0]!;
        var place = json["condition"]!["evidence"]![0]!.AsArray().Select(number => number!.GetValue<int>()).ToArray();
        Assert.Equal(commitment.Condition.Text, reading.Document.Text[place[0]..place[1]]);
        Assert.Equal(2, Encoding.UTF8.GetString(CommitmentTable.Csv([commitment])).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static ArticleDraft On(string day, string outlet = "Meridian Wire") => new() { Published = day, Outlet = outlet };

    private static string RelationOf(string earlier, string later)
    {
        var links = new CommitmentLinks();
        links.Add(Statement(1, earlier));
        var found = links.Add(Statement(2, later)).Links;
        return found.IsEmpty ? "none" : found[0].Relation.ToString().ToLowerInvariant();
    }

    private static Archive.Store.StoredStatement Statement(int number, string content) => new(
        new Archive.Store.StatementName(number, 1), new DateOnly(2024, number, 1), Statements.StatementKind.Direct, false, 1, "Ilse Marten", null, null, "promise", null, null, null, null, content);
}
