using System.Net;
using System.Net.Sockets;
using System.Text;
using Rapporteur.Archive.Team;
using Rapporteur.Desk.Operations;
using Rapporteur.Desk.Tests.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Operations;

public sealed class LimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_too_much_is_told_when_to_come_back_and_others_are_not_slowed()
    {
        await using var desk = await TeamDesk.Start(options => options with { Limits = new LimitOptions { RequestsAMinute = 5 } });
        var (busy, quiet) = (desk.Key(Role.Reader).Secret, desk.Key(Role.Reader).Secret);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, await Status(desk, busy));
        using var refused = await desk.Send(HttpMethod.Get, "/api/v1/nothing", key: busy);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, await Status(desk, quiet));
        using var health = await desk.Send(HttpMethod.Get, "/health/live", key: busy);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Guessing_from_one_address_is_slowed_before_any_password_is_looked_at()
    {
        await using var desk = await TeamDesk.Start(options => options with { Limits = new LimitOptions { SignInsAMinute = 2 } });
        desk.Account("Ilse", Role.Reader);
        for (var i = 0; i < 2; i++) (await desk.SignIn($"nobody {i}", "some password")).Dispose();
        using var refused = await desk.SignIn("Ilse");
        Assert.Equal((HttpStatusCode.TooManyRequests, null), (refused.StatusCode, TeamDesk.GivenCookie(refused)));
    }

    [Fact]
    public async Task Only_known_proxies_say_where_a_request_came_from()
    {
        // A stranger's word: not believed, so that nobody gets a fresh limit, or another's name in the log, by a header.
        await using (var desk = await TeamDesk.Start(options => options with { Limits = new LimitOptions { SignInsAMinute = 2 } }))
        {
            for (var i = 0; i < 2; i++) (await desk.SignIn("nobody", headers: [("X-Forwarded-For", $"203.0.113.{i}"), ("X-Forwarded-Proto", "https")])).Dispose();
            using var refused = await desk.SignIn("nobody", headers: [("X-Forwarded-For", "203.0.113.9")]);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.All(await desk.Audit(2), entry => Assert.Equal("127.0.0.1", entry.Source));
        }

        // A known proxy's word: believed for its own hop, not for what stands before it.
        await using (var desk = await TeamDesk.Start(options => options with { Proxies = ["127.0.0.0/8"] }))
        {
            desk.Account("Ilse", Role.Reader);
            using var answer = await desk.SignIn("Ilse", headers: [("X-Forwarded-For", "198.51.100.1, 203.0.113.5"), ("X-Forwarded-Proto", "https")]);
            Assert.Equal("203.0.113.5", Assert.Single(await desk.Audit(1)).Source);
            var cookie = TeamDesk.GivenCookie(answer)!;
            Assert.StartsWith("__Host-rapporteur=", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("max-age", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        }

        await using (var desk = await TeamDesk.Start(options => options with { Proxies = ["192.0.2.1"] }))
        {
            (await desk.SignIn("nobody", headers: [("X-Forwarded-For", "203.0.113.5")])).Dispose();
            Assert.Equal("127.0.0.1", Assert.Single(await desk.Audit(1)).Source);
        }
    }

    [Fact]
    public async Task A_request_whose_body_does_not_come_is_given_up()
    {
        await using var desk = await TeamDesk.Start(options => options with { Limits = new LimitOptions { RequestSeconds = 1 } });
        desk.Account("Ilse", Role.Reader);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, desk.Desk.Address.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=Ilse&password="), Cancellation);
        using var answer = new StreamReader(stream);
        var said = "";
        try
        {
            said = await answer.ReadToEndAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }
        catch (IOException)
        {
            // The server has hung up.
        }

        Assert.DoesNotContain("HTTP/1.1 2", said, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1 3", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_more_connections_are_taken_than_there_is_room_for()
    {
        await using var desk = await TeamDesk.Start(options => options with { Limits = new LimitOptions { Connections = 2 } });
        using var first = await Connected(desk);
        Assert.True(await Answers(first));
        using var second = await Connected(desk);
        Assert.True(await Answers(second));
        using var third = await Connected(desk);
        Assert.False(await Answers(third));
        Assert.True(await Answers(first));
        first.Close();
        for (var tries = 0; ; tries++)
        {
            using var later = await Connected(desk);
            if (await Answers(later)) break;
            Assert.True(tries < 100, "room that was given back is not given away again");
            await Task.Delay(50, Cancellation);
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n injected: c\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX\0: b\r\n\r\n")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET /%0d%0aSet-Cookie:%20planted=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /sign-in/openid?back=/%0d%0aSet-Cookie:%20planted=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    public async Task Headers_that_are_broken_or_planted_come_to_nothing(string request)
    {
        await using var desk = await TeamDesk.Start();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, desk.Desk.Address.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancellation);
        client.Client.Shutdown(SocketShutdown.Send);
        using var answer = new StreamReader(stream);
        var said = await answer.ReadToEndAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.DoesNotContain("\nSet-Cookie", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("HTTP/1.1 200", said, StringComparison.Ordinal);
    }

    private static async Task<TcpClient> Connected(TeamDesk desk)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, desk.Desk.Address.Port, Cancellation);
        return client;
    }

    private static async Task<bool> Answers(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Cancellation);
            var answer = new byte[1024];
            return await stream.ReadAsync(answer, Cancellation) > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<HttpStatusCode> Status(TeamDesk desk, string key)
    {
        using var answer = await desk.Send(HttpMethod.Get, "/", key: key);
        return answer.StatusCode;
    }
}
