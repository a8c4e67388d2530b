using System.Collections.Immutable;
using Rapporteur.Records;

namespace Rapporteur.Archive.Store;

/// <summary>
/// Writes a batch of articles inside one transaction. What they come to is gathered first and written by <see cref="Complete"/>, table by
/// table: a batch costs as many journeys to a server as one article.
/// </summary>
/// <remarks>
/// Where others write at the same moment, whoever changes an article that is there locks it, then the packs its records leave, then the
/// counts: always in this order, so that none waits for the other in turn. An article that two bring at once is one by its key: the later
/// of them fails, and finds it there when it begins anew.
/// </remarks>
internal sealed class ArticleWriter(Database database)
{
    private readonly RecordPacks _packs = new(database);
    private readonly StatementWriter _statements = new(database);
    private readonly List<(long Article, int Number, ArchiveEntry Entry, PackPlace Record)> _versions = [], _reread = [];
    private readonly List<(long Version, PackPlace Record)> _repacked = [];
    private readonly HashSet<long> _leftPacks = [];

    // The newest versions of the articles that the batch changes, and which of these were there before.
    private readonly Dictionary<long, ArchiveEntry> _newest = [];
    private readonly HashSet<long> _outdated = [];

    /// <summary>Adds articles, versions of some, or nothing where they are known.</summary>
    /// <returns>What each came to, in the order given.</returns>
    public ImmutableArray<AddOutcome> Add(IReadOnlyList<ArchiveEntry> entries)
    {
        ImmutableArray<ArchiveEntry> all = [.. entries];
        var articles = KnownArticle.Find(database, all);
        List<long> changing = [.. all.Where(entry => articles.TryGetValue(KnownArticle.Number(entry.Key.Article), out var article) && !article.Holds(entry))
            .Select(entry => articles[KnownArticle.Number(entry.Key.Article)].Id).Distinct()];
        if (database.Lock("articles", changing)) articles = KnownArticle.Find(database, all);
        List<byte[]> strangers = [.. all.Select(entry => entry.Key.Article).DistinctBy(key => KnownArticle.Number(key)).Where(key => !articles.ContainsKey(KnownArticle.Number(key)))];
        foreach (var (key, id) in strangers.Zip(database.Numbering.Articles(strangers.Count))) articles.Add(KnownArticle.Number(key), new KnownArticle(id, key, IsNew: true));
        var outcomes = all.Select(entry => Add(entry, articles[KnownArticle.Number(entry.Key.Article)])).ToImmutableArray();

        database.Insert("articles", "id, key, newest",
            [.. articles.Where(article => article.Value.IsNew).OrderBy(article => article.Key).Select(article => new object?[] { article.Value.Id, article.Value.Key, article.Value.Newest })]);
        var updated = new GivenRows("id INTEGER, newest INTEGER");
        foreach (var article in articles.Values.Where(article => _outdated.Contains(article.Id))) updated.Add(article.Id, article.Newest);
        database.RunFor("UPDATE articles SET newest = (SELECT newest FROM given WHERE given.id = articles.id) WHERE id IN (SELECT id FROM given)", updated);
        return outcomes;
    }

    /// <summary>Puts records in the place of those that other readers made of the same versions; of versions that are gone, nothing.</summary>
    public void Replace(IEnumerable<(long Article, int Version, ArchiveEntry Entry)> entries)
    {
        var entryOf = entries.ToDictionary(entry => (entry.Article, entry.Version), entry => entry.Entry);
        var wanted = new GivenRows("article INTEGER, number INTEGER");
        foreach (var (article, version) in entryOf.Keys) wanted.Add(article, version);
        database.Lock("articles", [.. entryOf.Keys.Select(version => version.Article).Distinct()]);
        var versions = InLockedPacks(
            () => database.QueryFor(
                "SELECT v.article, v.number, v.pack, a.newest FROM given, versions v, articles a WHERE v.article = given.article AND v.number = given.number AND a.id = v.article",
                row => (Article: row.GetInt64(0), Number: row.GetInt32(1), Pack: row.GetInt64(2), Newest: row.GetInt32(3)), wanted),
            version => version.Pack);
        foreach (var (article, number, pack, newest) in versions)
        {
            var entry = entryOf[(article, number)];
            _reread.Add((article, number, entry, Packed(entry)));
            _leftPacks.Add(pack);
            if (number != newest) continue;
            _newest[article] = entry;
            _outdated.Add(article);
        }
    }

