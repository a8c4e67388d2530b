namespace Rapporteur.Archive.Happenings;

/// <summary>The words of a text that say what it is about: runs of three letters and more, in small letters.</summary>
internal static class ProfileWords
{
    private const int Shortest = 3, Longest = 40;

    /// <summary>The words of <paramref name="text"/> in order, each with whether it is printed with a capital.</summary>
    public static IEnumerable<(string Word, bool Capital)> Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (i - start is >= Shortest and <= Longest) yield return (text[start..i].ToLowerInvariant(), char.IsUpper(text[start]));
        }
    }

    /// <summary>
    /// A word as a number of 24 bits (FNV-1a, its halves put together); names have numbers of their own. Two of the words that an
    /// article shares with others rarely have the same.
    /// </summary>
    public static uint Number(string word, bool isName)
    {
        var hash = isName ? 0x811C9DC5u ^ '#' : 0x811C9DC5u;
        foreach (var c in word) hash = unchecked((hash ^ c) * 0x01000193u);
        return (hash >> 24) ^ (hash & 0xFFFFFF);
    }
}
