using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.Client.KeyValueStore;
using NATS.Client.ObjectStore;

namespace Rapporteur.Queue.Broker;

/// <summary>The connection to the broker, and the streams and stores that the queue has there.</summary>
internal sealed class Streams : IAsyncDisposable
{
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromSeconds(20);
    private readonly NatsConnection _connection;
    private readonly QueueOptions _options;
    private string? _refusal;

    private Streams(NatsConnection connection, QueueAddress address, QueueOptions options)
    {
        _connection = connection;
        _options = options;
        Place = address.Place;
        Context = new NatsJSContext(connection);
        // The broker does not answer what a user may not do: it says so beside, and the answer is waited for in vain.
        connection.ServerError += (_, error) =>
        {
            if (error.Kind == NatsServerErrorKind.PermissionsViolation) _refusal = error.Error;
            return ValueTask.CompletedTask;
        };
    }

    /// <summary>Where the broker is, for people.</summary>
    public string Place { get; }

    public NatsJSContext Context { get; }

    /// <summary>How long a worker may say nothing of a message before another gets it.</summary>
    public TimeSpan AckWait { get; private set; }

    /// <summary>Whether the queue pauses.</summary>
    public INatsKVStore State { get; private set; } = null!;

    /// <summary>What workers say of themselves; forgotten after some seconds.</summary>
    public INatsKVStore Heartbeats { get; private set; } = null!;

    /// <summary>What is too large for a message.</summary>
    public INatsObjStore Files { get; private set; } = null!;

    /// <summary>The most that a message may hold, in bytes, heads included.</summary>
    public int LargestMessage => _connection.ServerInfo?.MaxPayload ?? 1 << 20;

