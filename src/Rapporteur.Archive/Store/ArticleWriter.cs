using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Archive.People;

namespace Rapporteur.Archive.Store;

/// <summary>Writes a batch of articles inside one transaction.</summary>
/// <remarks>
/// Statements are written last and in the order of their numbers: tables grow page by page, and the index of words takes the whole
/// batch in one piece.
/// </remarks>
internal sealed class ArticleWriter(Database database)
{
    private readonly Dictionary<ReaderIdentity, long> _readers = [];
    private readonly RecordPacks _packs = new(database);
    private readonly VoiceTable _voices = new(database);

    // The statements of the newest version of each article that the batch changes.
    private readonly Dictionary<long, ArchiveEntry> _changed = [];

    /// <summary>Adds an article, a version of one, or nothing where it is known.</summary>
    public AddOutcome Add(ArchiveEntry entry)
    {
        var known = database.Query("SELECT id, newest FROM articles WHERE key = $1", row => (Id: row.GetInt64(0), Newest: row.GetInt32(1)), entry.Key.Article);
        if (known is not [var (id, newest)])
        {
            var added = database.Number("UPDATE state SET last_article = last_article + 1 RETURNING last_article")!.Value;
            database.Run("INSERT INTO articles (id, key, newest) VALUES ($1, $2, 1)", added, entry.Key.Article);
            Insert(added, 1, entry);
            _changed[added] = entry;
            return new AddOutcome(added, AddedAs.New);
        }

        var versions = database.Query(
            "SELECT number, hash, coalesce(modified, published) FROM versions WHERE article = $1 ORDER BY number",
            row => (Number: row.GetInt32(0), Hash: row.Bytes(1), Date: row.Text(2)), id);
        if (versions.Any(version => version.Hash.AsSpan().SequenceEqual(entry.Key.Content))) return new AddOutcome(id, AddedAs.Known);
        var number = versions[^1].Number + 1;
        Insert(id, number, entry);
        if (!IsEarlier(entry.Document.Modified ?? entry.Document.Published, versions.Find(version => version.Number == newest).Date))
        {
            database.Run("UPDATE articles SET newest = $2 WHERE id = $1", id, number);
            _changed[id] = entry;
        }

        return new AddOutcome(id, AddedAs.NewVersion);
    }

    /// <summary>Puts a record in the place of the one that another reader made of the same version.</summary>
    public void Replace(long article, int version, ArchiveEntry entry)
    {
        var old = database.Number("SELECT pack FROM versions WHERE article = $1 AND number = $2", article, version);
        var (pack, place) = _packs.Add(entry.Json);
        database.Run(
            "UPDATE versions SET reader = $3, pack = $4, place = $5, opening = $6 WHERE article = $1 AND number = $2",
            article, version, ReaderNumber(entry.Reader), pack, place, entry.Opening);
        if (old is not null) RecordPacks.RemoveUnused(database, old.Value);
        if (database.Number("SELECT newest FROM articles WHERE id = $1", article) == version) _changed[article] = entry;
    }

    /// <summary>Takes an article out with all that was kept of it.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Delete(long article)
    {
        var packs = database.Query("SELECT DISTINCT pack FROM versions WHERE article = $1 ORDER BY pack", row => row.GetInt64(0), article);
        _changed.Remove(article);
        Remove(article);
        database.Run("DELETE FROM profiles WHERE article = $1", article);
        database.Run("DELETE FROM versions WHERE article = $1", article);
        foreach (var pack in packs) _packs.Repack(pack);
        return database.Run("DELETE FROM articles WHERE id = $1", article) > 0;
    }

