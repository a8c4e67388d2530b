using System.Globalization;
using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store;

/// <summary>
/// Brings an archive to this version's shape: numbered scripts (Store/Migrations/), each run once, whole or not at all, while others read and
/// those of an earlier version who write are told to be brought up to date.
/// </summary>
/// <remarks>
/// <para>To add one, put <c>NNNN-what-it-brings.sql</c>, with the next free number, into that folder; nothing else. Scripts that have
/// been released are never changed. Write it for SQLite, with no types but <c>INTEGER</c> (64 bits), <c>REAL</c>, <c>TEXT</c> and
/// <c>BLOB</c>, and end tables with <c>) STRICT;</c>. For PostgreSQL these words are put into its own: <c>bigint</c>,
/// <c>double precision</c>, <c>text</c> (compared byte by byte, as SQLite does), <c>bytea</c>, and <c>INTEGER PRIMARY KEY</c> becomes an
/// identity column that is filled in where an INSERT leaves it out. What only one engine understands stands in a script of the same
/// number and name that ends in <c>.sqlite.sql</c> or <c>.postgres.sql</c>, run after the common one. A table that is about articles
/// says <c>REFERENCES articles (id) ON DELETE CASCADE</c>: that takes its rows out with a deleted article.</para>
/// <para>On a server others go on meanwhile. A script locks what they read for a moment at most: it begins with
/// <c>SET LOCAL lock_timeout = 300;</c> and is tried again. What takes long (rows that are moved or filled in, an index of a large table)
/// is done before it, in short transactions that can be broken off (<see cref="Database.Prepare"/>).</para>
/// <para>Queries are written once for both: values as <c>$1</c>; <c>CAST($1 AS BIGINT)</c> or <c>AS TEXT</c> where a value may be null
/// and nothing else tells its type; <c>ON CONFLICT ... DO UPDATE</c> or <c>DO NOTHING</c>, not <c>OR REPLACE</c>; <c>RETURNING id</c>,
/// not last_insert_rowid(); a name for a query within FROM; every column of a grouped query in GROUP BY or counted; no LIKE without
/// lower(), and ORDER BY down to something that is unique, nulls said to come <c>FIRST</c> or <c>LAST</c>.</para>
/// </remarks>
internal static class Migrations
{
    private const string Ending = ".sql";
    private const int NumberLength = 4, MostTries = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // What fills tables where SQL alone cannot, after the scripts of that name; what it calls must go on knowing the shape of then.
    private static readonly Dictionary<string, Action<Database>> Fillings = new(StringComparer.Ordinal) 
    {
        ["voices"] = VoiceTable.Fill,
        ["numbers"] = VoiceTable.Renumber,
    };

    // What has to be prepared (Database.Prepare) when everything before it is done.
    private static readonly string[] Prepared = ["moved"];

    // The names of each migration's scripts, by its number less one.
    private static readonly Lazy<string[][]> Steps = new(() =>
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .GroupBy(name => int.Parse(name.AsSpan(0, NumberLength), NumberStyles.None, CultureInfo.InvariantCulture)).OrderBy(step => step.Key)
            .Select(step => step.OrderBy(name => name.Length).ToArray()),
    ]);

    /// <summary>The scripts of each migration, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> All => Steps.Value;

    /// <summary>Runs the scripts that the archive has not seen.</summary>
    /// <exception cref="ArchiveException">It is of a later version of rapporteur, or no archive.</exception>
    public static void Run(Database database, string place) => Run(database, place, All.Count);

    /// <summary>Brings an archive to the shape that it has after so many migrations.</summary>
    internal static void Run(Database database, string place, int count)
    {
        if (Seen(database, place) >= count) return;
        database.Migrating(() =>
        {
            // Asked again: another command may have done it in between. A new archive has nothing to be moved, and comes to be at once; of
            // others as much is done at once as can be, so that nobody writes in between.
            for (int seen; (seen = (int)Seen(database, place)) < count;)
            {
                if (seen > 0) database.Prepare(NameOf(seen));
                var end = seen + 1;
                while (end < count && (seen == 0 || !Prepared.Contains(NameOf(end)))) end++;
                Do(database, place, seen, end);
            }
        });
    }

    // Tables that others read are not waited for long, as who comes later waits behind: again and again instead.
    private static void Do(Database database, string place, int first, int end)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                database.BeginWriting(Writing.Shape);
                database.Complete(
                    () =>
                    {
                        // Where nothing else keeps two from it at once, the second finds it done.
                        if (Seen(database, place) != first) return false;
                        for (var step = first; step < end; step++)
                        {
                            foreach (var script in All[step]) RunScript(database, script);
                            if (Fillings.TryGetValue(NameOf(step), out var fill)) fill(database);
                        }

                        database.Shape = end;
                        return true;
                    },
                    shows: false);
                return;
            }
            catch (ArchiveException e) when (e.IsTemporary && tries < MostTries && !database.IsBroken)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private static string NameOf(int step) => All[step][0].Split('.')[0][(NumberLength + 1)..];

    /// <summary>Checks that the archive has this version's shape, without changing it.</summary>
    /// <exception cref="ArchiveException">It is of another version of rapporteur, or no archive.</exception>
    public static void Check(Database database, string place)
    {
        var seen = Seen(database, place);
        if (seen == 0) throw new ArchiveException($"there is no archive at {place} yet: fill one with rapporteur add, or name another with --archive");
        if (seen < All.Count)
            throw new ArchiveException($"{place} was made by an earlier rapporteur: a command that writes to it, such as add, brings it up to date");
    }

    private static long Seen(Database database, string place)
    {
        var seen = database.Shape;
        if (seen > All.Count)
            throw new ArchiveException($"{place} was made by a later rapporteur (archive version {seen}; this one knows {All.Count}): use that one");
        return seen;
    }

    private static void RunScript(Database database, string name)
    {
        var isCommon = name.Count(c => c == '.') == 1;
        if (!isCommon && !name.EndsWith($".{database.Dialect}{Ending}", StringComparison.Ordinal)) return;
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        var script = reader.ReadToEnd();
        database.Script(isCommon ? database.Translated(script) : script);
    }
}