    /// <summary>Connects, and makes what is not there.</summary>
    public static async Task<Streams> OpenAsync(QueueAddress address, QueueOptions options, CancellationToken cancellation)
    {
        var connection = new NatsConnection(address.Options($"rapporteur {Environment.MachineName} {Environment.ProcessId}"));
        var streams = new Streams(connection, address, options);
        try
        {
            return await streams.Guarded(async () =>
            {
                await connection.ConnectAsync().AsTask().WaitAsync(cancellation);
                await streams.MakeAsync(cancellation);
                return streams;
            });
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the streams and stores that are not there. Any number of commands may do so at once.</summary>
    public async Task MakeAsync(CancellationToken cancellation)
    {
        await MakeAsync(new StreamConfig(QueueNames.Articles, [QueueNames.ArticlesSubject])
        {
            Description = "Articles that wait to be read",
            Retention = StreamConfigRetention.Workqueue,
            DuplicateWindow = _options.DuplicateWindow,
            NumReplicas = _options.Replicas,
        }, cancellation);
        await MakeAsync(new StreamConfig(QueueNames.Parked, [QueueNames.ParkedSubject])
        {
            Description = "Articles that could not be read",
            DuplicateWindow = _options.DuplicateWindow,
            NumReplicas = _options.Replicas,
        }, cancellation);
        var values = new NatsKVContext(Context);
        State = await GetOrMakeAsync(
            () => values.GetStoreAsync(QueueNames.State, cancellation),
            () => values.CreateStoreAsync(new NatsKVConfig(QueueNames.State) { NumberOfReplicas = _options.Replicas }, cancellation));
        Heartbeats = await GetOrMakeAsync(
            () => values.GetStoreAsync(QueueNames.Heartbeats, cancellation),
            () => values.CreateStoreAsync(new NatsKVConfig(QueueNames.Heartbeats) { MaxAge = ForgottenAfter, NumberOfReplicas = _options.Replicas }, cancellation));
        var objects = new NatsObjContext(Context);
        Files = await GetOrMakeAsync(
            () => objects.GetObjectStoreAsync(QueueNames.Files, cancellation),
            () => objects.CreateObjectStoreAsync(new NatsObjConfig(QueueNames.Files) { NumberOfReplicas = _options.Replicas }, cancellation));
        AckWait = (await ConsumerAsync(cancellation)).Info.Config.AckWait;
    }

    /// <summary>Publishes a message; when this ends, the broker has it on its disk.</summary>
    /// <returns>Whether it is new; else the broker remembers one of its id, and keeps that alone.</returns>
    public async Task<bool> PublishAsync(string subject, byte[] content, NatsHeaders heads, CancellationToken cancellation)
    {
        var answer = await Context.PublishAsync(subject, content, NatsRawSerializer<byte[]>.Default, headers: heads, cancellationToken: cancellation);
        return answer.Error is { } error ? throw new NatsJSApiException(error) : !answer.Duplicate;
    }

    /// <summary>The consumer that all workers share; made where it is not there.</summary>
    /// <remarks>How often a message was handed out is no reason to give it up: workers may be killed. Only one that sees a reading fail parks it.</remarks>
    public async Task<INatsJSConsumer> ConsumerAsync(CancellationToken cancellation) => await GetOrMakeAsync(
        () => Context.GetConsumerAsync(QueueNames.Articles, QueueNames.Workers, cancellation),
        () => Context.CreateOrUpdateConsumerAsync(QueueNames.Articles, new ConsumerConfig(QueueNames.Workers)
        {
            AckPolicy = ConsumerConfigAckPolicy.Explicit,
            AckWait = _options.AckWait,
            MaxDeliver = -1,
            MaxAckPending = -1,
            MaxWaiting = 4096,
        }, cancellation));

    /// <summary>The broker's time.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellation)
    {
        var revision = await State.PutAsync(QueueNames.Clock, Array.Empty<byte>(), cancellationToken: cancellation);
        return (await State.GetEntryAsync<byte[]>(QueueNames.Clock, revision, cancellationToken: cancellation)).Created;
    }

    /// <summary>The names of the workers that were heard of.</summary>
    /// <remarks>By one question and its answer: who watches the store's keys may wait for ever for one that is replaced in that moment.</remarks>
    public async Task<IReadOnlyCollection<string>> HeardOfAsync(CancellationToken cancellation)
    {
        const string Before = $"$KV.{QueueNames.Heartbeats}.";
        var stream = await Context.GetStreamAsync($"KV_{QueueNames.Heartbeats}", new StreamInfoRequest { SubjectsFilter = Before + ">" }, cancellation);
        return stream.Info.State.Subjects is { } subjects ? [.. subjects.Keys.Select(subject => subject[Before.Length..])] : [];
    }

    /// <summary>The first parked message from a number on; null where there is none.</summary>
    public Task<StoredMessage?> ParkedFromAsync(ulong sequence, CancellationToken cancellation) => Guarded(async () =>
    {
        var parked = await Context.GetStreamAsync(QueueNames.Parked, cancellationToken: cancellation);
        try
        {
            var found = await parked.GetAsync(new StreamMsgGetRequest { Seq = sequence, NextBySubj = QueueNames.ParkedSubject }, cancellation);
            return new StoredMessage(found.Message);
        }
        catch (NatsJSApiException e) when (BrokerErrors.IsMissing(e))
        {
            return null;
        }
    });

    /// <summary>What stands under a key; null where nothing does.</summary>
    public static async Task<byte[]?> ValueAsync(INatsKVStore store, string key, CancellationToken cancellation)
    {
        var entry = await store.TryGetEntryAsync<byte[]>(key, cancellationToken: cancellation);
        return entry.Success ? entry.Value.Value ?? [] : entry.Error is NatsKVKeyNotFoundException or NatsKVKeyDeletedException ? null : throw entry.Error;
    }

    /// <summary>Does something at the broker; errors become those of people.</summary>
    public async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (BrokerErrors.IsOne(e) && (e is not OperationCanceledException || _connection.ConnectionState != NatsConnectionState.Open))
        {
            throw Interlocked.Exchange(ref _refusal, null) is { } refusal ? BrokerErrors.Refused(refusal, Place, e) : BrokerErrors.Explained(e, Place);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Task<INatsJSStream> MakeAsync(StreamConfig config, CancellationToken cancellation) => GetOrMakeAsync(
        () => Context.GetStreamAsync(config.Name!, cancellationToken: cancellation), () => Context.CreateStreamAsync(config, cancellation));

    // What is there stays as its keeper has set it; and whoever may make nothing can use it.
    private static async Task<T> GetOrMakeAsync<T>(Func<ValueTask<T>> get, Func<ValueTask<T>> make)
    {
        try
        {
            return await get();
        }
        catch (NatsJSApiException e) when (BrokerErrors.IsMissing(e))
        {
            return await make();
        }
    }
}
