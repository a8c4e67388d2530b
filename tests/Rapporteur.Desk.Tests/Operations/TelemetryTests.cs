using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rapporteur.Desk.Operations;
using Xunit;

namespace Rapporteur.Desk.Tests.Operations;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Metrics_and_traces_go_where_the_standard_variables_say()
    {
        await using var collector = await Collector.Start();
        await using (var desk = await OpenDesk.Start(around: new Surroundings
        {
            Log = NullLoggerProvider.Instance,
            Telemetry =
            [
                KeyValuePair.Create<string, string?>("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
                KeyValuePair.Create<string, string?>("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                KeyValuePair.Create<string, string?>("OTEL_SERVICE_NAME", "the-desk-of-meridian"),
            ],
        }))
        {
            using var answer = await desk.Client.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // What was gathered is sent at the latest when the desk closes.
        Assert.Contains("the-desk-of-meridian", collector.Got("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Got("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("the-desk-of-meridian", collector.Got("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("http.request.method", collector.Got("/v1/traces"), StringComparison.Ordinal);
    }

    // A collector of OpenTelemetry: what it is sent is Protobuf, in which text stands as it is.
    private sealed class Collector : IAsyncDisposable
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
            server.MapPost("/v1/{kind}", async (HttpContext context) =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                collector._got.AddOrUpdate(context.Request.Path, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
            });
            await server.StartAsync();
            return collector;
        }

        public string Got(string path) => _got.GetValueOrDefault(path, "");

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
