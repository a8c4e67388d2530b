using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Cli.Commands;

/// <summary>What was fetched, remembered in the archive that it was added to.</summary>
internal sealed class ArchiveFetchMemory(NewsArchive archive) : IFetchMemory
{
    public Remembered? Recall(string address) => archive.Recall(address) is { } known
        ? new Remembered(known.ETag is null && known.LastModified is null ? null : new Validators(known.ETag, known.LastModified), known.Stamp)
        : null;

    public void Remember(string address, Remembered remembered) =>
        archive.Remember(address, new FetchedAddress(remembered.Validators?.ETag, remembered.Validators?.LastModified, remembered.Stamp));
}
