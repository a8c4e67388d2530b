using Rapporteur.Ingest;

namespace Rapporteur.Cli.Commands;

/// <summary>Paths that are looked at again and again: of files, only what has changed since the last look.</summary>
internal sealed class WatchedPaths(IReadOnlyList<string> paths)
{
    // A file that was touched just now may still be being written; one from the future only has a wrong clock.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);

    /// <summary>The files that are new or changed, and all addresses: servers are asked whether these have changed.</summary>
    public IReadOnlyList<string> Changed() =>
        [.. paths.SelectMany(path => InputSource.IsAddress(path) ? [path] : InputFiles.Find([path]).Where(IsNew).Select(file => file.Path))];

    // What has a problem is tried once: the problem is told once.
    private bool IsNew(InputFile file)
    {
        var info = new FileInfo(file.Path);
        var state = info.Exists ? (info.Length, info.LastWriteTimeUtc) : (-1, default);
        if (_seen.TryGetValue(file.Path, out var seen) && seen == state) return false;
        if (info.Exists && (DateTime.UtcNow - info.LastWriteTimeUtc).Duration() < Settled) return false;
        _seen[file.Path] = state;
        return true;
    }
}