    /// <summary>Takes articles out with all that was kept of them.</summary>
    /// <returns>How many of them were there.</returns>
    public int Delete(IReadOnlyCollection<long> articles)
    {
        database.Lock("articles", articles);
        var given = GivenRows.Of("article", articles);
        var packs = GivenRows.Of("pack", InLockedPacks(
            () => database.QueryFor("SELECT DISTINCT v.pack FROM versions v, given WHERE v.article = given.article", row => row.GetInt64(0), given), pack => pack).Distinct());
        _statements.Remove(given);
        database.RunFor("DELETE FROM versions WHERE article IN (SELECT article FROM given)", given);
        Repack(packs);
        return database.RunFor("DELETE FROM articles WHERE id IN (SELECT article FROM given)", given);
    }

    /// <summary>Writes what was gathered.</summary>
    public void Complete()
    {
        _packs.Write();
        WriteVersions();
        _statements.Remove(GivenRows.Of("article", _outdated));
        _statements.Write(_newest);
    }

    // What says which packs records are in, read until these are locked: records may have moved while they were waited for.
    private List<T> InLockedPacks<T>(Func<List<T>> read, Func<T, long> packOf)
    {
        var locked = new HashSet<long>();
        while (true)
        {
            var found = read();
            List<long> others = [.. found.Select(packOf).Where(pack => !locked.Contains(pack)).Distinct()];
            if (!database.Lock("packs", others)) return found;
            locked.UnionWith(others);
        }
    }

    private AddOutcome Add(ArchiveEntry entry, KnownArticle article)
    {
        if (article.Holds(entry)) return new AddOutcome(article.Id, AddedAs.Known);
        var (number, isNewest) = article.Add(entry);
        _versions.Add((article.Id, number, entry, Packed(entry)));
        if (isNewest)
        {
            _newest[article.Id] = entry;
            if (!article.IsNew) _outdated.Add(article.Id);
        }

        return new AddOutcome(article.Id, number == 1 ? AddedAs.New : AddedAs.NewVersion);
    }

    private PackPlace Packed(ArchiveEntry entry) => _packs.Add(entry.Json, database.Numbering.PackGroup(entry.Day));

    private void WriteVersions()
    {
        var readers = _versions.Concat(_reread).Select(version => version.Entry.Reader).Distinct().ToDictionary(reader => reader, ReaderNumber);
        database.Insert(
            "versions", "article, number, hash, reader, name, title, byline, outlet, url, published, modified, language, opening, pack, place",
            _versions.ConvertAll(version => Columns(version.Article, version.Number, version.Entry, readers[version.Entry.Reader], version.Record)));
        var reread = new GivenRows("article INTEGER, number INTEGER, reader INTEGER, pack INTEGER, place INTEGER, opening TEXT");
        foreach (var (article, number, entry, record) in _reread) reread.Add(article, number, readers[entry.Reader], record.Pack.Number, record.Place, entry.Opening);
        database.RunFor(
            """
            UPDATE versions SET reader = given.reader, pack = given.pack, place = given.place, opening = given.opening
            FROM given WHERE versions.article = given.article AND versions.number = given.number
            """,
            reread);
        var repacked = new GivenRows("id INTEGER, pack INTEGER, place INTEGER");
        foreach (var (version, record) in _repacked) repacked.Add(version, record.Pack.Number, record.Place);
        database.RunFor("UPDATE versions SET pack = given.pack, place = given.place FROM given WHERE versions.id = given.id", repacked);
        RecordPacks.RemoveUnused(database, GivenRows.Of("pack", _leftPacks));
    }

    private static object?[] Columns(long article, int number, ArchiveEntry entry, long reader, PackPlace record)
    {
        var document = entry.Document;
        return
        [
            article, number, entry.Key.Content, reader, document.Id, document.Title, document.Byline, document.Outlet, document.Url, document.Published,
            document.Modified, document.Language, entry.Opening, record.Pack.Number, record.Place,
        ];
    }

    // Packs anew what other versions have in these packs, so that nothing of those that are gone is left.
    private void Repack(GivenRows packs)
    {
        var records = database.QueryFor("SELECT p.id, p.records FROM packs p, given WHERE p.id = given.pack", row => (row.GetInt64(0), row.Bytes(1)), packs).ToDictionary();
        foreach (var (version, pack, place) in database.QueryFor(
            "SELECT v.id, v.pack, v.place FROM versions v, given WHERE v.pack = given.pack ORDER BY v.pack, v.place", row => (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2)), packs))
            _repacked.Add((version, _packs.Add(new PackedRecord(records[pack], place).Json(), database.Numbering.GroupOf(pack))));
        _leftPacks.UnionWith(records.Keys);
    }

    private long ReaderNumber(ReaderIdentity reader)
    {
        return Known() ?? New();

        long? Known() => database.Number("SELECT id FROM readers WHERE name = $1 AND version = $2 AND model = $3", reader.Name, reader.Version, reader.Model);

        long New()
        {
            database.Run("INSERT INTO readers (name, version, model) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", reader.Name, reader.Version, reader.Model);
            return Known()!.Value;
        }
    }
}