    /// <summary>Writes the records and statements of all that was added.</summary>
    public void Complete()
    {
        _packs.Close();
        var statements = new List<NumberedStatement>();
        var counts = new Dictionary<long, long>();
        foreach (var (article, entry) in _changed)
        {
            Remove(article);
            WriteProfile(article, entry);
        }

        foreach (var (article, entry) in _changed)
        {
            foreach (var row in entry.Rows) statements.Add(new NumberedStatement(NextId(row.Day, counts), article, row, entry.Document.Outlet));
            _voices.Add(entry.Rows.Select(row => new Utterance(row.Day, row.Named, row.Role, row.Actor, row.Acts, entry.Document.Outlet)));
        }

        statements.Sort((one, other) => one.Id.CompareTo(other.Id));
        database.Insert(
            "statements", "id, article, number, day, kind, altered, score, speaker, role, actor, act, addressee, target, relay, medium, content, voice, outlet",
            [.. statements.Select(Columns)]);
        database.Index.Add(statements);
        _voices.Complete();
        _changed.Clear();
    }

    // An article that gets a date later is not put back by one that has none.
    private static bool IsEarlier(string? date, string? than) =>
        PublicationDate.TryParse(date, out var one) && PublicationDate.TryParse(than, out var other)
        && (one.Time is { } time && other.Time is { } otherTime ? time < otherTime : one.Day < other.Day);

    private void Insert(long article, int number, ArchiveEntry entry)
    {
        var document = entry.Document;
        var (pack, place) = _packs.Add(entry.Json);
        database.Run(
            """
            INSERT INTO versions (article, number, hash, reader, name, title, byline, outlet, url, published, modified, language, opening, pack, place)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            article, number, entry.Key.Content, ReaderNumber(entry.Reader), document.Id, document.Title, document.Byline, document.Outlet, document.Url,
            document.Published, document.Modified, document.Language, entry.Opening, pack, place);
    }

    private object?[] Columns(NumberedStatement numbered)
    {
        var (id, article, row, outlet) = numbered;
        var statement = row.Statement;
        return
        [
            id, article, row.Number, row.Day, (int)statement.Kind, row.Altered ? 1 : 0, (int)Math.Round(statement.Score * 1000), statement.Speaker?.Name,
            row.Role, row.Actor, row.Acts, statement.Addressee?.Name, statement.Target?.Name, row.Relay, statement.Medium?.Name, row.Content,
            _voices.Number(row.Named), outlet,
        ];
    }

    // Without a day an article belongs to no happening.
    private void WriteProfile(long article, ArchiveEntry entry)
    {
        if (PublicationDate.TryParse(entry.Document.Published, out var published))
            database.Run(
                "INSERT INTO profiles (article, day, terms) VALUES ($1, $2, $3) ON CONFLICT (article) DO UPDATE SET day = excluded.day, terms = excluded.terms",
                article, published.Day.DayNumber, entry.Profile);
        else database.Run("DELETE FROM profiles WHERE article = $1", article);
    }

    private void Remove(long article)
    {
        _voices.Remove(article);
        database.Index.Remove(database.Query("SELECT id FROM statements WHERE article = $1", row => row.GetInt64(0), article));
        database.Run("DELETE FROM statements WHERE article = $1", article);
    }

    // The first free number of a day, or of the days that share numbers, then those after it.
    private long NextId(int? day, Dictionary<long, long> counts)
    {
        var first = StatementOrder.First(day);
        if (!counts.TryGetValue(first, out var last))
            last = database.Number("SELECT max(id) FROM statements WHERE id BETWEEN $1 AND $2", first, StatementOrder.Last(day)) ?? first - 1;
        if (last == StatementOrder.Last(day)) throw new ArchiveException(string.Create(CultureInfo.InvariantCulture, $"the archive holds too many statements of one day ({last})"));
        return counts[first] = last + 1;
    }

    private long ReaderNumber(ReaderIdentity reader)
    {
        if (_readers.TryGetValue(reader, out var number)) return number;
        database.Run("INSERT INTO readers (name, version, model) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", reader.Name, reader.Version, reader.Model);
        number = database.Number("SELECT id FROM readers WHERE name = $1 AND version = $2 AND model = $3", reader.Name, reader.Version, reader.Model)!.Value;
        return _readers[reader] = number;
    }
}
