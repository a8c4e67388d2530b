using System.Diagnostics;
using Rapporteur.Desk.Operations;
using Xunit;

namespace Rapporteur.Desk.Tests.Api;

public sealed class LimitTests : ApiTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromSeconds(60);

    private protected override DeskOptions Options(DeskOptions options) => options with { Limits = new LimitOptions { BodySeconds = (int)Patience.TotalSeconds, Connections = 12 } };

    [Theory]
    [InlineData("application/json", "408")]
    [InlineData("application/x-ndjson", "200")]
    public async Task A_body_that_drips_is_cut_off(string type, string status)
    {
        var clock = Stopwatch.StartNew();
        using var connection = await Connect();
        await connection.Send($"POST /api/v1/articles:batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 100000\r\n\r\n{{", Cancellation);
        Assert.StartsWith($"HTTP/1.1 {status}", await connection.Line(Cancellation), StringComparison.Ordinal);
        while (await connection.Line(Cancellation) is not null) { }
        Assert.InRange(clock.Elapsed, Patience / 2, Longest);
        Assert.Equal(0, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task A_body_that_ends_too_soon_changes_nothing()
    {
        using (var connection = await Connect())
            await connection.Send("POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"text\": \"\\\"We agree,\\\" Ada Lind said.\"}", Cancellation);
        await Task.Delay(300, Cancellation);
        Assert.Equal(0, Desk.Archive.ArticleCount);
    }

    [Fact]
    public async Task More_connections_than_are_allowed_are_closed_and_the_others_are_served()
    {
        using var served = await Connect();
        await served.Send("GET /api/v1/reader HTTP/1.1\r\nHost: localhost\r\n\r\n", Cancellation);
        Assert.StartsWith("HTTP/1.1 200", await served.Line("HTTP/", Cancellation), StringComparison.Ordinal);
        var connections = new List<RawConnection>();
        for (var i = 0; i < 30; i++) connections.Add(await Connect());
        var closed = 0;
        foreach (var connection in connections)
        {
            try
            {
                await connection.Send("GET /api/v1/reader HTTP/1.1\r\nHost: localhost\r\n\r\n", Cancellation);
                if (await connection.Line(Cancellation) is null) closed++;
            }
            catch (IOException)
            {
                closed++;
            }
        }

        Assert.InRange(closed, 15, 29);
        await served.Send("GET /api/v1/reader HTTP/1.1\r\nHost: localhost\r\n\r\n", Cancellation);
        Assert.StartsWith("HTTP/1.1 200", await served.Line("HTTP/", Cancellation), StringComparison.Ordinal);
        connections.ForEach(connection => connection.Dispose());
    }

    private Task<RawConnection> Connect() => RawConnection.To(Desk.Address, Cancellation);
}
