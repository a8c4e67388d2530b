using System.Collections.Concurrent;

namespace Rapporteur.Ingest.Fetching;

/// <summary>The rules of each site, asked for once a day at most (RFC 9309, 2.4), and again soon where they could not be had.</summary>
internal sealed class RobotsCache(Func<Uri, CancellationToken, Task<RobotsRules>> ask, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1), KeptAfterFailure = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Lazy<Entry>> _sites = new(StringComparer.Ordinal);

    /// <summary>The rules for the site that <paramref name="address"/> stands on.</summary>
    /// <exception cref="UnreadableInputException">They cannot be had.</exception>
    public Task<RobotsRules> OfAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (_sites.TryGetValue(site, out var old) && clock.GetUtcNow() > old.Value.Until) _sites.TryRemove(new KeyValuePair<string, Lazy<Entry>>(site, old));
        return _sites.GetOrAdd(site, _ => new Lazy<Entry>(() => new Entry(ask(new Uri(site + "/robots.txt"), cancellation), clock.GetUtcNow()))).Value.Rules;
    }

    private sealed record Entry(Task<RobotsRules> Rules, DateTimeOffset Asked)
    {
        public DateTimeOffset Until => Asked + (Rules.IsCanceled ? TimeSpan.Zero : Rules.IsFaulted ? KeptAfterFailure : Kept);
    }
}
