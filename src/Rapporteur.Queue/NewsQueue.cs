using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NATS.Client.JetStream.Models;
using NATS.Client.KeyValueStore;
using NATS.Client.ObjectStore;
using Rapporteur.Queue.Broker;

namespace Rapporteur.Queue;

/// <summary>
/// The queue of articles at a NATS broker with JetStream: what is submitted waits on the broker's disk until a <see cref="Worker"/>
/// has stored it. Safe to share between threads.
/// </summary>
/// <remarks>All methods throw <see cref="QueueException"/> where the broker cannot be asked.</remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is a queue, at a broker.")]
public sealed class NewsQueue : IAsyncDisposable
{
    private const int RoomForHeads = 16 * 1024;
    private readonly Streams _streams;

    private NewsQueue(Streams streams) => _streams = streams;

    /// <summary>Where it is, for people.</summary>
    public string Place => _streams.Place;

    /// <summary>Opens the queue; its streams are made where they are not there.</summary>
    /// <exception cref="QueueException">The broker cannot be reached, does not let us in, or keeps no streams.</exception>
    public static async Task<NewsQueue> OpenAsync(QueueAddress address, QueueOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new NewsQueue(await Streams.OpenAsync(address, options ?? new QueueOptions(), cancellation));
    }

    /// <summary>Puts a message into the queue. When this ends, the broker has it on its disk.</summary>
    public Task<Submitted> SubmitAsync(QueueMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _streams.Guarded(async () =>
        {
            var (content, packing) = Packing.Pack(message.Content);
            var heads = message.Heads(packing);
            if (content.Length + RoomForHeads > _streams.LargestMessage)
            {
                await _streams.Files.PutAsync(message.Id, content, cancellation);
                heads[QueueNames.Object] = message.Id;
                content = [];
            }

            return await _streams.PublishAsync(QueueNames.ArticlesSubject, content, heads, cancellation) ? Submitted.Queued : Submitted.QueuedBefore;
        });
    }

    /// <summary>How many messages it holds, in hand or not.</summary>
    public Task<long> CountAsync(CancellationToken cancellation = default) => _streams.Guarded(async () =>
        (long)(await _streams.Context.GetStreamAsync(QueueNames.Articles, cancellationToken: cancellation)).Info.State.Messages);

    /// <summary>How the queue stands.</summary>
    public Task<QueueStatus> StatusAsync(CancellationToken cancellation = default) => _streams.Guarded(async () =>
    {
        var state = (await _streams.Context.GetStreamAsync(QueueNames.Articles, cancellationToken: cancellation)).Info.State;
        var workers = (await _streams.Context.GetConsumerAsync(QueueNames.Articles, QueueNames.Workers, cancellation)).Info;
        var parked = (await _streams.Context.GetStreamAsync(QueueNames.Parked, cancellationToken: cancellation)).Info.State;
        var oldest = state.Messages > 0 ? await _streams.NowAsync(cancellation) - DateTimeOffset.Parse(state.FirstTs!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : (TimeSpan?)null;
        var reports = ImmutableArray.CreateBuilder<WorkerReport>();
        foreach (var key in await _streams.HeardOfAsync(cancellation))
            if (await Streams.ValueAsync(_streams.Heartbeats, key, cancellation) is { } json && JsonSerializer.Deserialize(json, QueueJson.Default.WorkerReport) is { } report)
                reports.Add(report);
        return new QueueStatus(
            (long)workers.NumPending, workers.NumAckPending, state.Bytes, oldest is { } age ? Math.Max(0, Math.Round(age.TotalSeconds, 1)) : null, (long)parked.Messages,
            await IsPausedAsync(cancellation), [.. reports.OrderBy(report => report.Name, StringComparer.Ordinal)]);
    });

    /// <summary>The messages that could not be read, those that were parked first coming first.</summary>
    /// <param name="after">The number to begin after; 0 to begin with the first.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public async IAsyncEnumerable<ParkedMessage> ParkedAsync(ulong after = 0, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var next = after + 1;
        while (await _streams.ParkedFromAsync(next, cancellation) is { } message)
        {
            yield return message.ForPeople();
            next = message.Sequence + 1;
        }
    }

    /// <summary>Sends a parked message, by its number among the parked, to the queue again.</summary>
    /// <returns>Whether it was there.</returns>
    /// <remarks>It is taken from the parked once it is in the queue: whatever breaks in between, it is in one of them at least, and in the queue once.</remarks>
    public Task<bool> RetryAsync(ulong id, CancellationToken cancellation = default) => _streams.Guarded(async () =>
    {
        if (await _streams.ParkedFromAsync(id, cancellation) is not { } parked || parked.Sequence != id) return false;
        await _streams.PublishAsync(QueueNames.ArticlesSubject, parked.Data, parked.HeadsToRetry(), cancellation);
        await _streams.Context.DeleteMessageAsync(QueueNames.Parked, new StreamMsgDeleteRequest { Seq = id }, cancellation);
        return true;
    });

    /// <summary>Has workers take nothing more until <see cref="ResumeAsync"/>; what they have, they finish.</summary>
    public Task PauseAsync(CancellationToken cancellation = default) => _streams.Guarded(async () => await _streams.State.PutAsync(QueueNames.Paused, "yes"u8.ToArray(), cancellationToken: cancellation));

    /// <summary>Has workers go on.</summary>
    public Task ResumeAsync(CancellationToken cancellation = default) => _streams.Guarded(async () =>
    {
        await _streams.State.DeleteAsync(QueueNames.Paused, cancellationToken: cancellation);
        return true;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _streams.DisposeAsync();

    /// <summary>Makes anew what somebody has taken away at the broker; where that does not answer either, nothing is done.</summary>
    internal async Task RestoreAsync(CancellationToken cancellation)
    {
        try
        {
            await _streams.MakeAsync(cancellation);
        }
        catch (Exception e) when (BrokerErrors.IsOne(e))
        {
            // Whoever asks next is told.
        }
    }

    /// <summary>Puts bytes at the broker under a name.</summary>
    internal Task UploadAsync(string name, byte[] content, CancellationToken cancellation) => _streams.Guarded(async () => await _streams.Files.PutAsync(name, content, cancellation));

    internal Streams Streams => _streams;

    internal async Task<bool> IsPausedAsync(CancellationToken cancellation) => await Streams.ValueAsync(_streams.State, QueueNames.Paused, cancellation) is not null;
}
