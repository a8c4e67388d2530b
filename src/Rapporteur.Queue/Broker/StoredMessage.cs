using System.Globalization;
using NATS.Client.Core;
using NATS.Client.JetStream.Models;

namespace Rapporteur.Queue.Broker;

/// <summary>A parked message as it lies at the broker.</summary>
internal sealed class StoredMessage
{
    private static readonly string[] OfParking = [QueueNames.Error, QueueNames.Attempts, QueueNames.Worker];
    private readonly Dictionary<string, string> _heads = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _time;

    public StoredMessage(NATS.Client.JetStream.Models.StoredMessage stored)
    {
        Sequence = stored.Seq;
        Data = stored.Data.ToArray();
        _time = stored.Time;
        if (stored.Hdrs is null) return;
        foreach (var line in System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(stored.Hdrs)).Split("\r\n").Skip(1))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) _heads[line[..colon]] = line[(colon + 1)..].Trim();
    }

    public ulong Sequence { get; }

    public byte[] Data { get; }

    public ParkedMessage ForPeople() => new(
        Sequence, Head(QueueNames.Subject), _heads.GetValueOrDefault(QueueNames.Kind, "article"), Head(QueueNames.Error),
        long.TryParse(Head(QueueNames.Attempts), CultureInfo.InvariantCulture, out var attempts) ? attempts : 0, Head(QueueNames.Worker), _time);

    /// <summary>The heads that it had in the queue, with another id: its own is one that the broker remembers and would refuse.</summary>
    public NatsHeaders HeadsToRetry()
    {
        var heads = new NatsHeaders();
        foreach (var (name, value) in _heads)
            if (!OfParking.Contains(name)) heads[name] = value;
        heads[QueueNames.MessageId] = string.Create(CultureInfo.InvariantCulture, $"retry-{Sequence}-{_time.UtcTicks}");
        return heads;
    }

    private string Head(string name) => _heads.GetValueOrDefault(name, "");
}
