namespace Rapporteur.Archive.Reviews;

/// <summary>Where words stand in a text, character by character.</summary>
/// <remarks>
/// The method of Knuth, Morris and Pratt (1977, Fast pattern matching in strings): its time is that of reading both once, whatever they are.
/// </remarks>
public static class Occurrences
{
    /// <summary>The UTF-16 units at which <paramref name="words"/> begin in <paramref name="text"/>, in order; none where there are no words.</summary>
    public static IEnumerable<int> Of(string words, string text)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(text);
        return Found(words, text);
    }

    private static IEnumerable<int> Found(string words, string text)
    {
        if (words.Length == 0 || words.Length > text.Length) yield break;
        var borders = Borders(words);
        for (int i = 0, matched = 0; i < text.Length; i++)
        {
            while (matched > 0 && (matched == words.Length || words[matched] != text[i])) matched = borders[matched - 1];
            if (words[matched] == text[i]) matched++;
            if (matched == words.Length) yield return i + 1 - matched;
        }
    }

    // For each beginning of the words, how many of its last units are also its first.
    private static int[] Borders(string words)
    {
        var borders = new int[words.Length];
        for (int i = 1, matched = 0; i < words.Length; i++)
        {
            while (matched > 0 && words[matched] != words[i]) matched = borders[matched - 1];
            if (words[matched] == words[i]) matched++;
            borders[i] = matched;
        }

        return borders;
    }
}
