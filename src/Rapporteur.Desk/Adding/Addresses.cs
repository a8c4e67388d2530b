using Rapporteur.Desk.Http;
using Rapporteur.Ingest;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Desk.Adding;

/// <summary>Fetches articles for those who ask, as safely and politely as the command does (docs/archive.md), a few at once.</summary>
internal sealed class Addresses(Fetcher fetcher) : IDisposable
{
    private const int MostAtOnce = 8;

    private readonly SemaphoreSlim _free = new(MostAtOnce);

    /// <summary>The article that stands at an address.</summary>
    /// <exception cref="UnreadableInputException">It may not be fetched or cannot be, or what stands there is no article.</exception>
    /// <exception cref="RequestException">Too much is fetched at the moment.</exception>
    public async Task<Article> Fetch(string address, CancellationToken cancellation)
    {
        if (!InputSource.IsAddress(address) || !Uri.IsWellFormedUriString(address, UriKind.Absolute))
            throw new UnreadableInputException("it is no address of the web") { Field = "url" };
        if (!await _free.WaitAsync(0, cancellation)) throw RequestException.Busy();
        try
        {
            var source = new InputSource { Fetcher = fetcher, Cancellation = cancellation };
            return await Task.Run(() => Only(source.Find([address])).Load(), cancellation);
        }
        catch (UnreadableInputException e)
        {
            throw new UnreadableInputException(e.Message, e) { Field = "url", IsTemporary = e.IsTemporary };
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private static Input Only(IEnumerable<Input> inputs) => inputs.Take(2).ToList() switch
    {
        [var only] => only,
        [] => throw new UnreadableInputException("no article stands there"),
        _ => throw new UnreadableInputException("several articles stand there, as in a feed: the command takes it (rapporteur add)"),
    };
}
