namespace Rapporteur.Archive.Store;

/// <summary>
/// Text as both engines keep it: neither keeps halves of surrogate pairs, and one no character 0. In their place stands U+FFFD, so
/// that an archive says the same wherever it is kept. Records are kept as bytes, with every character.
/// </summary>
internal static class StorableText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The value, if it is no text; else the text as it is kept.</summary>
    public static object? Of(object? value) => value is string text ? Of(text) : value;

    private static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (IsUnstorable(text[i])) return Replaced(text);
        }

        return text;
    }

    private static string Replaced(string text) => string.Create(text.Length, text, (kept, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var isPair = char.IsHighSurrogate(from[i]) && i + 1 < from.Length && char.IsLowSurrogate(from[i + 1]);
            kept[i] = !isPair && IsUnstorable(from[i]) ? Replacement : from[i];
            if (isPair) kept[i + 1] = from[++i];
        }
    });

    private static bool IsUnstorable(char c) => c == '\0' || char.IsSurrogate(c);
}
