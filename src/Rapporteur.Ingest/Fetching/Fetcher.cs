using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Rapporteur.Ingest.Fetching;

/// <summary>
/// Fetches from the web: http and https only, public addresses only (of the connection itself, also after every redirection), within
/// limits of size and time, as robots.txt allows, and one request at a time to a host.
/// </summary>
/// <remarks>Safe to share between threads. Nothing is kept on disk.</remarks>
public sealed class Fetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly HttpClient _client;
    private readonly HostTurns _turns;
    private readonly RobotsCache _robots;

    /// <summary>A fetcher with limits.</summary>
    public Fetcher(FetchOptions options)
        : this(options, Dns.GetHostAddressesAsync, TimeProvider.System)
    {
    }

    internal Fetcher(FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _turns = new HostTurns(clock);
        _robots = new RobotsCache(AskForRobotsAsync, clock);
        _client = new HttpClient(PublicConnections.Handler(options, lookUp)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(FetchOptions.Product, typeof(Fetcher).Assembly.GetName().Version?.ToString(2)));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5");
    }

    /// <summary>Fetches what stands at an address.</summary>
    /// <param name="address">Where.</param>
    /// <param name="known">What the server gave with the version that is at hand; it then answers whether anything changed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="UnreadableInputException">It may not be fetched, or cannot be; the message says why in one line.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Fetched> FetchAsync(Uri address, Validators? known = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            return await FollowAsync(address, async hop =>
            {
                var robots = await _robots.OfAsync(hop, cancellation).ConfigureAwait(false);
                if (!robots.Allow(hop.PathAndQuery)) throw new UnreadableInputException($"{hop.Host} does not want it fetched (robots.txt)");
                return await AskAsync(hop, known, PauseAsked(robots), _options.MostBytes, cutOff: false, cancellation).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (RefusedException e)
        {
            throw new UnreadableInputException($"the server answers {(int)e.Status}") { IsTemporary = (int)e.Status is >= 500 or 408 or 429 };
        }
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose() => _client.Dispose();

    private async Task<Fetched> FollowAsync(Uri address, Func<Uri, Task<(Fetched? Result, Uri? Next)>> ask)
    {
        for (var redirections = 0; redirections <= _options.MostRedirections; redirections++)
        {
            Check(address);
            var (result, next) = await ask(address).ConfigureAwait(false);
            if (next is null) return result!;
            address = next;
        }

        throw new UnreadableInputException($"it was sent on more than {_options.MostRedirections} times");
    }

    // RFC 9309, 2.3.1: who has no robots.txt allows all, who cannot give it allows nothing.
    private async Task<RobotsRules> AskForRobotsAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            var answer = await FollowAsync(address, hop => AskAsync(hop, null, TimeSpan.Zero, RobotsRules.Reach, cutOff: true, cancellation)).ConfigureAwait(false);
            return RobotsRules.Parse(Encoding.UTF8.GetString(answer.Content.Span), FetchOptions.Product);
        }
        catch (RefusedException e) when ((int)e.Status is >= 400 and < 500 and not 429)
        {
            return RobotsRules.All;
        }
        catch (RefusedException e)
        {
            throw new UnreadableInputException($"{address.Host} does not say what may be fetched: its robots.txt answers {(int)e.Status}") { IsTemporary = true };
        }
    }

    private TimeSpan PauseAsked(RobotsRules robots) =>
        robots.Delay is { } delay && delay > _options.Pause ? (delay < _options.LongestPause ? delay : _options.LongestPause) : _options.Pause;

    private static void Check(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")) throw new UnreadableInputException($"not an address of the web: {address}");
        if (address.UserInfo.Length > 0) throw new UnreadableInputException("an address with a name and password is not fetched");
    }

    // One request, one answer: the result, or where it stands instead.
    private async Task<(Fetched? Result, Uri? Next)> AskAsync(
        Uri address, Validators? known, TimeSpan pause, int mostBytes, bool cutOff, CancellationToken cancellation)
    {
        using var turn = await _turns.TakeAsync(address.IdnHost, cancellation).ConfigureAwait(false);
        turn.Pause = pause;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_options.Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (known?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (known?.LastModified is { } day) request.Headers.TryAddWithoutValidation("If-Modified-Since", day);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null) return (new Fetched(address, default, null, known, IsUnchanged: true), null);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308) return (null, Target(address, response));
            if (!response.IsSuccessStatusCode) throw new RefusedException(response.StatusCode);
            var content = await ReadAsync(response, mostBytes, cutOff, patience.Token).ConfigureAwait(false);
            return (new Fetched(address, content, response.Content.Headers.ContentType?.CharSet?.Trim('"'), ValidatorsOf(response), IsUnchanged: false), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableInputException(string.Create(CultureInfo.InvariantCulture, $"{address.Host} took longer than {_options.Patience.TotalSeconds:0.#} seconds")) { IsTemporary = true };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            if (e.InnerException is UnreadableInputException refused) throw new UnreadableInputException(refused.Message, e);
            throw new UnreadableInputException($"{address.Host} does not answer as it should: {e.Message}", e) { IsTemporary = true };
        }
    }

    private static Uri Target(Uri address, HttpResponseMessage response)
    {
        var location = response.Headers.TryGetValues("Location", out var values) ? values.First() : null;
        return Uri.TryCreate(address, location, out var target) ? target : throw new UnreadableInputException("it was sent on to no address");
    }

    private static Validators? ValidatorsOf(HttpResponseMessage response)
    {
        string? First(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
        var (tag, day) = (First(response.Headers, "ETag"), First(response.Content.Headers, "Last-Modified"));
        return tag is null && day is null ? null : new Validators(tag, day);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, int mostBytes, bool cutOff, CancellationToken cancellation)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
        {
            if (content.Length + count > mostBytes && !cutOff) throw new UnreadableInputException($"the answer is larger than {mostBytes >> 20} MB");
            content.Write(buffer, 0, (int)Math.Min(count, mostBytes - content.Length));
            if (content.Length == mostBytes && cutOff) break;
        }

        return content.ToArray();
    }

    private sealed class RefusedException(HttpStatusCode status) : Exception
    {
        public HttpStatusCode Status => status;
    }
}
