namespace Rapporteur.Archive.Happenings;

/// <summary>Tells which names mean the same speaker in articles about the same event.</summary>
internal static class SpeakerNames
{
    /// <summary>Whether it is a name: a description in small letters ("company", "the ministry") tells nobody apart.</summary>
    public static bool IsName(string name) => name.Any(char.IsUpper);

    /// <summary>
    /// For each name the fullest one that it is a part of: <c>Rui</c> and <c>Rui's</c> full name are one, if no other name ends alike.
    /// </summary>
    public static Dictionary<string, string> Merge(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var byEnd = all.ToLookup(name => Words(name)[^1], StringComparer.OrdinalIgnoreCase);
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in all)
        {
            var words = Words(name);
            var fuller = byEnd[words[^1]].Where(other => Words(other).Length >= words.Length && words.All(word => Words(other).Contains(word, StringComparer.OrdinalIgnoreCase))).ToList();
            var longest = fuller.Max(other => Words(other).Length);
            var candidates = fuller.Where(other => Words(other).Length == longest).ToList();
            merged[name] = candidates.Select(other => string.Join(' ', Words(other))).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? candidates[0] : name;
        }

        return merged;
    }

    private static string[] Words(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : [name];
}
