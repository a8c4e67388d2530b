using System.Text;
using NATS.Client.Core;
using NATS.Client.JetStream;
using Rapporteur.Queue;

namespace Rapporteur.Deploy.Tests.Chaos;

/// <summary>What no reader can make a record of, queued as any program may, and what must therefore be parked.</summary>
internal static class BadNews
{
    private static readonly (string Subject, string Line)[] Lines =
    [
        ("no JSON", "{broken"), ("cut off", "{\"id\":\"cut\",\"text\":\"The harbour"), ("a list", "[1, 2]"), ("nothing", ""), ("no text", "{\"id\":\"none\"}"),
        ("an empty text", "{\"id\":\"empty\",\"text\":\"\"}"), ("a page of nothing", "{\"html\":\"<html><body></body></html>\"}"), ("a day that is none", "{\"text\":\"Oda Brandt said no.\",\"published\":\"soon\"}"),
        ("too deep", $"{{\"html\":\"{string.Concat(Enumerable.Repeat("<div>", 60_000))}Oda Brandt said no.\"}}"),
    ];

    /// <summary>What they are about: what the list of parked messages must hold.</summary>
    public static IEnumerable<string> Subjects => Lines.Select(line => line.Subject).Append("too long");

    /// <summary>Puts them into the queue.</summary>
    public static async Task Submit(NewsQueue queue, string address, CancellationToken cancellation)
    {
        await using var connection = new NatsConnection(new NatsOpts { Url = address });
        var stream = new NatsJSContext(connection);
        foreach (var (subject, line) in Lines)
        {
            var heads = new NatsHeaders { ["Rapporteur-Subject"] = subject };
            (await stream.PublishAsync("rapporteur.articles", Encoding.UTF8.GetBytes(line), headers: heads, cancellationToken: cancellation)).EnsureSuccess();
        }

        await queue.SubmitAsync(QueueMessage.Of(new Article(string.Concat(Enumerable.Repeat("Oda Brandt said that the harbour stays open. ", 30_000))) { Title = "too long" }), cancellation);
    }
}
