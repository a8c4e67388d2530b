using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Archive.Comparison;
using Rapporteur.Text;

namespace Rapporteur.Archive.Search;

/// <summary>
/// The words of a text as searches compare them: runs of letters and digits in lower case, without accents. The indexes of both
/// engines are given these words and cut none themselves.
/// </summary>
internal static class FoldedWords
{
    /// <summary>The words, in the order of the text.</summary>
    public static ImmutableArray<string> Of(string text) => [.. Spans(text).Select(span => Fold(span.In(text)))];

    /// <summary>Where the words stand, in UTF-16 units.</summary>
    public static IEnumerable<Span> Spans(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (start < 0 ? IsLetter(text, i) : IsPart(text, i));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return Span.FromBounds(start, i);
            start = -1;
        }
    }

    /// <summary>A word, or a whole text, in lower case and without accents.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text)) return text.ToString().ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c < 128 || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(Accents.Fold(char.ToLowerInvariant(c)));
        return folded.ToString();
    }

    // Marks belong to the letter before them; where there is none, as behind a picture, they are no word.
    private static bool IsPart(string text, int i) => IsLetter(text, i) || (text[i] >= 128 && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark);

    // The second half of a pair belongs to the word of the first.
    private static bool IsLetter(string text, int i) =>
        text[i] < 128 ? char.IsAsciiLetterOrDigit(text[i])
        : char.IsLowSurrogate(text[i]) ? i > 0 && char.IsHighSurrogate(text[i - 1]) && IsLetterOrNumber(CharUnicodeInfo.GetUnicodeCategory(text, i - 1))
        : IsLetterOrNumber(CharUnicodeInfo.GetUnicodeCategory(text, i));

    private static bool IsLetterOrNumber(UnicodeCategory category) => category is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.PrivateUse;
}
