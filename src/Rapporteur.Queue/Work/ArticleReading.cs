using System.Diagnostics;
using System.Globalization;
using Rapporteur.Archive.Store;
using Rapporteur.Ingest;
using Rapporteur.Ingest.JsonLines;
using Rapporteur.Queue.Broker;
using Rapporteur.Records;

namespace Rapporteur.Queue.Work;

/// <summary>Does what a message asks for, up to where its articles can be stored.</summary>
/// <param name="archive">The archive.</param>
/// <param name="streams">The broker, which keeps what is too large for a message.</param>
/// <param name="options">How the worker works.</param>
/// <param name="meter">Counts.</param>
internal sealed class ArticleReading(SteadyArchive archive, Streams streams, WorkerOptions options, WorkerMeter meter)
{
    /// <summary>Reads what a message asks for.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="store">Takes each article as it is read.</param>
    /// <exception cref="UnreadableInputException">It cannot be read.</exception>
    public void Read(Delivery delivery, Action<Storable> store)
    {
        var content = Content(delivery);
        switch (delivery.Head(QueueNames.Kind))
        {
            case "" or "article":
                store(new Storable(delivery, Entry(delivery, content)));
                break;
            case var kind:
                throw new UnreadableInputException($"this version does not know messages of the kind '{kind}'");
        }
    }

    private byte[] Content(Delivery delivery)
    {
        var packed = delivery.Head(QueueNames.Object) is { Length: > 0 } name
            ? streams.Files.GetBytesAsync(name).AsTask().GetAwaiter().GetResult()
            : delivery.Message.Data ?? [];
        return Packing.Unpack(packed, delivery.Head(QueueNames.Packing));
    }

    // Null where it is there already.
    private ArchiveEntry? Entry(Delivery delivery, byte[] line)
    {
        var article = ArticleLine.Parse(new Line(1, line), out _);
        if (article.Text.Length > options.LongestText)
        {
            throw new UnreadableInputException(string.Create(CultureInfo.InvariantCulture,
                $"its text has {article.Text.Length:N0} characters, more than the {options.LongestText:N0} that a worker reads: split it, or add it with rapporteur add"));
        }

        if (archive.Holds(article)) return null;
        var started = Stopwatch.GetTimestamp();
        delivery.BeginsReading();
        try
        {
            return ArchiveEntry.Of(Record.From(Reader.English.Read(article)));
        }
        finally
        {
            delivery.EndsReading();
            meter.Read(started);
        }
    }
}
