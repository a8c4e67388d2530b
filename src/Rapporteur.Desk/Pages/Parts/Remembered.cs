using Microsoft.Extensions.Caching.Memory;
using Rapporteur.Archive;

namespace Rapporteur.Desk.Pages.Parts;

/// <summary>
/// What was made of the archive for one reader, kept for the next until the archive changes. Bounded: what was not asked for lately goes
/// first. Whoever asks while it is being made waits for it instead of making it too.
/// </summary>
internal sealed class Remembered(NewsArchive archive) : IDisposable
{
    private const int MostKept = 400;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>What was made of the archive as it is; made where it was not.</summary>
    /// <param name="key">What it is, with all that it depends on but the archive.</param>
    /// <param name="make">Makes it.</param>
    public T Get<T>(string key, Func<T> make) where T : notnull
    {
        var place = (archive.Changes, typeof(T), key);
        Lazy<object> kept;
        lock (_kept)
        {
            kept = _kept.GetOrCreate(place, entry =>
            {
                entry.Size = 1;
                return new Lazy<object>(() => make());
            })!;
        }

        try
        {
            return (T)kept.Value;
        }
        catch
        {
            _kept.Remove(place);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();
}
