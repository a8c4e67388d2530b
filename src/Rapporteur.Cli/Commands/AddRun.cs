using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Cli.Commands;

/// <summary>Adds what paths name to an archive.</summary>
internal sealed class AddRun(NewsArchive archive, ArticleRun run, Func<Article, Article> apply, Terminal terminal)
{
    private readonly EntryBatches _batches = new(archive);

    /// <summary>Adds once, and accounts for it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> paths)
    {
        try
        {
            return AddAll(paths);
        }
        finally
        {
            _batches.Account(terminal);
        }
    }

    /// <summary>Adds again and again what is new, until it is interrupted.</summary>
    public int Watch(WatchedPaths paths, TimeSpan wait, CancellationToken cancellation)
    {
        while (true)
        {
            AddAll(paths.Changed());
            if (_batches.HasAdded) _batches.Account(terminal);
            cancellation.WaitHandle.WaitOne(wait);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private int AddAll(IReadOnlyList<string> paths)
    {
        try
        {
            return run.Run(paths, Entry, (input, _, entry) => _batches.Take(entry, input.Acknowledge), _batches.KeepIfOld);
        }
        finally
        {
            // Also of a run that is interrupted: what was read is not read again.
            _batches.Keep();
        }
    }

    // Null where it is there already.
    private ArchiveEntry? Entry(Article found)
    {
        var article = apply(found);
        return archive.Holds(article) ? null : ArchiveEntry.Of(Record.From(Reader.English.Read(article)));
    }
}
