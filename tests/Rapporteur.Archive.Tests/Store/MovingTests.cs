using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Archive.Store.Postgres;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

/// <summary>An archive of the time before partitions is brought up to date while it is in use.</summary>
public sealed class MovingTests : IDisposable
{
    private const int ShapeBefore = 12, Articles = 1200;

    private readonly TemporaryServerArchive _now = new(), _before = new();

    public void Dispose()
    {
        _now.Dispose();
        _before.Dispose();
    }

    private static ArticleDraft Article(int number) => new ArticleDraft
    {
        Name = $"a{number}", Url = $"https://meridian.example/{number}", Published = number % 50 == 0 ? null : $"{2022 + number % 2}-{1 + number % 7:D2}-{1 + number % 28:D2}",
    }.Say("Oda Brandt", $"We will sail to harbour {number}").Say("Ilse Marten", "So be it");

    private static string Schema(TemporaryArchive place) => place.Place.Split("search_path=")[1];

    // The same articles as another version would have left them.
    private void Fill()
    {
        using (var archive = _now.Open())
            foreach (var some in Enumerable.Range(0, Articles).Chunk(500)) archive.Add([.. some.Select(number => Article(number).Entry())]);
        using (var engine = new PostgresEngine(_before.Place, ArchiveAccess.Write, TimeSpan.FromSeconds(30)))
        using (var database = engine.ConnectToWrite()) Migrations.Run(database, engine.Place, ShapeBefore);
        var (to, from) = (Schema(_before), Schema(_now));
        PostgresServer.Shared.Sql(
            $"""
            SET rapporteur.shape = {ShapeBefore};
            INSERT INTO {to}.readers SELECT * FROM {from}.readers;
            INSERT INTO {to}.articles SELECT * FROM {from}.articles;
            INSERT INTO {to}.packs SELECT id & ((1::bigint << 40) - 1), records FROM {from}.packs;
            INSERT INTO {to}.versions SELECT * FROM {from}.versions;
            UPDATE {to}.versions SET pack = pack & ((1::bigint << 40) - 1);
            INSERT INTO {to}.statements SELECT * FROM {from}.statements;
            INSERT INTO {to}.statement_words SELECT * FROM {from}.statement_words;
            INSERT INTO {to}.fingerprints SELECT * FROM {from}.fingerprints;
            INSERT INTO {to}.profiles SELECT * FROM {from}.profiles;
            INSERT INTO {to}.voices SELECT * FROM {from}.voices;
            INSERT INTO {to}.tallies SELECT * FROM {from}.tallies;
            INSERT INTO {to}.days SELECT * FROM {from}.days;
            SELECT setval('{to}.article_numbers', 100000), setval('{to}.statement_numbers', 100000), setval('{to}.pack_numbers', 100000), setval(pg_get_serial_sequence('{to}.versions', 'id'), 100000);
            """.ReplaceLineEndings(" "));
    }

    private static List<string> Said(NewsArchive archive) =>
        [.. archive.Articles().Select(article => $"{article.Name} {string.Join(" | ", archive.Statements(article.Id))} {archive.Record(article.Id)!.Document.Text}")];

    [Fact]
    public async Task Who_reads_goes_on_who_writes_is_told_and_nothing_is_lost()
    {
        Fill();
        using var done = new CancellationTokenSource();
        using var begun = new CountdownEvent(4);

        // As a desk of the time before reads: whole articles, at any moment.
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var engine = new PostgresEngine(_before.Place, ArchiveAccess.Read, TimeSpan.FromSeconds(30));
                using var connections = new Connections(engine);
                var reads = 0;
                for (; !done.IsCancellationRequested; reads++)
                {
                    connections.Read(database =>
                    {
                        Assert.Equal(Articles, database.Number("SELECT count(*) FROM articles WHERE id <= $1", Articles));
                        Assert.Equal(2 * Articles, database.Number("SELECT count(*) FROM statements s JOIN articles a ON a.id = s.article WHERE a.id <= $1", Articles));
                        Assert.Equal(1, database.Number("SELECT count(*) FROM statement_words w WHERE w.words @@ CAST('''777''' AS tsquery)"));
                        Assert.Equal(1, database.Number("SELECT count(*) FROM versions v JOIN packs p ON p.id = v.pack WHERE v.article = 17"));
                        return 0;
                    });
                    if (reads == 1) begun.Signal();
                }

                return reads;
            }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        // As a worker of the time before writes, until it is told that it is of another time.
        var writer = Task.Factory.StartNew(
            () =>
            {
                using var engine = new PostgresEngine(_before.Place, ArchiveAccess.Write, TimeSpan.FromSeconds(30));
                using var database = (PostgresDatabase)engine.ConnectToWrite();
                for (var number = 0; ; number++)
                {
                    var seen = 0L;
                    database.Script("BEGIN; SET LOCAL rapporteur.shape = 12; SELECT pg_advisory_xact_lock_shared(1380012112, hashtext(current_schema()))");
                    database.Complete(
                        () =>
                        {
                            if ((seen = database.Shape) > ShapeBefore) return 0;
                            database.Run($"INSERT INTO articles (id, key, newest) VALUES ({Articles + 1 + number}, decode(md5('{number}'), 'hex'), 1)");
                            database.Run($"INSERT INTO versions (article, number, hash, reader, name, pack, place) SELECT {Articles + 1 + number}, 1, hash, reader, name, pack, place FROM versions WHERE article = 1");
                            return database.Run($"INSERT INTO statements (id, article, number, day, kind, altered, score, content) VALUES ({1_000_000 + number}, {Articles + 1 + number}, 1, NULL, 2, 0, 900, 'Late')")
                                + database.Run($"INSERT INTO statement_words (id, words) VALUES ({1_000_000 + number}, '''late'':1')");
                        },
                        shows: false);
                    if (seen > ShapeBefore) return number;
                    if (number == 1) begun.Signal();
                    Thread.Sleep(50);
                }
            }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(begun.Wait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken), "those who read and write have not begun");
        NewsArchive.Open(_before.Place, ArchiveAccess.Write).Dispose();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 1));
        var late = await writer;
        Assert.True(late > 1);

        using var moved = _before.Open();
        Assert.Equal(Articles + late, moved.ArticleCount);
        Assert.Equal(late, new StatementSearch(moved).Find(StatementQuery.Parse("late"), SearchOrder.Newest, 0, 1).Count);
        for (var number = Articles + 1; number <= Articles + late; number++) moved.Delete(number);
        using var now = _now.Open();
        Assert.Equal(Said(now), Said(moved));
        Assert.Empty(moved.Check());
        moved.Add([Article(Articles).Entry()]);
        moved.Delete(7);
        Assert.Empty(moved.Check());
    }

    [Fact]
    public void A_move_that_was_broken_off_goes_on_where_it_was()
    {
        Fill();
        using (var engine = new PostgresEngine(_before.Place, ArchiveAccess.Write, TimeSpan.FromSeconds(30)))
        using (var database = (PostgresDatabase)engine.ConnectToWrite())
        {
            Migrations.Run(database, engine.Place, ShapeBefore + 1);
            PartitionMove.Run(database);

            // As if the last rows had not been copied before it ended.
            database.Script("DELETE FROM statement_words_parted WHERE id > (SELECT min(id) FROM statements WHERE day IS NOT NULL); UPDATE moved SET last_id = (SELECT min(id) FROM statements WHERE day IS NOT NULL) WHERE name = 'statement_words'");
        }

        using var moved = _before.Open();
        using var now = _now.Open();
        Assert.Equal(Said(now), Said(moved));
        Assert.Empty(moved.Check());
    }
}
