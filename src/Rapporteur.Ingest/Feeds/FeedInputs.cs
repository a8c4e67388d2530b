using System.Security.Cryptography;
using System.Text;
using Rapporteur.Ingest.Fetching;

namespace Rapporteur.Ingest.Feeds;

/// <summary>The articles of a feed: as the feed gives them, or, where it gives only some lines, as their pages do.</summary>
/// <param name="fetcher">Fetches the pages; null where links are not followed.</param>
/// <param name="memory">What was fetched before; null where every entry is given.</param>
/// <param name="cancellation">Ends the wait for a server.</param>
internal sealed class FeedInputs(Fetcher? fetcher, IFetchMemory? memory, CancellationToken cancellation)
{
    /// <summary>One input for each entry that is new or has changed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="origin">Where it comes from, for messages.</param>
    /// <param name="done">Called once all of them are safely kept, or at once where there are none.</param>
    public IEnumerable<Input> Of(Feed feed, string origin, Action? done)
    {
        var entries = feed.Entries.Select((entry, i) => (Entry: entry, Number: i + 1, Stamp: Stamp(entry), Address: entry.Link ?? $"{origin}#{entry.Key}"))
            .Where(entry => memory?.Recall(entry.Address)?.Stamp != entry.Stamp).ToList();
        var left = entries.Count;
        if (left == 0 && feed.Damage is null) done?.Invoke();
        foreach (var (entry, number, stamp, address) in entries)
        {
            var id = entry.Link ?? entry.Key ?? $"{origin}#{number}";
            var place = $"{origin}, entry {number}{(entry.Link is null ? "" : $" ({entry.Link})")}";
            yield return new Input(place, id, (entry.Content ?? entry.Summary ?? "").Length, LoadOrForget, Acknowledge);

            // A page without an article will have none when the feed is looked at again: its server is not asked for it each time.
            Article LoadOrForget()
            {
                try
                {
                    return Load(entry, feed, id);
                }
                catch (UnreadableInputException e) when (!e.IsTemporary)
                {
                    Acknowledge();
                    throw;
                }
            }

            void Acknowledge()
            {
                memory?.Remember(address, new Remembered(null, stamp));
                if (Interlocked.Decrement(ref left) == 0 && feed.Damage is null) done?.Invoke();
            }
        }

        if (feed.Damage is { } damage) yield return Input.Unreadable(origin, origin, damage);
    }

    private Article Load(FeedEntry entry, Feed feed, string id)
    {
        if (entry.IsWhole || fetcher is null || entry.Link is null) return entry.ToArticle(feed) with { Id = id };

        // Loading is done on threads made for it, which may wait.
        var page = fetcher.FetchAsync(new Uri(entry.Link), null, cancellation).GetAwaiter().GetResult();
        return entry.Describe(ArticleLoader.Load(page, id), feed);
    }

    private static string Stamp(FeedEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entry.Title, entry.Published, entry.Modified, entry.Summary, entry.Content))).AsSpan(0, 16));
}
