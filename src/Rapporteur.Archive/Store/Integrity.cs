using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store;

/// <summary>Whether an archive is whole, in the file and in what it says.</summary>
internal static class Integrity
{
    // Each gives a row for every fault.
    private static readonly string[] Rules =
    [
        "SELECT 'article ' || a.id || ' has no newest version' FROM articles a WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.article = a.id AND v.number = a.newest)",
        "SELECT 'version ' || v.id || ' has no article' FROM versions v WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = v.article)",
        "SELECT 'version ' || v.id || ' has no record' FROM versions v WHERE NOT EXISTS (SELECT 1 FROM packs p WHERE p.id = v.pack)",
        "SELECT 'records that no version has: ' || p.id FROM packs p WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.pack = p.id)",
        "SELECT 'statement ' || s.article || '#s' || s.number || ' has no article' FROM statements s WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = s.article)",
        "SELECT 'review ' || r.id || ' is of nothing' FROM reviews r WHERE NOT EXISTS (SELECT 1 FROM reviews f WHERE f.id = r.thread AND f.article = r.article)",
        "SELECT 'review ' || r.id || ' has no version' FROM reviews r WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.article = r.article AND v.number = r.version)",
        "SELECT 'several reviews of one statement hold: ' || r.thread FROM reviews r WHERE r.stands = 1 GROUP BY r.thread HAVING count(*) > 1",
    ];

    public static List<string> Problems(Database database) =>
    [
        .. database.Damages(),
        .. Rules.SelectMany(rule => database.Query(rule, row => row.GetString(0))),
        .. database.Index.Faults(),
        .. VoiceCheck.Problems(database),
    ];
}
