using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rapporteur.Archive;
using Rapporteur.Archive.Store;

namespace Rapporteur.Cli.Commands;

/// <summary>Adds entries to an archive in batches that are kept whole or not at all, and counts what came of them.</summary>
internal sealed class EntryBatches(NewsArchive archive)
{
    // Large enough that the disk is not waited for at every article, small enough that little is read twice after a kill.
    private const int Largest = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly List<(ArchiveEntry? Entry, Action? Kept)> _batch = [];
    private readonly Stopwatch _age = Stopwatch.StartNew();
    private readonly int[] _counts = new int[Enum.GetValues<AddedAs>().Length];

    /// <summary>Whether anything was added since the counts began.</summary>
    public bool HasAdded => _counts[(int)AddedAs.New] + _counts[(int)AddedAs.NewVersion] > 0;

    /// <summary>Takes an entry into the batch, or null for one that is there already.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="kept">Called when it is safely kept.</param>
    public void Take(ArchiveEntry? entry, Action? kept = null)
    {
        _batch.Add((entry, kept));
        if (_batch.Count >= Largest) Keep();
    }

    /// <summary>Keeps the batch if it has waited for long.</summary>
    public void KeepIfOld()
    {
        if (_age.Elapsed >= Longest) Keep();
    }

    /// <summary>Keeps the batch.</summary>
    public void Keep()
    {
        if (_batch.Count == 0) return;
        var batch = _batch.ToArray();
        _batch.Clear();
        var added = archive.Add([.. batch.Select(item => item.Entry).OfType<ArchiveEntry>()]);
        foreach (var outcome in added) _counts[(int)outcome.As]++;
        _counts[(int)AddedAs.Known] += batch.Length - added.Length;
        foreach (var (_, kept) in batch) kept?.Invoke();
        _age.Restart();
    }

    /// <summary>Says what was added, and begins to count anew.</summary>
    public void Account(Terminal terminal)
    {
        var account = string.Create(CultureInfo.InvariantCulture,
            $"{_counts[(int)AddedAs.New]:N0} added, {_counts[(int)AddedAs.NewVersion]:N0} in a new version, {_counts[(int)AddedAs.Known]:N0} known before. "
            + $"The archive holds {archive.ArticleCount:N0} articles with {archive.StatementCount:N0} statements.\n");
        terminal.Output.Write(Encoding.UTF8.GetBytes(account));
        terminal.Output.Flush();
        Array.Clear(_counts);
    }
}
