using System.Globalization;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Archive.Store.Postgres;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

/// <summary>What is large is kept by month in PostgreSQL.</summary>
public sealed class PartitionTests : IDisposable
{
    private readonly TemporaryServerArchive _place = new();

    public void Dispose() => _place.Dispose();

    private string Schema => _place.Place.Split("search_path=")[1];

    private static ArticleDraft Article(string? published, string name = "") =>
        new ArticleDraft { Name = published + name, Url = $"https://meridian.example/{published}/{name}", Published = published }.Say("Oda Brandt", $"We will sail to the harbour on {published}");

    private string[] Partitions(string table) =>
        PostgresServer.Shared.Sql($"SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = '{Schema}.{table}'::regclass ORDER BY 1").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private long RowsIn(string table) => long.Parse(PostgresServer.Shared.Sql($"SELECT count(*) FROM {Schema}.{table}"), CultureInfo.InvariantCulture);

    // The months of statements and words that something asks, by the locks that it takes.
    private static List<string> Asked(NewsArchive archive, Action<Database> ask) => archive.Read(database =>
    {
        ask(database);
        return database.Query(
            "SELECT DISTINCT c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE l.pid = pg_backend_pid() AND c.relname ~ '^statement(s|_words)_[0-9]{4}_[0-9]{2}$' ORDER BY 1",
            row => row.GetString(0));
    });

    [Fact]
    public void A_month_is_made_when_its_first_article_comes_and_what_has_no_day_or_an_odd_one_has_its_place()
    {
        using var archive = _place.With(Article("2024-05-02"), Article("2024-05-31"), Article("2024-06-01"), Article(null), Article("1848-03-18"), Article("2039-12-31"), Article("2150-01-01"));
        Assert.Equal(["statements_2024_05", "statements_2024_06", "statements_2039_12", "statements_after", "statements_before"], Partitions("statements"));
        Assert.Equal(["packs_2024_05", "packs_2024_06", "packs_2039_12", "packs_after", "packs_before"], Partitions("packs"));
        Assert.Equal(["fingerprints_2024", "fingerprints_2039", "fingerprints_after", "fingerprints_before"], Partitions("fingerprints"));
        Assert.Equal((2, 1, 1, 2, 1), (RowsIn("statements_2024_05"), RowsIn("statements_2024_06"), RowsIn("statements_2039_12"), RowsIn("statements_before"), RowsIn("statements_after")));
        Assert.Equal((1, 1, 2, 1), (RowsIn("packs_2024_05"), RowsIn("packs_2024_06"), RowsIn("statement_words_before"), RowsIn("packs_after")));
        Assert.Equal(7, archive.Articles().Count(article => archive.Record(article.Id) is not null && archive.Statements(article.Id).Length == 1));
        Assert.Empty(archive.Check());
    }

