using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.TestServers;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Servers;

/// <summary>The store as <c>deploy/store</c> sets it up: each role may do what it is for, over TLS, and no more.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly Secrets _secrets = new();
    private readonly PostgresServer _server;

    public StoreTests()
    {
        if (PostgresServer.WhyNot is { } reason) Assert.Skip(reason);
        _server = new PostgresServer();
        _server.Write("data/server.pem", _secrets.Text("store.pem"));
        _server.Write("data/server.key", _secrets.Text("store.key"));
        var settings = Deployed("rapporteur.conf").Replace("/etc/rapporteur/store/store.", "server.", StringComparison.Ordinal);
        _server.Write("data/postgresql.auto.conf", Regex.Replace(settings, "^(shared_buffers|max_wal_size|maintenance_work_mem|max_connections|listen_addresses) = .*$", "", RegexOptions.Multiline)); // those of a large machine
        _server.Write("data/pg_hba.conf", $"local all {PostgresServer.User} trust\n" + Deployed("pg_hba.conf"));
        _server.Stop();
        _server.Start();
        RunScript(Deployed("roles.sql"), "postgres");
        RunScript(_secrets.Text("store-passwords.sql"), "postgres");
    }

    public void Dispose()
    {
        _server?.Dispose();
        _secrets.Dispose();
    }

    [Fact]
    public void A_worker_and_the_desk_write_one_archive_and_a_reader_sees_all_of_it_but_the_people()
    {
        Done(Add("worker", "one"));
        Done(Add("desk", "two"));
        Done(As("desk", "grey herons at dawn\n", "desk", "account", "add", "Ilse", "--role", "admin", "--archive", Address("desk")));
        Refused(As("reader", "", "find", "harbour", "--archive", Address("reader")), "there is no archive");

        RunScript(Deployed("readers.sql"), "news");
        Assert.Contains("Oda Brandt", Done(As("reader", "", "find", "harbour", "--archive", Address("reader"))).Text, StringComparison.Ordinal);
        Assert.Equal(2, Done(As("reader", "", "export", "--to", "jsonl", "--archive", Address("reader"))).Text.Count(c => c == '\n'));
        Refused(Add("reader", "three"), "may not");
        Refused(As("reader", "", "desk", "account", "list", "--archive", Address("reader")), "permission denied");
    }

    [Fact]
    public void Who_does_not_trust_the_certificate_has_another_password_or_would_speak_in_the_clear_stays_out()
    {
        Refused(Programs.Run(Programs.Rapporteur, ["add", "-", "--archive", Address("worker", authority: null)], Article("one"), ("PGPASSFILE", _secrets.File("pgpass-worker"))), "certificate");
        Refused(As("worker", Article("one"), "add", "-", "--archive", Address("worker", "disable")), "does not let this user in");
        Refused(Programs.Run(Programs.Rapporteur, ["add", "-", "--archive", Address("worker")], Article("one"), ("PGPASSFILE", _secrets.File("pgpass-desk"))), "password");
        Refused(As("worker", Article("one"), "add", "-", "--archive", Address("worker").Replace("/news?", "/postgres?", StringComparison.Ordinal)), "does not let this user in");
    }

    private static string Deployed(string name) => File.ReadAllText(Repository.File("deploy", "store", name));

    private static string Article(string id) => $$"""{"id": "{{id}}", "text": "\"The harbour opens on day {{id}},\" Oda Brandt said.", "published": "2024-05-02"}""" + "\n";

    private static Outcome Done(Outcome outcome)
    {
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome;
    }

    private static void Refused(Outcome outcome, string why)
    {
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(why, outcome.Error, StringComparison.OrdinalIgnoreCase);
    }

    private Outcome Add(string role, string id) => As(role, Article(id), "add", "-", "--archive", Address(role));

    private Outcome As(string role, string input, params string[] arguments) => Programs.Run(Programs.Rapporteur, arguments, input, ("PGPASSFILE", _secrets.File($"pgpass-{role}")));

    private string Address(string role, string mode = "verify-full", string? authority = "ca.pem") => string.Create(
        CultureInfo.InvariantCulture, $"postgres://rapporteur_{role}@localhost:{_server.Port}/news?sslmode={mode}{(authority is null ? "" : $"&sslrootcert={_secrets.File(authority)}")}");

    private void RunScript(string script, string database)
    {
        _server.Write("script.sql", script);
        _server.Command("psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", database, "--file", _server.Path("script.sql"));
    }
}
