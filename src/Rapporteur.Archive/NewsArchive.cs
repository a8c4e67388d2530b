using System.Collections.Immutable;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;
using Rapporteur.Archive.Store.Postgres;
using Rapporteur.Records;

namespace Rapporteur.Archive;

/// <summary>
/// Articles and what was read in them, kept in one SQLite file or in a PostgreSQL database. An article is one by its canonical address (without one, by outlet
/// and text); where it changed, it has several versions, and its statements are those of the newest.
/// </summary>
/// <remarks>
/// Any number of processes and threads may read while others write. In a file writers wait for each other; in PostgreSQL several processes
/// add, read anew and delete at once, and it comes to what it would if they had taken turns. What one call gives was true of one moment. All methods throw <see cref="ArchiveException"/> where the archive cannot be read or written.
/// </remarks>
public sealed class NewsArchive : IDisposable
{
    private const int ArticlesAtATime = 256;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);
    private readonly Connections _connections;

    private NewsArchive(string place, Connections connections)
    {
        Place = place;
        _connections = connections;
    }

    /// <summary>Where the archive is, for people. While a file is open, those ending in -wal and -shm belong to it.</summary>
    public string Place { get; }

    /// <summary>Opens an archive.</summary>
    /// <param name="place">
    /// A file's path, or the address of a PostgreSQL database: <c>postgres://user:password@host:5432/database</c> or
    /// <c>Host=...;Database=...</c>.
    /// </param>
    /// <param name="access">What for; an archive opened to write is made where it is not there. (A database must be there, empty.)</param>
    /// <exception cref="ArchiveException">It cannot be opened, or is of a later version of this library.</exception>
    public static NewsArchive Open(string place, ArchiveAccess access) => Open(place, access, UsualPatience);

    /// <summary>Whether a place is that of a PostgreSQL database and not of a file.</summary>
    public static bool IsOnServer(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return PostgresAddress.IsOne(place);
    }

    /// <summary>Opens an archive, waiting so long for others who write.</summary>
    internal static NewsArchive Open(string place, ArchiveAccess access, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(place);
        var engine = Engine.Of(place, access, patience);
        var connections = new Connections(engine);
        try
        {
            if (access == ArchiveAccess.Write) connections.Migrate();
            else connections.Check();
            return new NewsArchive(engine.Place, connections);
        }
        catch
        {
            connections.Dispose();
            throw;
        }
    }

    /// <summary>Adds articles, all or none of them, and does nothing for those that are there in the same words.</summary>
    /// <returns>What each came to, in the order given.</returns>
    public ImmutableArray<AddOutcome> Add(IReadOnlyList<ArchiveEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return WriteArticles(writer => writer.Add(entries), entries);
    }

    /// <summary>Takes an article out, with all its versions, records and statements. Its number is not given again.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Delete(long article) => WriteArticles(writer => writer.Delete([article]) > 0, []);

    /// <summary>
    /// Takes out all articles that were published before a day, some hundreds at a time: broken off, it goes on where it was. In PostgreSQL
    /// months that nothing is left of are given back to the disk.
    /// </summary>
    /// <returns>How many went.</returns>
    public long DeleteBefore(DateOnly day)
    {
        var gone = 0L;
        while (Read(database => database.Query("SELECT article FROM profiles WHERE day < $1 ORDER BY day LIMIT $2", row => row.GetInt64(0), day.DayNumber, ArticlesAtATime)) is { Count: > 0 } articles)
            gone += WriteArticles(writer => writer.Delete(articles), []);
        _connections.GiveBack(day);
        return gone;
    }

    /// <summary>A number that is another after every change of what the archive shows, whoever made it. It is cheap to ask for.</summary>
    public long Changes => Read(database => database.Number("SELECT changes FROM state"))!.Value;

    /// <summary>Whether an article is there in the same words, so that it need not be read again.</summary>
    public bool Holds(Article article) => Known(article) is not null;

    /// <summary>The number of an article that is there in the same words; null where it is not.</summary>
    public long? Known(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var key = ArticleKey.Of(article);
        return Read(database => database.Number(
            "SELECT a.id FROM articles a JOIN versions v ON v.article = a.id WHERE a.key = $1 AND v.hash = $2", key.Article, key.Content));
    }

    /// <summary>How many articles there are.</summary>
    public long ArticleCount => Read(database => database.Number("SELECT count(*) FROM articles"))!.Value;

    /// <summary>How many statements their newest versions hold.</summary>
    public long StatementCount => Read(database => database.Number("SELECT count(*) FROM statements"))!.Value;

    /// <summary>The newest versions of all articles, in the order of their numbers. What is added meanwhile comes last.</summary>
    public IEnumerable<StoredArticle> Articles()
    {
        for (var last = 0L; ;)
        {
            var articles = Read(database => ArticleReader.Articles(database, last, ArticlesAtATime));
            foreach (var article in articles) yield return article;
            if (articles.Count < ArticlesAtATime) yield break;
            last = articles[^1].Id;
        }
    }

    /// <summary>The newest versions of the articles that were added last, those with the highest numbers first.</summary>
    /// <param name="before">Only articles with numbers below this; null for all.</param>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<StoredArticle> Latest(long? before, int count) =>
        [.. Read(database => ArticleReader.Latest(database, before ?? long.MaxValue, count))];

    /// <summary>The newest version of an article; null where there is no such article.</summary>
    public StoredArticle? Article(long id) => Read(database => ArticleReader.Article(database, id));

    /// <summary>All versions of an article, in the order of adding.</summary>
    public ImmutableArray<StoredArticle> Versions(long article) => [.. Read(database => ArticleReader.Versions(database, article))];

    /// <summary>The record of an article; null where there is no such article or version.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="version">The version's number; null for the newest.</param>
    public Record? Record(long article, int? version = null) =>
        Read(database => ArticleReader.Packed(database, article, version))?.Unpacked();

    /// <summary>The statements of an article's newest version, in the order of its text.</summary>
    public ImmutableArray<StoredStatement> Statements(long article) => [.. Read(database => ArticleReader.Statements(database, article))];

    /// <summary>A statement by its name; null where there is none.</summary>
    public StoredStatement? Statement(StatementName name) => Read(database => ArticleReader.Statement(database, name));

    /// <summary>
    /// At most <paramref name="count"/> versions after <paramref name="after"/>, old ones too, whose record another reader made, in the
    /// order of their articles and numbers.
    /// </summary>
    /// <param name="reader">The reader whose records are left out.</param>
    /// <param name="after">The article and number to begin after; null to begin with the first.</param>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<StoredArticle> ReadByOthers(ReaderIdentity reader, StoredArticle? after, int count)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return [.. Read(database => ArticleReader.ReadByOthers(database, reader, after?.Id ?? 0, after?.Version ?? 0, count))];
    }

    /// <summary>Puts records in the place of those that other readers made of the same versions, all or none of them.</summary>
    public void Refresh(IReadOnlyList<(StoredArticle Version, ArchiveEntry Entry)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Refresh([.. entries.Select(item => (item.Version.Id, item.Version.Version, item.Entry))]);
    }

    /// <summary>As above, versions by the numbers of article and version; those that are not there any more are passed over.</summary>
    public void Refresh(IReadOnlyList<(long Article, int Version, ArchiveEntry Entry)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        WriteArticles(writer =>
        {
            writer.Replace(entries);
            return entries.Count;
        }, entries.Select(entry => entry.Entry));
    }

    /// <summary>What is remembered of an address that something was fetched from; null where nothing is.</summary>
    public FetchedAddress? Recall(string address) => Read(database => FetchMemory.Recall(database, address));

    /// <summary>Remembers of an address that something was fetched from it.</summary>
    public void Remember(string address, FetchedAddress fetched)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        Write(database => FetchMemory.Remember(database, address, fetched), shows: false);
    }

    /// <summary>Looks whether the archive is whole: every page, index and list of words.</summary>
    /// <returns>What is wrong, a line each; empty where nothing is.</returns>
    public ImmutableArray<string> Check() => [.. Read(Integrity.Problems)];

    /// <summary>
    /// Copies an archive that is a file, as it is at this moment, into another file, which is an archive itself; others may go on
    /// writing. What is there by that name is not touched; half a copy never is.
    /// </summary>
    /// <exception cref="ArchiveException">It cannot be copied, or is in PostgreSQL, which has a program for that: the message names it.</exception>
    public void Backup(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _connections.Backup(file);
    }

    /// <summary>An article's direct and mixed statements, each with its printings in other articles; empty where there is no such article.</summary>
    public ImmutableArray<StatementComparison> Compare(long article) => [.. Read(database => StoredPrintings.Compare(database, article, null))];

    /// <summary>A statement with its printings in other articles; null where there is no such statement, or none whose words can be compared.</summary>
    public StatementComparison? Compare(StatementName name) => Read(database => StoredPrintings.Compare(database, name.Article, name.Number)) is [var found] ? found : null;

    /// <summary>The direct and mixed statements of a record that is not in the archive, each with its printings there.</summary>
    /// <param name="record">The record.</param>
    /// <param name="article">What to call its article.</param>
    public ImmutableArray<StatementComparison> Compare(Record record, string article)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. Read(database => StoredPrintings.Compare(database, record, article))];
    }

    /// <inheritdoc/>
    public void Dispose() => _connections.Dispose();

    /// <summary>Reads, all of it as the archive was at one moment.</summary>
    internal T Read<T>(Func<Database, T> work) => _connections.Read(work);

    /// <summary>Writes in one transaction, alone among all who write anything but articles.</summary>
    /// <param name="work">What is written; it may be done several times.</param>
    /// <param name="shows">Whether it counts among the <see cref="Changes"/>; what no page shows need not.</param>
    internal T Write<T>(Func<Database, T> work, bool shows = true) => _connections.Write(Writing.Alone, work, shows);

    private T WriteArticles<T>(Func<ArticleWriter, T> work, IEnumerable<ArchiveEntry> entries) => _connections.Write(
        Writing.Articles,
        database =>
        {
            var writer = new ArticleWriter(database);
            var result = work(writer);
            writer.Complete();
            return result;
        },
        days: [.. entries.SelectMany(entry => entry.Days).Distinct()]);
}
