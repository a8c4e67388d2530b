using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

/// <summary>An archive that many use at once, and those who want to know whether it has changed.</summary>
public abstract class SharingTests(TemporaryArchive place) : IDisposable
{
    public sealed class OnSqlite() : SharingTests(new TemporaryArchive());

    public sealed class OnPostgres() : SharingTests(new TemporaryServerArchive());

    private readonly TemporaryArchive _place = place;

    public void Dispose() => _place.Dispose();

    private static ArticleDraft Article(int number) => new ArticleDraft { Name = $"a{number}" }.Say("Oda Brandt", $"Number {number}");

    [Fact]
    public async Task Twenty_read_while_one_adds_and_one_deletes_and_each_sees_whole_articles()
    {
        using var archive = _place.With(Article(0));
        using var done = new CancellationTokenSource();
        var search = new StatementSearch(archive);
        var readers = Enumerable.Range(0, 20).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var reads = 0;
                for (; reads == 0 || !done.IsCancellationRequested; reads++)
                {
                    foreach (var found in search.Find(StatementQuery.Parse("number"), SearchOrder.Newest).Statements) Assert.NotNull(found.Article);
                    foreach (var article in archive.Latest(null, 3))
                        if (archive.Record(article.Id) is { } record) Assert.Equal(article.Name, record.Document.Id);
                }

                return reads;
            }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        for (var i = 1; i <= 60; i++)
        {
            archive.Add([Article(i).Entry()]);
            if (i % 3 == 0) archive.Delete(i);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
        Assert.Equal(41, archive.ArticleCount);
        Assert.Empty(archive.Check());
    }

    [Fact]
    public void Many_who_open_an_archive_that_is_not_there_yet_make_it_once()
    {
        const int Many = 6, Times = 5;
        for (var time = 0; time < Times; time++)
        {
            using var place = _place.Another();
            using var start = new Barrier(Many);
            Parallel.For(0, Many, new ParallelOptions { MaxDegreeOfParallelism = Many }, number =>
            {
                start.SignalAndWait();
                using var archive = place.Open();
                archive.Add([Article(number).Entry()]);
            });
            using var whole = place.Open();
            Assert.Equal(Many, whole.ArticleCount);
            Assert.Empty(whole.Check());
        }
    }

    [Fact]
    public void What_others_wrote_since_is_not_taken_for_damage()
    {
        using var archive = _place.With(Article(0));
        using var other = _place.Open(ArchiveAccess.Read);
        for (var i = 1; i <= 40; i++)
        {
            Assert.NotEmpty(new StatementSearch(other).Find(StatementQuery.Parse("number"), SearchOrder.Newest).Statements);
            archive.Add([Article(i).Entry()]);
            if (i % 3 == 0) archive.Delete(i);
            Assert.Empty(other.Check());
        }
    }

    [Fact]
    public void What_is_read_at_one_time_is_not_changed_by_who_writes_meanwhile()
    {
        using var archive = _place.With(Article(1));
        archive.Read(database =>
        {
            Assert.Equal(1, database.Number("SELECT count(*) FROM articles"));
            var adding = new Thread(() => archive.Add([Article(2).Entry()]));
            adding.Start();
            adding.Join();
            Assert.Equal(1, database.Number("SELECT count(*) FROM articles"));
            Assert.Equal(1, archive.ArticleCount);
            return 0;
        });
        Assert.Equal(2, archive.ArticleCount);
    }

    [Fact]
    public void Who_writes_reads_what_was_written()
    {
        using var archive = _place.With(Article(1));
        archive.Write(database =>
        {
            database.Run("UPDATE versions SET title = $1", "Changed");
            Assert.Equal("Changed", archive.Article(1)!.Title);
            return 0;
        });
    }

