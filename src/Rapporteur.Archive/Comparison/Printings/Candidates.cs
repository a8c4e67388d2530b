namespace Rapporteur.Archive.Comparison;

/// <summary>Chooses the printings that are worth laying beside a statement.</summary>
internal static class Candidates
{
    /// <summary>A fingerprint that more printings share is of a stock phrase, and tells nothing.</summary>
    public const int MostOfOne = 500;

    private const int MostCompared = 96;

    // One fingerprint that two dozen share, or several that more do.
    private const double LeastWeight = 0.2;

    /// <summary>The likeliest, those first that share most and rarest.</summary>
    /// <param name="words">The statement's words.</param>
    /// <param name="find">The printings that hold a fingerprint; at least one more than <see cref="MostOfOne"/> where there are more.</param>
    public static IEnumerable<T> Of<T>(QuotedWords words, Func<uint, IReadOnlyList<T>> find)
        where T : notnull
    {
        var weights = new Dictionary<T, double>();
        foreach (var fingerprint in Fingerprints.Sought(words))
        {
            var holders = find(fingerprint);
            if (holders.Count is 0 or > MostOfOne) continue;
            var weight = 1 / Math.Sqrt(holders.Count);
            foreach (var holder in holders) weights[holder] = weights.GetValueOrDefault(holder) + weight;
        }

        return weights.Where(pair => pair.Value >= LeastWeight).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostCompared).Select(pair => pair.Key);
    }
}
