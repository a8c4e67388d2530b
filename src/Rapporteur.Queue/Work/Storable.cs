using Rapporteur.Archive.Store;

namespace Rapporteur.Queue.Work;

/// <summary>An article that was read.</summary>
/// <param name="Delivery">The message it came of.</param>
/// <param name="Entry">What is to be stored; null where the archive has it already.</param>
internal sealed record Storable(Delivery Delivery, ArchiveEntry? Entry)
{
    /// <summary>The version whose record it takes the place of; null where it is added.</summary>
    public VersionToRead? Version { get; init; }
}
