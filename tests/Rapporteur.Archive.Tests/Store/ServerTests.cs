using Rapporteur.Archive.Store;
using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Archive.Tests.Store;

/// <summary>What goes wrong between an archive and its PostgreSQL server.</summary>
public sealed class ServerTests
{
    public ServerTests()
    {
        if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
    }

    private static PostgresServer Server => PostgresServer.Shared;

    private static ArticleDraft Article(int number) => new ArticleDraft { Name = $"a{number}" }.Say("Oda Brandt", $"Number {number}");

    private static string Refused(string address, ArchiveAccess access = ArchiveAccess.Write) => Refusal(address, access).Message;

    private static ArchiveException Refusal(string address, ArchiveAccess access = ArchiveAccess.Write)
    {
        var problem = Assert.Throws<ArchiveException>(() => NewsArchive.Open(address, access));
        for (Exception? e = problem; e is not null; e = e.InnerException)
        {
            Assert.DoesNotContain(PostgresServer.Password, e.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(PostgresServer.Wrong, e.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain('\n', problem.Message);
        return problem;
    }

    [Fact]
    public void An_address_with_user_and_password_is_understood_in_both_ways_of_writing()
    {
        var name = PostgresServer.NameOf(Server.NewDatabase());
        using (var archive = NewsArchive.Open(Server.AddressByPort(name), ArchiveAccess.Write)) archive.Add([Article(1).Entry()]);
        using (var archive = NewsArchive.Open($"Host=127.0.0.1;Port={Server.Port};Username={PostgresServer.User};Password={PostgresServer.Password};Database={name}", ArchiveAccess.Read))
            Assert.Equal((1, $"postgres://127.0.0.1:{Server.Port}/{name}"), (archive.ArticleCount, archive.Place));
        using (var archive = NewsArchive.Open(Server.AddressByPort(name).Replace("postgres://", "postgresql://", StringComparison.Ordinal) + "?sslmode=prefer&connect_timeout=5", ArchiveAccess.Read))
            Assert.Equal(1, archive.ArticleCount);
    }

    [Fact]
    public void Who_gives_a_wrong_password_is_told_so_and_not_what_it_was() =>
        Assert.Contains("does not let this user in", Refused(Server.AddressByPort("postgres", PostgresServer.Wrong)), StringComparison.Ordinal);

    [Fact]
    public void A_database_that_is_not_there_is_not_made() =>
        Assert.Contains("createdb", Refused(Server.AddressByPort("nowhere")), StringComparison.Ordinal);

    [Fact]
    public void A_server_that_does_not_answer_is_named() =>
        Assert.Contains("postgres://127.0.0.1:9/news cannot be reached", Refused($"postgres://rapporteur:{PostgresServer.Wrong}@127.0.0.1:9/news"), StringComparison.Ordinal);

    [Theory]
    [InlineData("postgres://")]
    [InlineData("postgres://user:not-the-password@host")]
    [InlineData("postgres://user:not-the-password@host:port/name")]
    [InlineData("postgres://user:not-the-password@host/name?no-such-setting=1")]
    [InlineData("postgres://user:not-the-password@host/name?sslmode=not-the-password")]
    [InlineData("Host=host;Password=not-the-password;No such=1")]
    [InlineData("Host=host;Password=not-the-password")]
    public void An_address_that_cannot_be_understood_is_answered_with_how_one_looks(string address) =>
        Assert.Contains("postgres://user:password@host:5432/database", Refused(address), StringComparison.Ordinal);

    [Fact]
    public void A_database_of_something_else_is_left_alone()
    {
        var address = Server.NewDatabase();
        Server.Sql("CREATE TABLE recipes (name text)", PostgresServer.NameOf(address));
        Assert.Contains("something else", Refused(address), StringComparison.Ordinal);
        Assert.Equal("recipes", Server.Sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", PostgresServer.NameOf(address)).Trim());
    }

    [Fact]
    public void A_database_that_cannot_keep_all_characters_is_refused()
    {
        Server.Sql("CREATE DATABASE narrow ENCODING 'LATIN1' TEMPLATE template0");
        Assert.Contains("UTF-8", Refused(Server.Address("narrow")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_database_is_no_archive_to_read() =>
        Assert.Contains("rapporteur add", Refused(Server.NewDatabase(), ArchiveAccess.Read), StringComparison.Ordinal);

    [Fact]
    public void An_archive_of_a_later_version_is_refused()
    {
        var address = Server.NewDatabase();
        NewsArchive.Open(address, ArchiveAccess.Write).Dispose();
        Server.Sql("UPDATE rapporteur SET migrations = 1000", PostgresServer.NameOf(address));
        Assert.Contains("later", Refused(address), StringComparison.Ordinal);
        Assert.Contains("later", Refused(address, ArchiveAccess.Read), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_make_tables_is_told_what_is_missing()
    {
        var address = Server.NewDatabase();
        Server.Sql("CREATE ROLE guest LOGIN", PostgresServer.NameOf(address));
        Assert.Contains("grant CREATE", Refused(address.Replace($"user={PostgresServer.User}", "user=guest", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_opened_to_be_read_cannot_be_written_to()
    {
        var address = Server.NewSchema();
        NewsArchive.Open(address, ArchiveAccess.Write).Dispose();
        using var archive = NewsArchive.Open(address, ArchiveAccess.Read);
        Assert.Contains("read-only", Assert.Throws<ArchiveException>(() => archive.Add([Article(1).Entry()])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_told_and_loses_nothing_that_was_added_before()
    {
        using var archive = NewsArchive.Open(Server.NewSchema(), ArchiveAccess.Write);
        archive.Add([Article(1).Entry()]);
        var problem = Assert.Throws<ArchiveException>(() => archive.Write(database =>
        {
            new ArticleWriter(database).Delete([1]);
            database.Script("DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$");
            return 0;
        }));
        Assert.Contains("no room left", problem.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (archive.ArticleCount, archive.StatementCount));
        Assert.Empty(archive.Check());
    }

    [Theory]
    [InlineData("53100", true)] // disk full
    [InlineData("53300", true)] // too many connections
    [InlineData("57P01", true)] // stopped by its administrator
    [InlineData("57P03", true)] // starting up
    [InlineData("55P03", true)] // a lock that others hold
    [InlineData("42501", false)] // not allowed
    [InlineData("XX001", false)] // damaged
    public void What_may_go_well_later_is_told_from_what_will_not(string state, bool isTemporary)
    {
        using var archive = NewsArchive.Open(Server.NewSchema(), ArchiveAccess.Write);
        var problem = Assert.Throws<ArchiveException>(() => archive.Write(database =>
        {
            database.Script($"DO $$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '{state}'; END $$");
            return 0;
        }));
        Assert.Equal(isTemporary, problem.IsTemporary);
    }

    [Fact]
    public void A_server_that_cannot_be_reached_may_be_later_but_a_wrong_password_stays_wrong_and_so_does_a_name()
    {
        Assert.True(Refusal($"postgres://rapporteur:{PostgresServer.Wrong}@127.0.0.1:9/news").IsTemporary);
        Assert.False(Refusal(Server.AddressByPort("postgres", PostgresServer.Wrong)).IsTemporary);
        Assert.False(Refusal(Server.AddressByPort("nowhere")).IsTemporary);
        Assert.False(Refusal("postgres://").IsTemporary);
    }

    [Theory]
    [InlineData("40001")] // a state that others changed
    [InlineData("40P01")] // a deadlock
    public void What_was_undone_for_others_sake_is_done_once_more(string state)
    {
        using var archive = NewsArchive.Open(Server.NewSchema(), ArchiveAccess.Write);
        var tries = 0;
        archive.Write(database =>
        {
            database.Run("INSERT INTO fetched (address) VALUES ($1)", "https://a.example");
            if (++tries < 3) database.Script($"DO $$ BEGIN RAISE EXCEPTION 'undone' USING ERRCODE = '{state}'; END $$");
            return 0;
        });
        Assert.Equal(3, tries);
        Assert.NotNull(archive.Recall("https://a.example"));
    }

    [Fact]
    public void What_failed_on_the_way_is_not_taken_for_written()
    {
        using var archive = NewsArchive.Open(Server.NewSchema(), ArchiveAccess.Write);
        Assert.Throws<ArchiveException>(() => archive.Write(database =>
        {
            database.Run("INSERT INTO fetched (address) VALUES ($1)", "https://a.example");
            try
            {
                database.Run("INSERT INTO fetched (address) VALUES ($1)", "https://a.example");
            }
            catch (ArchiveException)
            {
                // As if nothing had happened.
            }

            return 0;
        }));
        Assert.Null(archive.Recall("https://a.example"));
    }

    [Fact]
    public void A_server_that_goes_away_leaves_whole_batches_and_is_found_again_when_it_is_back()
    {
        using var server = new PostgresServer();
        using var archive = NewsArchive.Open(server.Address("postgres"), ArchiveAccess.Write);
        archive.Add([Article(1).Entry()]);
        Assert.Equal(1, archive.ArticleCount);

        // Idle connections that were lost are made anew without a word.
        server.Crash();
        server.Start();
        Assert.Equal(1, archive.ArticleCount);
        server.Crash();
        server.Start();
        archive.Add([Article(2).Entry()]);

        // One that is lost while it writes takes with it what was not complete.
        var lost = Assert.Throws<ArchiveException>(() => archive.Write(database =>
        {
            new ArticleWriter(database).Delete([1]);
            server.Crash();
            database.Run("DELETE FROM fetched");
            return 0;
        }));
        Assert.Matches("lost|shutting down", lost.Message);
        Assert.True(lost.IsTemporary);
        Assert.Contains("cannot be reached", Assert.Throws<ArchiveException>(() => archive.ArticleCount).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", Assert.Throws<ArchiveException>(() => archive.Add([Article(3).Entry()])).Message, StringComparison.Ordinal);
        server.Start();
        Assert.Equal(2, archive.ArticleCount);
        archive.Add([Article(3).Entry()]);
        Assert.Equal(["a1", "a2", "a3"], archive.Articles().Select(article => article.Name));
        Assert.Empty(archive.Check());
    }
}
