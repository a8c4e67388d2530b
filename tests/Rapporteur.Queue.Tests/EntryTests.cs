using Rapporteur.TestServers;
using Xunit;

namespace Rapporteur.Queue.Tests;

/// <summary>The way into a broker: what is wrong is said in one line, without a password.</summary>
public sealed class EntryTests : IDisposable
{
    private const string Password = "s3cret/p@ss";
    private readonly string _folder = Directory.CreateTempSubdirectory("rapporteur-queue-").FullName;

    public EntryTests()
    {
        if (NatsServer.WhyNot is { } reason) Assert.Skip(reason);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<QueueException> Refused(QueueAddress address)
    {
        var refused = await Assert.ThrowsAsync<QueueException>(() => NewsQueue.OpenAsync(address, cancellation: TestContext.Current.CancellationToken));
        Assert.DoesNotContain('\n', refused.Message);
        for (Exception? e = refused; e is not null; e = e.InnerException) Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
        return refused;
    }

    [Fact]
    public async Task Name_and_password_let_in_and_wrong_ones_are_refused_for_good()
    {
        using var server = new NatsServer(NatsServer.Users(("worker", Password)));
        await using (var queue = await NewsQueue.OpenAsync(new QueueAddress(server.AddressFor("worker", Password)), cancellation: TestContext.Current.CancellationToken))
            Assert.Equal($"nats://127.0.0.1:{server.Port}", queue.Place);
        foreach (var address in new[] { server.AddressFor("worker", "s3cret-but-wrong"), server.AddressFor("nobody", Password), server.Address })
        {
            var refused = await Refused(new QueueAddress(address));
            Assert.Equal((false, $"the queue at nats://127.0.0.1:{server.Port} does not let us in: check the name and password in its address, or the credentials file"), (refused.IsTemporary, refused.Message));
        }
    }

    [Fact]
    public async Task A_certificate_is_checked_against_the_authority_that_is_named()
    {
        var certificates = new Certificates(_folder);
        using var server = new NatsServer(NatsServer.Tls(certificates) + NatsServer.Users(("worker", Password)));
        var address = new QueueAddress(server.SecureAddressFor("worker", Password));
        await using (var queue = await NewsQueue.OpenAsync(address with { AuthorityFile = certificates.Authority }, cancellation: TestContext.Current.CancellationToken))
            Assert.Equal(0, await queue.CountAsync(TestContext.Current.CancellationToken));
        var untrusted = await Refused(address);
        Assert.Contains("name the authority that signed it with --queue-ca", untrusted.Message, StringComparison.Ordinal);
        Assert.Contains("there is no file", (await Refused(address with { AuthorityFile = Path.Combine(_folder, "none.pem") })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_cannot_be_reached_is_told_and_may_be_there_later()
    {
        var refused = await Refused(new QueueAddress($"nats://worker:s3cret@127.0.0.1:{Loopback.FreePort()}"));
        Assert.True(refused.IsTemporary);
        Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nats://worker:s3cret@[bad")]
    [InlineData("http://worker:s3cret@broker")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_told_without_repeating_it(string address) =>
        Assert.Contains("nats://host:4222", (await Refused(new QueueAddress(address))).Message, StringComparison.Ordinal);
}
