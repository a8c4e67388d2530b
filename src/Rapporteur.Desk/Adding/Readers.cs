using System.Diagnostics;
using Rapporteur.Desk.Http;
using Rapporteur.Desk.Operations;
using Rapporteur.Records;

namespace Rapporteur.Desk.Adding;

/// <summary>Reads articles, a bounded number at once. Where more wait than the memory is for, the next is refused instead of kept waiting.</summary>
internal sealed class Readers(DeskOptions options, DeskMeter meter) : IDisposable
{
    private const long MostWaiting = 64L << 20, Least = 16 << 10;

    private readonly SemaphoreSlim _free = new(options.Readers);
    private long _waiting;

    /// <summary>Reads an article, and makes something of its record.</summary>
    /// <param name="article">The article.</param>
    /// <param name="make">Makes it, on the same thread.</param>
    /// <param name="cancellation">Ends the wait, not the reading.</param>
    /// <exception cref="RequestException">There is too much to read at the moment.</exception>
    public async Task<T> Read<T>(Article article, Func<Record, T> make, CancellationToken cancellation)
    {
        // One that is large is taken where nothing else waits.
        var weight = Least + article.Text.Length;
        if (Interlocked.Add(ref _waiting, weight) is var waiting && waiting > MostWaiting && waiting > weight)
        {
            Interlocked.Add(ref _waiting, -weight);
            throw RequestException.Busy();
        }

        try
        {
            await _free.WaitAsync(cancellation);
            try
            {
                return await Task.Run(() => make(Timed(article)), CancellationToken.None);
            }
            finally
            {
                _free.Release();
            }
        }
        finally
        {
            Interlocked.Add(ref _waiting, -weight);
        }
    }

    /// <summary>Reads an article.</summary>
    /// <exception cref="RequestException">There is too much to read at the moment.</exception>
    public Task<Record> Read(Article article, CancellationToken cancellation) => Read(article, record => record, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private Record Timed(Article article)
    {
        var started = Stopwatch.GetTimestamp();
        var record = Record.From(Reader.English.Read(article));
        meter.Read(started);
        return record;
    }
}
