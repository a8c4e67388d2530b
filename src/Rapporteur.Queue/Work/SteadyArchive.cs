using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Queue.Work;

/// <summary>
/// The archive as a worker uses it: where it is away or full, a call waits until it works. Everything asked of it may be done twice,
/// so that a commit of which nobody knows whether it was made is simply made again.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="say">Tells people.</param>
/// <param name="stop">Ends the wait.</param>
internal sealed class SteadyArchive(NewsArchive archive, Action<string> say, CancellationToken stop)
{
    private readonly Outage _outage = new(say, "the archive works again");

    /// <summary>Whether it is away or full.</summary>
    public bool IsAway => _outage.Lasts;

    /// <summary>Whether an article is there in the same words.</summary>
    public bool Holds(Article article) => Until(() => archive.Holds(article));

    /// <summary>The record of a version; null where it is not there.</summary>
    public Record? Record(long article, int version) => Until(() => archive.Record(article, version));

    /// <summary>Adds articles, all or none.</summary>
    public void Add(IReadOnlyList<ArchiveEntry> entries)
    {
        if (entries.Count > 0) Until(() => archive.Add(entries));
    }

    /// <summary>Puts records in the place of older ones, all or none.</summary>
    public void Refresh(IReadOnlyList<(VersionToRead Version, ArchiveEntry Entry)> entries)
    {
        if (entries.Count == 0) return;
        Until(() =>
        {
            archive.Refresh([.. entries.DistinctBy(item => item.Version).Select(item => (item.Version.Article, item.Version.Version, item.Entry))]);
            return entries.Count;
        });
    }

    private T Until<T>(Func<T> work)
    {
        while (true)
        {
            try
            {
                var result = work();
                _outage.Over();
                return result;
            }
            catch (ArchiveException e) when (e.IsTemporary)
            {
                Wait(e.Message);
            }
        }
    }

    private void Wait(string problem)
    {
        stop.WaitHandle.WaitOne(_outage.Failed(problem));
        stop.ThrowIfCancellationRequested();
    }
}
