using System.Buffers.Binary;

namespace Rapporteur.Archive.Store;

/// <summary>An article as it is while a batch is added: what was there, and what came with the batch so far.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Key">Its key.</param>
/// <param name="IsNew">Whether it came with the batch.</param>
internal sealed record KnownArticle(long Id, byte[] Key, bool IsNew)
{
    private readonly List<(int Number, byte[] Hash, string? Date)> _versions = [];

    /// <summary>The number of its newest version.</summary>
    public int Newest { get; private set; }

    /// <summary>An article's key as a number of its 16 bytes.</summary>
    public static UInt128 Number(ReadOnlySpan<byte> key) => BinaryPrimitives.ReadUInt128BigEndian(key);

    /// <summary>Those of some entries that are there, by their keys.</summary>
    public static Dictionary<UInt128, KnownArticle> Find(Database database, IEnumerable<ArchiveEntry> entries)
    {
        var keys = new GivenRows("key BLOB");
        foreach (var key in entries.Select(entry => entry.Key.Article).DistinctBy(key => Number(key))) keys.Add(key);
        var found = new Dictionary<UInt128, KnownArticle>();
        var versions = database.QueryFor(
            """
            SELECT a.key, a.id, a.newest, v.number, v.hash, coalesce(v.modified, v.published)
            FROM given, articles a, versions v WHERE a.key = given.key AND v.article = a.id ORDER BY a.id, v.number
            """,
            row => (Key: row.Bytes(0), Id: row.GetInt64(1), Newest: row.GetInt32(2), Number: row.GetInt32(3), Hash: row.Bytes(4), Date: row.Text(5)), keys);
        foreach (var version in versions)
        {
            var number = Number(version.Key);
            if (!found.TryGetValue(number, out var article)) found[number] = article = new KnownArticle(version.Id, version.Key, IsNew: false) { Newest = version.Newest };
            article._versions.Add((version.Number, version.Hash, version.Date));
        }

        return found;
    }

    /// <summary>Whether a version says the same.</summary>
    public bool Holds(ArchiveEntry entry) => _versions.Exists(version => version.Hash.AsSpan().SequenceEqual(entry.Key.Content));

    /// <summary>Counts a version in that says something else.</summary>
    /// <returns>Its number, and whether it is the newest now.</returns>
    public (int Number, bool IsNewest) Add(ArchiveEntry entry)
    {
        var number = _versions is [.., var last] ? last.Number + 1 : 1;
        var date = entry.Document.Modified ?? entry.Document.Published;
        var isNewest = !IsEarlier(date, _versions.Find(version => version.Number == Newest).Date);
        _versions.Add((number, entry.Key.Content, date));
        if (isNewest) Newest = number;
        return (number, isNewest);
    }

    // An article that gets a date later is not put back by one that has none.
    private static bool IsEarlier(string? date, string? than) =>
        PublicationDate.TryParse(date, out var one) && PublicationDate.TryParse(than, out var other)
        && (one.Time is { } time && other.Time is { } otherTime ? time < otherTime : one.Day < other.Day);
}