    [Fact]
    public void The_first_and_the_last_partition_end_where_the_months_begin_and_end()
    {
        _place.Open().Dispose();
        string Bounds(string table) => PostgresServer.Shared.Sql($"SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = '{Schema}.{table}'::regclass");
        Assert.All(["statements", "statement_words", "fingerprints"], table =>
        {
            Assert.Contains($"TO ('{PartitionMonth.First.FirstStatement}')", Bounds($"{table}_before"), StringComparison.Ordinal);
            Assert.Contains($"FROM ('{PartitionMonth.End.FirstStatement}')", Bounds($"{table}_after"), StringComparison.Ordinal);
        });
        Assert.Contains($"TO ('{PartitionMonth.First.FirstPack}')", Bounds("packs_before"), StringComparison.Ordinal);
        Assert.Contains($"FROM ('{PartitionMonth.End.FirstPack}')", Bounds("packs_after"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_waits_to_come_into_an_index_of_words_is_kept_short_in_every_partition()
    {
        _place.With(Article("2024-05-02")).Dispose();
        Assert.Equal("0", PostgresServer.Shared.Sql(
            $"SELECT count(*) FROM pg_class c JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'gin' AND c.relkind = 'i' AND c.relnamespace = '{Schema}'::regnamespace AND NOT ('gin_pending_list_limit=256' = ANY (coalesce(c.reloptions, '{{}}')))").Trim());
    }

    [Fact]
    public void Eight_who_need_the_same_new_months_at_once_all_get_them()
    {
        _place.Open().Dispose();
        for (var round = 0; round < 5; round++)
        {
            using var start = new Barrier(8);
            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
            {
                using var archive = _place.Open();
                start.SignalAndWait();
                archive.Add([.. Enumerable.Range(1, 4).Select(month => Article($"{2010 + round}-{month:D2}-01", $"{writer}").Entry())]);
            });
        }

        using var whole = _place.Open();
        Assert.Equal((160, 22), (whole.ArticleCount, Partitions("statements").Length));
        Assert.Empty(whole.Check());
    }

    [Fact]
    public void What_is_asked_of_an_article_of_some_days_or_of_the_latest_is_asked_of_few_of_120_months()
    {
        using var archive = _place.With([.. Enumerable.Range(0, 120).Select(month => Article($"{2014 + month / 12}-{1 + month % 12:D2}-15"))]);
        var article = archive.Articles().First(article => article.Published!.StartsWith("2019-03", StringComparison.Ordinal)).Id;
        Assert.Equal(["statements_2019_03"], Asked(archive, database => Assert.Single(ArticleReader.Statements(database, article))));
        Assert.Equal(["statements_2019_03"], Asked(archive, database => Assert.NotNull(ArticleReader.Statement(database, new StatementName(article, 1)))));
        Assert.Equal(["statement_words_2019_03", "statements_2019_03"], Asked(archive, database =>
            Assert.Single(new WordQuery(database, StatementQuery.Parse("harbour day:2019-03")).Statements(descending: true, 0, 20))));
        Assert.Equal(["statements_2023_11", "statements_2023_12"], Asked(archive, database => Assert.Equal(2, new WordQuery(database, StatementQuery.Parse("")).Statements(descending: true, 0, 2).Count)));
        Assert.Equal(["statement_words_2023_11", "statement_words_2023_12", "statements_2023_11", "statements_2023_12"], Asked(archive, database =>
            Assert.Equal(2, new WordQuery(database, StatementQuery.Parse("harbour")).Statements(descending: true, 0, 2).Count)));

        // A word that few hold is looked for everywhere, and found in order.
        var all = archive.Read(database => new WordQuery(database, StatementQuery.Parse("harbour")).Statements(descending: false, 0, 200));
        Assert.Equal(all.Select(statement => statement.Day).Order(), all.Select(statement => statement.Day));
        Assert.Equal((120, 120), (all.Count, archive.Read(database => new WordQuery(database, StatementQuery.Parse("harbour")).Count(200))));
    }

    [Fact]
    public void What_was_published_before_a_day_goes_with_the_months_that_nothing_is_left_of()
    {
        using var archive = _place.With(Article("2023-11-02"), Article("2023-12-30"), Article("2024-01-02"), Article(null));

        // Made in December, printed in February: it goes when its article does.
        archive.Add([new ArticleDraft { Published = "2024-02-01" }.Say("Oda Brandt", "We sailed", saidOn: "2023-12-31").Entry()]);
        Assert.Equal(2, archive.DeleteBefore(new DateOnly(2024, 1, 1)));
        Assert.Equal((3, 3), (archive.ArticleCount, archive.StatementCount));
        Assert.Equal(["statements_2023_12", "statements_2024_01", "statements_2024_02"], Partitions("statements").Where(name => name.Contains('2')));
        Assert.Equal(3, archive.DeleteBefore(new DateOnly(2024, 3, 1)) + archive.ArticleCount);
        Assert.Equal(["statements_after", "statements_before"], Partitions("statements"));
        Assert.Equal(["fingerprints_2024", "fingerprints_after", "fingerprints_before"], Partitions("fingerprints"));
        Assert.Empty(archive.Check());

        // Who knew the month makes it anew.
        archive.Add([Article("2024-01-03").Entry()]);
        Assert.Empty(archive.Check());
    }

    [Fact]
    public void Who_adds_to_a_month_that_another_has_taken_away_makes_it_anew()
    {
        using var worker = _place.With(Article("2023-11-02"));
        using (var other = _place.Open()) other.DeleteBefore(new DateOnly(2024, 1, 1));
        worker.Add([Article("2023-11-03").Entry()]);
        Assert.Equal(1, worker.ArticleCount);
        Assert.Empty(worker.Check());
    }
}
