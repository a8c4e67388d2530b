using System.Collections.Immutable;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Store;
using Rapporteur.Records;

namespace Rapporteur.Archive;

/// <summary>
/// Articles and what was read in them, kept in one SQLite file. An article is one by its canonical address (without one, by outlet
/// and text); where it changed, it has several versions, and its statements are those of the newest.
/// </summary>
/// <remarks>
/// Any number of processes may read while one writes; writers wait for each other. Safe to share between threads, whose calls wait
/// for each other. All methods throw <see cref="ArchiveException"/> where the file cannot be read or written.
/// </remarks>
public sealed class NewsArchive : IDisposable
{
    private const int ArticlesAtATime = 256;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly Database _database;

    private NewsArchive(string path, Database database)
    {
        FilePath = path;
        _database = database;
    }

    /// <summary>The file that the archive is kept in. While it is open, files ending in -wal and -shm belong to it.</summary>
    public string FilePath { get; }

    /// <summary>Opens an archive.</summary>
    /// <param name="path">The file.</param>
    /// <param name="access">What for; a file opened to write is made where it is not there.</param>
    /// <exception cref="ArchiveException">It cannot be opened, or is of a later version of this library.</exception>
    public static NewsArchive Open(string path, ArchiveAccess access) => Open(path, access, UsualPatience);

    /// <summary>As above, waiting so long for others who write.</summary>
    internal static NewsArchive Open(string path, ArchiveAccess access, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(path);
        var database = Database.Open(path, access, patience);
        try
        {
            if (access == ArchiveAccess.Write) Migrations.Run(database, path);
            else Migrations.Check(database, path);
            return new NewsArchive(path, database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Adds articles, all or none of them, and does nothing for those that are there in the same words.</summary>
    /// <returns>What each came to, in the order given.</returns>
    public ImmutableArray<AddOutcome> Add(IReadOnlyList<ArchiveEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Write(writer => entries.Select(writer.Add).ToImmutableArray());
    }

    /// <summary>Whether an article is there in the same words, so that it need not be read again.</summary>
    public bool Holds(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var key = ArticleKey.Of(article);
        return Read(database => database.Number(
            "SELECT 1 FROM articles a JOIN versions v ON v.article = a.id WHERE a.key = $1 AND v.hash = $2", key.Article, key.Content)) is not null;
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

    /// <summary>The newest version of an article; null where there is no such article.</summary>
    public StoredArticle? Article(long id) => Read(database => ArticleReader.Article(database, id));

    /// <summary>All versions of an article, in the order of adding.</summary>
    public ImmutableArray<StoredArticle> Versions(long article) => [.. Read(database => ArticleReader.Versions(database, article))];

    /// <summary>The record of an article; null where there is no such article or version.</summary>
    /// <param name="article">The article's number.</param>
    /// <param name="version">The version's number; null for the newest.</param>
    public Record? Record(long article, int? version = null) =>
        Read(database => ArticleReader.Record(database, article, version));

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
        Write(writer =>
        {
            foreach (var (version, entry) in entries) writer.Replace(version.Id, version.Version, entry);
            return entries.Count;
        });
    }

    /// <summary>What is remembered of an address that something was fetched from; null where nothing is.</summary>
    public FetchedAddress? Recall(string address) => Read(database => FetchMemory.Recall(database, address));

    /// <summary>Remembers of an address that something was fetched from it.</summary>
    public void Remember(string address, FetchedAddress fetched)
    {
        ArgumentNullException.ThrowIfNull(fetched);
        Read(database => FetchMemory.Remember(database, address, fetched));
    }

    /// <summary>Looks whether the file is whole: every page, index and list of words.</summary>
    /// <returns>What is wrong, a line each; empty where nothing is.</returns>
    public ImmutableArray<string> Check() => [.. Read(Integrity.Problems)];

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
    public void Dispose() => _database.Dispose();

    /// <summary>Reads, alone among this archive's callers.</summary>
    internal T Read<T>(Func<Database, T> work)
    {
        lock (_gate) return work(_database);
    }

    /// <summary>Writes in one transaction, alone among this archive's callers.</summary>
    internal T Write<T>(Func<ArticleWriter, T> work)
    {
        lock (_gate)
        {
            return _database.Transaction(() =>
            {
                var writer = new ArticleWriter(_database);
                var result = work(writer);
                writer.Complete();
                return result;
            });
        }
    }
}
