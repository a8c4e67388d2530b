using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using NATS.Client.Core;
using Rapporteur.TestServers;
using Rapporteur.Tests;
using Xunit;

namespace Rapporteur.Deploy.Tests.Servers;

/// <summary>The broker as <c>deploy/broker</c> sets it up: each user may do what it is for, over TLS, and no more.</summary>
public sealed class BrokerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("broker-").FullName;
    private readonly Secrets _secrets = new();
    private readonly NatsServer _server;

    public BrokerTests()
    {
        if (NatsServer.WhyNot is { } reason) Assert.Skip(reason);
        // Its files lie elsewhere, the passwords are in it, and the port of its figures is not free for several at once.
        _server = new NatsServer(Configuration().Replace("include \"./broker-users.conf\"", _secrets.Text("broker-users.conf"), StringComparison.Ordinal).Replace("http: ", "# ", StringComparison.Ordinal).Replace("store_dir: ", "# ", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _server?.Dispose();
        _secrets.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_broker_understands_its_configuration_with_the_passwords_beside_it()
    {
        File.WriteAllText(_secrets.File("nats.conf"), Configuration());
        var (isValid, message) = NatsServer.Check(_secrets.File("nats.conf"));
        Assert.True(isValid, message);
    }

    [Fact]
    public async Task What_is_submitted_is_read_stored_and_shown_with_each_doing_its_own_part()
    {
        Done("admin", "", "queue");
        Assert.Equal("2 queued, 0 queued before.\n", Done("submit", Article("a", "\"The harbour stays open,\" Oda Brandt said.") + Article("large", Noise(3_000_000)), "submit", "-").Text);
        Assert.Equal(2, (int?)Status()["waiting"]);

        var said = new ConcurrentQueue<string>();
        using var worker = Programs.Start(["worker", "--archive", Path.Combine(_folder, "archive")], said.Enqueue, As("worker"));
        try
        {
            await Until(() => Status() is var status && (int)status["waiting"]! + (int)status["inHand"]! == 0);
            Assert.Single(Status()["workers"]!.AsArray());
            Assert.Equal(0, Programs.End(worker));
        }
        finally
        {
            if (!worker.HasExited) worker.Kill();
        }

        Assert.Contains("Oda Brandt", Programs.Run(Programs.Rapporteur, ["find", "harbour", "--archive", Path.Combine(_folder, "archive")]).Text, StringComparison.Ordinal);
        Assert.Contains("large", Done("desk", "", "queue", "parked").Text, StringComparison.Ordinal);
        Done("desk", "", "queue", "retry", "--all");
        Done("desk", "", "queue", "pause");
        Done("desk", "", "queue", "resume");
        Assert.Equal(1, (int?)Status()["waiting"]);
        Assert.DoesNotContain(said, line => line.Contains("may not", StringComparison.Ordinal));
        Assert.DoesNotContain("Violation", _server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_is_told_so_and_who_does_not_trust_the_certificate_or_has_another_password_stays_out()
    {
        Refused(Run("submit", "", "queue"), "may not");
        Done("admin", "", "queue");
        Refused(Run("worker", "", "queue", "pause"), "may not");
        File.WriteAllText(Path.Combine(_folder, "guessed"), "admin:guessed");
        Refused(Programs.Run(Programs.Rapporteur, ["queue", "--queue-credentials", Path.Combine(_folder, "guessed")], null, As("admin")), "does not let us in");
        var other = new Certificates(_folder);
        Refused(Programs.Run(Programs.Rapporteur, ["queue", "--queue-ca", other.Authority], null, As("admin")), "not trusted");
    }

    [Theory]
    [InlineData("submit", "$JS.API.CONSUMER.MSG.NEXT.RAPPORTEUR_ARTICLES.workers", "$JS.API.STREAM.PURGE.RAPPORTEUR_ARTICLES", "$JS.API.STREAM.DELETE.RAPPORTEUR_ARTICLES", "$JS.API.STREAM.MSG.GET.RAPPORTEUR_ARTICLES", "$JS.API.CONSUMER.CREATE.RAPPORTEUR_ARTICLES.spy", "$JS.API.STREAM.CREATE.SPY", "$JS.ACK.RAPPORTEUR_ARTICLES.workers.1.1.1.1.0", "$KV.rapporteur-state.paused", "rapporteur.parked")]
    [InlineData("worker", "$JS.API.STREAM.PURGE.RAPPORTEUR_ARTICLES", "$JS.API.STREAM.DELETE.RAPPORTEUR_ARTICLES", "$JS.API.CONSUMER.DELETE.RAPPORTEUR_ARTICLES.workers", "$JS.API.STREAM.UPDATE.RAPPORTEUR_ARTICLES", "$JS.API.STREAM.CREATE.SPY", "$JS.API.STREAM.PURGE.RAPPORTEUR_PARKED", "$KV.rapporteur-state.paused")]
    [InlineData("desk", "$JS.API.CONSUMER.MSG.NEXT.RAPPORTEUR_ARTICLES.workers", "$JS.API.STREAM.PURGE.RAPPORTEUR_ARTICLES", "$JS.API.STREAM.DELETE.RAPPORTEUR_PARKED", "$JS.API.STREAM.MSG.GET.RAPPORTEUR_ARTICLES", "$JS.API.STREAM.CREATE.SPY", "$JS.ACK.RAPPORTEUR_ARTICLES.workers.1.1.1.1.0", "rapporteur.parked", "$KV.rapporteur-workers.somebody")]
    public async Task Nobody_may_do_what_is_another_users_part_or_listen_to_what_others_are_sent(string user, params string[] subjects)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var refused = new ConcurrentQueue<string>();
        await using var connection = new NatsConnection(new NatsOpts
        {
            Url = _server.SecureAddress,
            AuthOpts = new NatsAuthOpts { Username = user, Password = _secrets.Text($"queue-{user}").Trim().Split(':')[1] },
            TlsOpts = new NatsTlsOpts { CaFile = _secrets.File("ca.pem") },
        });
        connection.ServerError += (_, error) =>
        {
            refused.Enqueue(error.Error);
            return ValueTask.CompletedTask;
        };
        await connection.ConnectAsync();
        foreach (var subject in subjects)
        {
            await connection.PublishAsync(subject, Array.Empty<byte>(), cancellationToken: cancellation);
            await Until(() => refused.Any(error => error.Contains($"Publish to \"{subject}\"", StringComparison.OrdinalIgnoreCase)));
        }

        foreach (var subject in new[] { "_INBOX.>", "_INBOX.admin.>", "rapporteur.>", ">", "$JS.>" })
        {
            await using var spy = await connection.SubscribeCoreAsync<byte[]>(subject, cancellationToken: cancellation);
            await Until(() => refused.Any(error => error.Contains($"Subscription to \"{subject}\"", StringComparison.OrdinalIgnoreCase)));
        }
    }

    private string Configuration() => File.ReadAllText(Repository.File("deploy", "broker", "nats.conf")).Replace("/etc/rapporteur/broker/", _secrets.Folder + "/", StringComparison.Ordinal);

    private static string Article(string id, string text) => JsonSerializer.Serialize(new { id, text }) + "\n";

    // What cannot be packed, so that it is too large for a message.
    private static string Noise(int length) => string.Create(length, new Random(8), (span, random) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = i % 60 == 59 ? ' ' : (char)random.Next('0', 'z' + 1);
    });

    private static async Task Until(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!isSo()) await Task.Delay(50, patience.Token);
    }

    private static void Refused(Outcome outcome, string why)
    {
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(why, outcome.Error, StringComparison.Ordinal);
    }

    private Outcome Done(string user, string input, params string[] arguments)
    {
        var outcome = Run(user, input, arguments);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome;
    }

    private JsonNode Status() => JsonNode.Parse(Done("desk", "", "queue", "--format", "json").Text)!;

    private Outcome Run(string user, string input, params string[] arguments) => Programs.Run(Programs.Rapporteur, arguments, input, As(user));

    private (string Name, string Value)[] As(string user) =>
        [("RAPPORTEUR_QUEUE", _server.SecureAddress), ("RAPPORTEUR_QUEUE_CREDENTIALS", _secrets.File($"queue-{user}")), ("RAPPORTEUR_QUEUE_CA", _secrets.File("ca.pem"))];
}
