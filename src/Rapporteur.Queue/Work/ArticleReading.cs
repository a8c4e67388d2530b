using System.Diagnostics;
using Rapporteur.Archive.Store;
using Rapporteur.Ingest;
using Rapporteur.Ingest.JsonLines;
using Rapporteur.Ingest.Warc;
using Rapporteur.Queue.Broker;
using Rapporteur.Records;

namespace Rapporteur.Queue.Work;

/// <summary>Does what a message asks for, up to where its articles can be stored. For one thread.</summary>
/// <remarks>
/// Articles are read in this process, which is fastest. What was handed out before and not settled may have ended the worker that had
/// it, so it is read in a process of its own: an article that kills its reader is found out, and healthy ones are read all the same.
/// </remarks>
/// <param name="archive">The archive.</param>
/// <param name="streams">The broker, which keeps what is too large for a message.</param>
/// <param name="options">How the worker works.</param>
/// <param name="settling">Puts pages aside.</param>
/// <param name="meter">Counts.</param>
/// <param name="stop">Tells the worker to end: of a long message, what has been read is stored, and somebody gets all of it again.</param>
internal sealed class ArticleReading(SteadyArchive archive, Streams streams, WorkerOptions options, Settling settling, WorkerMeter meter, CancellationToken stop) : IDisposable
{
    private readonly LoneReader _alone = new(options);

    /// <summary>Reads what a message asks for.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="store">Takes each article as it is read.</param>
    /// <exception cref="UnreadableInputException">It cannot be read.</exception>
    /// <exception cref="LoneReadingException">It took too long, or more memory than there is.</exception>
    /// <exception cref="OperationCanceledException">The worker is to end; what was read of it is stored.</exception>
    public void Read(Delivery delivery, Action<Storable> store)
    {
        var content = Content(delivery);
        switch (delivery.Head(QueueNames.Kind))
        {
            case "" or "article":
                store(new Storable(delivery, Only(delivery, new Piece(true, content, delivery.Head(QueueNames.Subject)))));
                break;
            case "pages":
                ReadPages(delivery, QueueJson.Read(content, QueueJson.Default.PageRange), store);
                break;
            case "version":
                ReadAnew(delivery, QueueJson.Read(content, QueueJson.Default.VersionToRead), store);
                break;
            case var kind:
                throw new UnreadableInputException($"this version does not know messages of the kind '{kind}'");
        }
    }

    /// <summary>Ends the process that reads alone, where there is one.</summary>
    public void Dispose() => _alone.Dispose();

    private byte[] Content(Delivery delivery)
    {
        var packed = delivery.Object is { } name ? Object(name) : delivery.Message.Data ?? [];
        return Packing.Unpack(packed, delivery.Head(QueueNames.Packing));
    }

    private byte[] Object(string name) => streams.Files.GetBytesAsync(name).AsTask().GetAwaiter().GetResult();

    // A page that cannot be read is put aside alone: the others of its archive are no worse for it.
    private void ReadPages(Delivery delivery, PageRange range, Action<Storable> store)
    {
        delivery.Object = range.Object;
        foreach (var (offset, content) in WarcPieces.Of(new MemoryStream(range.Read(Object), writable: false)))
        {
            stop.ThrowIfCancellationRequested();
            var part = range.Part(offset, content);
            try
            {
                foreach (var page in Articles(delivery, new Piece(false, content, part.Name)))
                {
                    if (page.Problem is null) store(new Storable(delivery, page.Entry));
                    else PutAside(delivery, range, part, page.Origin, page.Problem);
                }
            }
            catch (LoneReadingException e)
            {
                PutAside(delivery, range, part, part.Name, e);
            }
        }
    }

    private void PutAside(Delivery delivery, PageRange range, PageRange part, string subject, Exception problem)
    {
        if (part == range) throw problem;
        settling.PutAside(delivery, QueueMessage.Of(part, delivery.Head(QueueNames.Model) is { Length: > 0 } model ? model : null, subject, isAlone: true), problem, stop);
    }

    // Nothing where it was deleted meanwhile, or has been read by this reader already.
    private void ReadAnew(Delivery delivery, VersionToRead wanted, Action<Storable> store)
    {
        var record = archive.Record(wanted.Article, wanted.Version);
        if (record is null || record.Reader == Reader.English.Identity)
        {
            store(new Storable(delivery, null));
            return;
        }

        var line = new Piece(true, ArticleLine.Write(RereadArticle.Of(record)), delivery.Head(QueueNames.Subject));
        store(new Storable(delivery, Only(delivery, line, isAnew: true)) { Version = wanted });
    }

    private ArchiveEntry? Only(Delivery delivery, Piece piece, bool isAnew = false)
    {
        var article = Articles(delivery, piece, isAnew).Single();
        return article.Problem is null ? article.Entry : throw article.Problem;
    }

    private IEnumerable<ReadArticle> Articles(Delivery delivery, Piece piece, bool isAnew = false)
    {
        var articles = delivery.MayBeHarmful && options.LoneReader.Count > 0
            ? _alone.Read(piece)
            : piece.Articles(options.LongestText).Select(article => Here(delivery, article.Origin, article.Load, isAnew));
        var started = Stopwatch.GetTimestamp();
        foreach (var article in articles)
        {
            meter.Read(started);
            yield return article;
            started = Stopwatch.GetTimestamp();
        }
    }

    private ReadArticle Here(Delivery delivery, string origin, Func<Article> load, bool isAnew)
    {
        try
        {
            var article = Timed(delivery, load);
            return new ReadArticle(origin, !isAnew && archive.Holds(article) ? null : Timed(delivery, () => ArchiveEntry.Of(Record.From(options.Reader(article)))), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ReadArticle(origin, null, e);
        }
    }

    // Not the archive, which may be waited for without end.
    private static T Timed<T>(Delivery delivery, Func<T> work)
    {
        delivery.BeginsReading();
        try
        {
            return work();
        }
        finally
        {
            delivery.EndsReading();
        }
    }
}
