using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;
using Rapporteur.Ingest;
using Rapporteur.Records;

namespace Rapporteur.Cli.Commands;

/// <summary>Adds what paths name to an archive, in batches that are kept whole or not at all.</summary>
internal sealed class AddRun(NewsArchive archive, ArticleRun run, Func<Article, Article> apply, Terminal terminal)
{
    // Large enough that the disk is not waited for at every article, small enough that little is read twice after a kill.
    private const int Largest = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly List<(Input Input, ArchiveEntry? Entry)> _batch = [];
    private readonly Stopwatch _age = Stopwatch.StartNew();
    private readonly int[] _counts = new int[Enum.GetValues<AddedAs>().Length];

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
            Account();
        }
    }

    /// <summary>Adds again and again what is new, until it is interrupted.</summary>
    public int Watch(WatchedPaths paths, TimeSpan wait, CancellationToken cancellation)
    {
        while (true)
        {
            AddAll(paths.Changed());
            if (_counts[(int)AddedAs.New] + _counts[(int)AddedAs.NewVersion] > 0) Account();
            Array.Clear(_counts);
            cancellation.WaitHandle.WaitOne(wait);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private int AddAll(IReadOnlyList<string> paths)
    {
        try
        {
            return run.Run(paths, Entry, Take, () => Keep(evenIfYoung: false));
        }
        finally
        {
            // Also of a run that is interrupted: what was read is not read again.
            Keep(evenIfYoung: true);
        }
    }

    // Null where it is there already.
    private ArchiveEntry? Entry(Article found)
    {
        var article = apply(found);
        return archive.Holds(article) ? null : ArchiveEntry.Of(Record.From(Reader.English.Read(article)));
    }

    private void Take(Input input, string id, ArchiveEntry? entry)
    {
        _batch.Add((input, entry));
        if (_batch.Count >= Largest) Keep(evenIfYoung: true);
    }

    private void Keep(bool evenIfYoung)
    {
        if (_batch.Count == 0 || (!evenIfYoung && _age.Elapsed < Longest)) return;
        var batch = _batch.ToArray();
        _batch.Clear();
        var added = archive.Add([.. batch.Select(item => item.Entry).OfType<ArchiveEntry>()]);
        foreach (var outcome in added) _counts[(int)outcome.As]++;
        _counts[(int)AddedAs.Known] += batch.Length - added.Length;
        foreach (var (input, _) in batch) input.Acknowledge();
        _age.Restart();
    }

    private void Account()
    {
        var account = string.Create(CultureInfo.InvariantCulture,
            $"{_counts[(int)AddedAs.New]:N0} added, {_counts[(int)AddedAs.NewVersion]:N0} in a new version, {_counts[(int)AddedAs.Known]:N0} known before. "
            + $"The archive holds {archive.ArticleCount:N0} articles with {archive.StatementCount:N0} statements.\n");
        terminal.Output.Write(Encoding.UTF8.GetBytes(account));
        terminal.Output.Flush();
    }
}
