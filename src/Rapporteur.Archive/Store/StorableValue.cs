namespace Rapporteur.Archive.Store;

/// <summary>
/// A value as both engines keep it. Neither keeps halves of surrogate pairs in text, and one no character 0; in their place stands
/// U+FFFD, so that an archive says the same wherever it is kept. (Records are kept as bytes, with every character.) Whole numbers
/// have 64 bits, as columns have: a command goes on expecting what it was prepared with, a null being of the column's type.
/// </summary>
internal static class StorableValue
{
    private const char Replacement = '\uFFFD';

    public static object? Of(object? value) => value switch
    {
        string text => Of(text),
        int number => (long)number,
        bool isSo => isSo ? 1L : 0L,
        _ => value,
    };

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
