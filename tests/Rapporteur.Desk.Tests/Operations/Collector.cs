using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rapporteur.Desk.Tests.Operations;

/// <summary>A collector of OpenTelemetry: what it is sent is Protobuf, in which text stands as it is.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _got = new();
    private readonly WebApplication _server;

    private Collector(WebApplication server) => _server = server;

    public string Address => _server.Urls.First();

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(server);
        server.MapPost("/v1/{kind}", collector.Take);
        await server.StartAsync();
        return collector;
    }

    /// <summary>All that was sent to an address.</summary>
    public string Got(string path) => _got.GetValueOrDefault(path, "");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var text = Encoding.Latin1.GetString(body.ToArray());
        _got.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
    }
}
