namespace Rapporteur.Queue.Broker;

/// <summary>What stands at the broker, by name, and what stands in the heads of messages.</summary>
internal static class QueueNames
{
    public const string Articles = "RAPPORTEUR_ARTICLES", ArticlesSubject = "rapporteur.articles", Workers = "workers";

    public const string Parked = "RAPPORTEUR_PARKED", ParkedSubject = "rapporteur.parked";

    /// <summary>The object store of what is too large for a message.</summary>
    public const string Files = "rapporteur-files";

    /// <summary>The store of whether the queue pauses, and the store, soon forgetful, of what workers say of themselves.</summary>
    public const string State = "rapporteur-state", Heartbeats = "rapporteur-workers";

    /// <summary>The key that is there while the queue pauses, and one that is written to read the broker's clock.</summary>
    public const string Paused = "paused", Clock = "clock";

    /// <summary>Heads: the broker's own for what a message is known by; what kind of work it is; how it is packed; the object that holds it.</summary>
    public const string MessageId = "Nats-Msg-Id", Kind = "Rapporteur-Kind", Packing = "Rapporteur-Packing", Object = "Rapporteur-Object";

    /// <summary>Heads: what is asked of the worker's model; that it is read in a process of its own; the trace that it belongs to.</summary>
    public const string Model = "Rapporteur-Model", Alone = "Rapporteur-Alone", Trace = "traceparent";

    /// <summary>Heads of what is parked: why, after how many attempts, by which worker, and what it is, for people.</summary>
    public const string Error = "Rapporteur-Error", Attempts = "Rapporteur-Attempts", Worker = "Rapporteur-Worker", Subject = "Rapporteur-Subject";

    /// <summary>The packing by Brotli.</summary>
    public const string Brotli = "br";
}
