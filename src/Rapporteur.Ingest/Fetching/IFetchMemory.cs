namespace Rapporteur.Ingest.Fetching;

/// <summary>Remembers between runs what was fetched, so that servers are asked only for what is new.</summary>
public interface IFetchMemory
{
    /// <summary>What is remembered of an address; null where nothing is.</summary>
    Remembered? Recall(string address);

    /// <summary>Remembers an address. Called only once what stood there is safely kept.</summary>
    void Remember(string address, Remembered remembered);
}

/// <summary>What is remembered of an address.</summary>
/// <param name="Validators">What the server gave to ask with; or null.</param>
/// <param name="Stamp">Of an article that a feed announced: what the feed said of it; or null.</param>
public sealed record Remembered(Validators? Validators, string? Stamp);
