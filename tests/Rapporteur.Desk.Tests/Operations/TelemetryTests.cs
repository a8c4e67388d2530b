using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Rapporteur.Desk.Operations;
using Xunit;

namespace Rapporteur.Desk.Tests.Operations;

public sealed class TelemetryTests
{
    private static readonly string[] Own = ["rapporteur.articles.added", "rapporteur.reading.duration", "rapporteur.intake.waiting"];

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
            using var article = new StringContent("\"Ships will sail,\" Ilse Marten said.");
            using var added = await desk.Client.PostAsync("/api/v1/articles", article, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        }

        // What was gathered is sent at the latest when the desk closes.
        Assert.Contains("the-desk-of-meridian", collector.Got("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Got("/v1/metrics"), StringComparison.Ordinal);
        foreach (var own in Own) Assert.Contains(own, collector.Got("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("the-desk-of-meridian", collector.Got("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("http.request.method", collector.Got("/v1/traces"), StringComparison.Ordinal);
    }
}
