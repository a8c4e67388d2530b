using Rapporteur.Archive.People;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Xunit;

namespace Rapporteur.Archive.Tests.People;

public abstract class VoiceTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : VoiceTests(new TemporaryArchive());

    public sealed class OnPostgres() : VoiceTests(new TemporaryServerArchive());

    private static readonly RecordActor Talvia = new("TAL", "Talvia", default);

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    private static ArticleDraft Article(int number, string day = "2024-05-02", string outlet = "Meridian Wire", string version = "") =>
        new() { Name = $"a{number}", Title = $"Boats {version}", Url = $"https://meridian.example/{number}", Outlet = outlet, Published = day };

    [Fact]
    public void Names_that_differ_in_case_and_accents_are_one_speaker_under_the_usual_spelling()
    {
        using var archive = _place.With(
            Article(1).Say("José Brandt", "The boats will sail").Say("José Brandt", "All of them"), Article(2).Say("JOSE BRANDT", "The boats will sail"));
        var voice = Assert.Single(new VoiceDirectory(archive).List(VoiceKind.Speaker, "", VoiceOrder.Statements, null, 10).Voices);
        Assert.Equal(("José Brandt", 3, 2), (voice.Name, voice.Statements, voice.Articles));
        Assert.Equal(voice, new VoiceDirectory(archive).Find(VoiceKind.Speaker, "jose brandt"));
    }

    [Fact]
    public void Who_is_described_and_not_named_is_in_no_directory()
    {
        using var archive = _place.With(Article(1).Say("officials in the harbour", "The boats will sail"));
        Assert.Empty(new VoiceDirectory(archive).List(VoiceKind.Speaker, "", VoiceOrder.Name, null, 10).Voices);
        Assert.Equal(0, new VoiceDirectory(archive).Count(VoiceKind.Speaker));
    }

    [Fact]
    public void A_speaker_is_what_most_statements_say_and_days_outlets_and_acts_are_counted()
    {
        using var archive = _place.With(
            Article(1, "2024-05-02", "Tidewater Post").Say("Oda Brandt", "We will sail", SpeechAct.Promise, role: "harbour master", actor: Talvia),
            Article(2, "2024-05-04").Say("Oda Brandt", "We will stay", SpeechAct.Deny, role: "mayor").Say("Oda Brandt", "We may sail", SpeechAct.Promise, role: "mayor"));
        var directory = new VoiceDirectory(archive);
        var voice = directory.Find(VoiceKind.Speaker, "Oda Brandt")!;
        Assert.Equal(("mayor", "TAL", new DateOnly(2024, 5, 2), new DateOnly(2024, 5, 4)), (voice.Role, voice.Actor, voice.First!.Value, voice.Last!.Value));
        var profile = directory.Profile(voice);
        Assert.Equal([new Tally("Meridian Wire", 2), new Tally("Tidewater Post", 1)], profile.Outlets);
        Assert.Equal([new Tally("promise", 2), new Tally("deny", 1)], profile.Acts);
        Assert.Equal([new Tally("mayor", 2), new Tally("harbour master", 1)], profile.Roles);
        Assert.Equal([new DayCount(new DateOnly(2024, 5, 2), 1), new DayCount(new DateOnly(2024, 5, 4), 2)], directory.Days(voice));
        Assert.Equal(directory.Days(voice), directory.Days());
    }

    [Fact]
    public void An_actor_has_the_statements_of_all_who_speak_for_it()
    {
        using var archive = _place.With(Article(1).Say("Oda Brandt", "We will sail", actor: Talvia).Say("Ilse Marten", "We will not", actor: Talvia).Say("Jon Rask", "So be it"));
        var directory = new VoiceDirectory(archive);
        var actor = Assert.Single(directory.List(VoiceKind.Actor, "", VoiceOrder.Statements, null, 10).Voices);
        Assert.Equal(("TAL", 2, 1), (actor.Key, actor.Statements, actor.Articles));
        Assert.Equal([new DayCount(new DateOnly(2024, 5, 2), 2)], directory.Days(actor));
        Assert.Equal([new Tally("ilse marten", 1), new Tally("oda brandt", 1)], directory.Profile(actor).Speakers);
        Assert.Equal(["Ilse Marten", "Oda Brandt"], directory.Statements(actor, null, 10).Statements.Select(statement => statement.Speaker!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_known_actor_is_found_by_its_name_and_its_code()
    {
        using var archive = _place.With(Article(1).Say("Oda Brandt", "We will sail", actor: new RecordActor("FRA", "France", default)));
        var directory = new VoiceDirectory(archive);
        Assert.Equal("France", Assert.Single(directory.List(VoiceKind.Actor, "fran", VoiceOrder.Name, null, 10).Voices).Name);
        Assert.Equal("France", Assert.Single(directory.List(VoiceKind.Actor, "FRA", VoiceOrder.Name, null, 10).Voices).Name);
        Assert.Empty(directory.List(VoiceKind.Actor, "spain", VoiceOrder.Name, null, 10).Voices);
    }

    [Theory]
    [InlineData(VoiceOrder.Statements)]
    [InlineData(VoiceOrder.Last)]
    [InlineData(VoiceOrder.Name)]
    public void Pages_follow_each_other_without_gap_or_overlap(VoiceOrder order)
    {
        using var archive = _place.With([.. Enumerable.Range(0, 23).Select(i =>
        {
            var article = Article(i, i % 4 == 0 ? "" : $"2024-05-{1 + i % 9:D2}");
            for (var said = 0; said <= i % 3; said++) article.Say($"Oda {(char)('A' + i)}brandt", "We will sail");
            return article;
        })]);
        var directory = new VoiceDirectory(archive);
        var all = directory.List(VoiceKind.Speaker, "", order, null, 100);
        Assert.Equal(23, all.Voices.Length);
        Assert.Null(all.Next);
        var paged = new List<Voice>();
        string? after = null;
        do
        {
            var page = directory.List(VoiceKind.Speaker, "oda", order, after, 5);
            paged.AddRange(page.Voices);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(all.Voices, paged);
        Assert.Equal(order switch
        {
            VoiceOrder.Statements => [.. paged.OrderByDescending(voice => voice.Statements)],
            VoiceOrder.Last => [.. paged.OrderByDescending(voice => voice.Last ?? DateOnly.MinValue)],
            _ => paged.OrderBy(voice => voice.Key, StringComparer.Ordinal).ToList(),
        }, paged);
    }

    [Fact]
    public void Statements_of_a_speaker_are_paged_from_the_latest_to_the_earliest()
    {
        using var archive = _place.With([.. Enumerable.Range(1, 12).Select(i => Article(i, $"2024-05-{i:D2}").Say("Oda Brandt", $"Boat {i} will sail").Say("Jon Rask", "No"))]);
        var directory = new VoiceDirectory(archive);
        var voice = directory.Find(VoiceKind.Speaker, "Oda Brandt")!;
        var first = directory.Statements(voice, null, 8);
        var second = directory.Statements(voice, first.Next, 8);
        Assert.Null(second.Next);
        Assert.Equal(Enumerable.Range(1, 12).Reverse().Select(i => new DateOnly(2024, 5, i)), first.Statements.Concat(second.Statements).Select(statement => statement.Day!.Value));
    }

    [Fact]
    public void Names_as_long_as_a_page_are_kept_apart_by_their_beginnings()
    {
        var longName = string.Concat(Enumerable.Repeat("Brandt ", 2000)).Trim();
        using var archive = _place.With(Article(1).Say(longName, "We will sail", role: longName));
        var voice = Assert.Single(new VoiceDirectory(archive).List(VoiceKind.Speaker, "", VoiceOrder.Name, null, 10).Voices);
        Assert.True(voice.Name.Length <= 200);
        Assert.Equal(voice, new VoiceDirectory(archive).Find(VoiceKind.Speaker, longName));
        Assert.Empty(archive.Check());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_added_changed_read_anew_and_deleted_the_counts_are_those_of_the_statements(int seed)
    {
        var random = new Random(seed);
        using var archive = _place.Open();
        for (var step = 0; step < 40; step++)
        {
            if (random.Next(5) == 0)
            {
                archive.Delete(random.Next(1, 20));
                continue;
            }

            if (random.Next(5) == 0 && archive.Articles().Select(article => article.Id).FirstOrDefault() is > 0 and var id)
            {
                var version = archive.Article(id)!;
                archive.Refresh([(version, Random(random, reader: new ReaderIdentity("draft", $"{step}", "none/1+00000000")).Entry())]);
                continue;
            }

            archive.Add([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Random(random).Entry())]);
        }

        Assert.Empty(archive.Check());
        var directory = new VoiceDirectory(archive);
        var statements = archive.Articles().SelectMany(article => archive.Statements(article.Id)).Where(statement => statement.Speaker is not (null or "an official")).ToList();
        var named = statements.GroupBy(statement => statement.Speaker!.ToUpperInvariant()).OrderBy(group => group.Key, StringComparer.Ordinal);
        Assert.Equal(
            named.Select(group => (group.Key, group.Count(), group.Select(statement => statement.Name.Article).Distinct().Count(), group.Min(statement => statement.Day), group.Max(statement => statement.Day))),
            directory.List(VoiceKind.Speaker, "", VoiceOrder.Name, null, 100).Voices.Select(voice => (voice.Name.ToUpperInvariant(), voice.Statements, voice.Articles, voice.First, voice.Last)));
    }

    [Fact]
    public void A_count_that_is_wrong_is_found()
    {
        using var archive = _place.With(Article(1).Say("Oda Brandt", "We will sail", actor: Talvia));
        Assert.Empty(archive.Check());
        archive.Write(database => database.Run("UPDATE voices SET statements = 7 WHERE kind = 0") + database.Run("DELETE FROM days"));
        Assert.Equal(2, archive.Check().Length);
    }

    [Fact]
    public void An_archive_that_kept_no_counts_gets_them_when_it_is_brought_up_to_date()
    {
        using (var archive = _place.With(
            Article(1).Say("Oda Brandt", "We will sail", SpeechAct.Promise, role: "mayor", actor: Talvia).Say("officials", "We doubt it"), Article(2, outlet: "Tidewater Post").Say("ODA BRANDT", "We will sail")))
        {
            archive.Write(database => database.Run("DELETE FROM voices") + database.Run("DELETE FROM tallies") + database.Run("DELETE FROM days") + database.Run("UPDATE statements SET voice = NULL"));
            Assert.NotEmpty(archive.Check());
            archive.Write(database =>
            {
                VoiceTable.Fill(database);
                return 0;
            });
            Assert.Empty(archive.Check());
            Assert.Equal(2, new VoiceDirectory(archive).Find(VoiceKind.Speaker, "Oda Brandt")!.Statements);
        }
    }

    [Fact]
    public void Voices_that_were_numbered_as_they_came_are_numbered_anew_with_their_statements_and_counts()
    {
        using var archive = _place.With(Article(1).Say("Oda Brandt", "We will sail", actor: Talvia).Say("Ilse Marten", "We will not"), Article(2).Say("Oda Brandt", "We will sail"));
        archive.Write(database =>
        {
            var given = new GivenRows("id INTEGER, place INTEGER");
            foreach (var (place, id) in database.Query("SELECT id FROM voices ORDER BY id", row => row.GetInt64(0)).Index()) given.Add(id, place + 1);
            foreach (var (table, column) in new[] { ("voices", "id"), ("tallies", "voice"), ("statements", "voice") })
                database.RunFor($"UPDATE {table} SET {column} = (SELECT place FROM given WHERE id = {table}.{column}) WHERE {column} IN (SELECT id FROM given)", given);
            VoiceTable.Renumber(database);
            return 0;
        });
        Assert.Empty(archive.Check());
        archive.Add([Article(3).Say("ODA BRANDT", "We have sailed").Entry()]);
        Assert.Equal(3, new VoiceDirectory(archive).Find(VoiceKind.Speaker, "Oda Brandt")!.Statements);
        Assert.Empty(archive.Check());
    }

    private static ArticleDraft Random(Random random, ReaderIdentity? reader = null)
    {
        string[] names = ["Oda Brandt", "ODA BRANDT", "Ilse Marten", "Jon Rask", "an official"];
        string[] outlets = ["Meridian Wire", "Tidewater Post"];
        var draft = new ArticleDraft
        {
            Url = $"https://meridian.example/{random.Next(12)}", Outlet = outlets[random.Next(2)], Title = $"{random.Next(100)}",
            Published = random.Next(6) == 0 ? null : $"2024-05-{random.Next(1, 28):D2}", Reader = reader ?? ArticleDraft.DraftReader,
        };
        for (var i = random.Next(4); i > 0; i--)
            draft.Say(names[random.Next(names.Length)], "We will sail", (SpeechAct)random.Next(5), role: random.Next(2) == 0 ? "mayor" : null, actor: random.Next(2) == 0 ? Talvia : null);
        return draft;
    }
}