    [Fact]
    public void Every_change_gives_another_number_also_in_the_eyes_of_others()
    {
        using var archive = _place.With(Article(1));
        using var other = _place.Open(ArchiveAccess.Read);
        var seen = new List<long> { other.Changes };
        foreach (var change in new Action[]
        {
            () => archive.Add([Article(2).Entry()]),
            () => archive.Delete(2),
            () => archive.Add([new ArticleDraft { Name = "silent", Outlet = null, Published = null }.Write("Nobody said anything").Entry()]),
            () => archive.Refresh([(archive.Article(1)!, Article(1).Entry())]),
        })
        {
            change();
            Assert.Equal(archive.Changes, other.Changes);
            seen.Add(other.Changes);
        }

        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public void What_changes_nothing_that_shows_leaves_the_number()
    {
        using var archive = _place.With(Article(1));
        var before = archive.Changes;
        archive.Add([Article(1).Entry()]);
        archive.Delete(9);
        archive.Remember("https://meridian.example/feed", new FetchedAddress("\"1\"", null, null));
        Assert.Equal(before, archive.Changes);
    }

    [Fact]
    public void The_articles_added_last_come_first_page_by_page()
    {
        using var archive = _place.With([.. Enumerable.Range(1, 5).Select(Article)]);
        archive.Delete(4);
        Assert.Equal([5, 3], archive.Latest(null, 2).Select(article => article.Id));
        Assert.Equal([2, 1], archive.Latest(3, 10).Select(article => article.Id));
        Assert.Empty(archive.Latest(1, 10));
    }

    [Fact]
    public void Two_who_write_take_turns_and_lose_nothing()
    {
        _place.With().Dispose();
        Parallel.For(0, 2, half =>
        {
            using var archive = _place.Open();
            for (var i = 0; i < 40; i++) archive.Add([Article(2 * i + half).Entry(), Article(1000 + i).Entry()]);
        });
        using var whole = _place.Open();
        Assert.Equal((120, 120), (whole.ArticleCount, whole.StatementCount));
        Assert.Empty(whole.Check());
    }

    [Fact]
    public void Who_waits_too_long_for_another_is_told_so()
    {
        using var busy = _place.With(Article(1));
        using var late = NewsArchive.Open(_place.Place, ArchiveAccess.Write, TimeSpan.FromSeconds(1));
        busy.Write(writer =>
        {
            var problem = Assert.Throws<ArchiveException>(() => late.Remember("https://a.example", new FetchedAddress("1", null, null)));
            Assert.Contains("another command is writing", problem.Message, StringComparison.Ordinal);
            Assert.True(problem.IsTemporary);
            return 0;
        });
        late.Add([Article(2).Entry()]);
        Assert.Equal(2, busy.ArticleCount);
    }

    [Fact]
    public void Readers_see_whole_batches_while_another_writes()
    {
        using var writer = _place.With(new ArticleDraft().Say("Oda Brandt", "We agree"));
        using var reader = _place.Open(ArchiveAccess.Read);
        writer.Add([new ArticleDraft().Say("Oda Brandt", "We do not").Entry()]);
        Assert.Equal(2, reader.ArticleCount);
    }

    [Fact]
    public void Opening_again_changes_nothing()
    {
        _place.With(new ArticleDraft().Say("Oda Brandt", "We agree")).Dispose();
        using var archive = _place.Open();
        Assert.Equal((1, 1), (archive.ArticleCount, archive.StatementCount));
    }

    [Fact]
    public void Addresses_of_any_length_are_remembered_and_told_apart()
    {
        using var archive = _place.With();
        string[] addresses = [.. Enumerable.Range(0, 3).Select(i => $"https://meridian.example/{string.Concat(Enumerable.Range(0, 9000).Select(n => (n * 7919 % 10007).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)))}{i}")];
        foreach (var address in addresses) archive.Remember(address, new FetchedAddress(address[^1..], null, null));
        Assert.Equal(["0", "1", "2"], addresses.Select(address => archive.Recall(address)?.ETag));
    }

    [Fact]
    public void Characters_that_no_engine_keeps_do_not_stop_an_article()
    {
        using var archive = _place.With(new ArticleDraft { Name = "a", Title = "Nul \0 and half \ud83d of 🚢" }.Say("Oda \0 Brandt", "We agree"));
        Assert.Equal("Nul \uFFFD and half \uFFFD of 🚢", archive.Article(1)!.Title);
        Assert.Equal("Oda \uFFFD Brandt", archive.Statement(new StatementName(1, 1))!.Speaker);
    }
}
