using System.Net;
using System.Net.Sockets;
using System.Text;
using Rapporteur.Desk.Tests.Team;
using Xunit;

namespace Rapporteur.Desk.Tests.Operations;

public sealed class HealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_watches_learns_without_signing_in_whether_the_desk_can_work()
    {
        await using var desk = await TeamDesk.Start();
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            using var answer = await desk.Send(HttpMethod.Get, path, headers: [("Host", "10.0.0.7:4180")]);
            Assert.Equal((HttpStatusCode.OK, "{\"status\":\"ok\",\"failing\":[]}"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        }
    }

    [Fact]
    public async Task A_desk_without_its_archive_is_alive_but_not_ready()
    {
        await using var desk = await OpenDesk.Start();
        desk.Archive.Dispose();
        using var live = await desk.Client.GetAsync("/health/live", Cancellation);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var ready = await desk.Client.GetAsync("/health/ready", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "{\"status\":\"failing\",\"failing\":[\"archive\"]}"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public async Task A_desk_that_closes_finishes_what_is_in_hand_and_takes_nothing_new()
    {
        await using var desk = await TeamDesk.Start();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, desk.Desk.Address.Port, Cancellation);
        await using var stream = client.GetStream();
        const string Body = "name=nobody&password=none&back=%2F";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\nExpect: 100-continue\r\n\r\n"), Cancellation);
        var waits = new byte[64];
        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(waits, 0, await stream.ReadAsync(waits, Cancellation)), StringComparison.Ordinal);

        var closing = desk.Desk.Close();
        await Refused(desk.Desk.Address.Port);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Body), Cancellation);
        using var answer = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 401", await answer.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        await closing.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        // The last request is in the audit log too.
        Assert.Equal("sign-in", Assert.Single(await desk.Audit(1)).Action);
    }

    private static async Task Refused(int port)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            using var late = new TcpClient();
            try
            {
                await late.ConnectAsync(IPAddress.Loopback, port, Cancellation);
                await Task.Delay(50, Cancellation);
            }
            catch (SocketException)
            {
                return;
            }
        }

        Assert.Fail("the desk still takes connections");
    }
}
