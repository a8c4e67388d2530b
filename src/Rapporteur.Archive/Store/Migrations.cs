namespace Rapporteur.Archive.Store;

/// <summary>
/// Brings an archive to this version's shape: numbered scripts (Store/Migrations/), each run once, whole or not at all. The number
/// of the last one is kept in the file's user_version.
/// </summary>
internal static class Migrations
{
    // "RAPP": tells an archive from other SQLite files.
    private const int ApplicationId = 0x52415050;

    private static readonly Lazy<string[]> Scripts = new(() =>
        [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]);

    /// <summary>Runs the scripts that the archive has not seen.</summary>
    /// <exception cref="ArchiveException">It is of a later version of rapporteur, or no archive.</exception>
    public static void Run(Database database, string path)
    {
        if (Seen(database, path) == Scripts.Value.Length) return;
        database.Transaction(() =>
        {
            // Asked again: another command may have done it in between.
            for (var seen = Seen(database, path); seen < Scripts.Value.Length; seen++) database.Script(Script(seen));
            database.Script(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Scripts.Value.Length};"));
            return true;
        });
    }

    /// <summary>Checks that the archive has this version's shape, without changing it.</summary>
    /// <exception cref="ArchiveException">It is of another version of rapporteur, or no archive.</exception>
    public static void Check(Database database, string path)
    {
        if (Seen(database, path) < Scripts.Value.Length)
            throw new ArchiveException($"{path} was made by an earlier rapporteur: a command that writes to it, such as add, brings it up to date");
    }

    private static long Seen(Database database, string path)
    {
        var seen = database.Number("PRAGMA user_version") ?? 0;
        var isArchive = database.Number("PRAGMA application_id") == ApplicationId;
        if (!isArchive && (seen > 0 || database.Number("SELECT count(*) FROM sqlite_schema") > 0))
            throw new ArchiveException($"{path} is not an archive of rapporteur: name another file with --archive");
        if (seen > Scripts.Value.Length)
            throw new ArchiveException($"{path} was made by a later rapporteur (archive version {seen}; this one knows {Scripts.Value.Length}): use that one");
        return seen;
    }

    private static string Script(long number)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(Scripts.Value[number])!);
        return reader.ReadToEnd();
    }
}
