using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rapporteur.Desk.Tests.Api;

/// <summary>A site of somebody else's, on a port of this machine.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _server;

    private OtherSite(WebApplication server) => _server = server;

    /// <summary>Where it stands, with a slash at its end.</summary>
    public string Address => _server.Urls.First() + "/";

    /// <summary>Opens a site.</summary>
    /// <param name="answer">Gives for a path and the number of the request a status, where to go instead, and a page.</param>
    public static async Task<OtherSite> Start(Func<string, int, (int Status, string? Location, string Page)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var number = 0;
        server.Run(async context =>
        {
            var (status, location, page) = answer(context.Request.Path, Interlocked.Increment(ref number));
            context.Response.StatusCode = status;
            if (location is not null) context.Response.Headers.Location = location;
            if (page.Length > 0) await context.Response.WriteAsync(page);
        });
        await server.StartAsync();
        return new OtherSite(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
