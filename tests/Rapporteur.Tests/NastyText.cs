using CsCheck;

namespace Rapporteur.Tests;

/// <summary>Texts that nobody would write: news words, marks of all kinds, odd spaces and halves of characters, thrown together.</summary>
internal static class NastyText
{
    private static readonly string[] Words =
    [
        "said", "says", "According", "to", "the", "minister", "Ines", "Okafor", "told", "reporters", "that", "he", "I", "a", "U.S.",
        "Jan.", "don't", "allies’", "'em", "’90s", "Mr.", "Dr", "e.g.", "3.14", "1,000", "12-year-old", "http://a.b/c?d=“e”",
        "@name", "#tag", "AT&T", "état", "Übung", "İ", "ß", "北京", "が", "𝒳𝒴", "👩‍👩‍👧", "é", "added:", "warned", "claims", "spokeswoman",
    ];

    private static readonly string[] Marks =
    [
        "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "‛", "\"", "'", "`", "``", "''", "(", ")", "[", "]", "{", "}", ".", "..",
        "…", ",", ":", ";", "!", "?", "?!", "—", "–", "-", "--", "&", "/", "*", "_", "%", "$", "<b>", "\u0301",
    ];

    private static readonly string[] Blanks =
    [
        " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00A0", "\u2028", "\u2029", "\u200B", "\uFEFF", "\u00AD", "\u0085", "\v", "\f",
        "\0", "\u202E", "\u3000", "",
    ];

    private static readonly string[] Halves = ["\uD83D", "\uDE00", "\uDE00\uD83D", "\uFFFF", "\uFFFE", "\u0007"];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (10, Gen.OneOf(Words)), (6, Gen.OneOf(Marks)), (8, Gen.OneOf(Blanks)), (1, Gen.OneOf(Halves)),
        (1, Gen.Char.Select(c => c.ToString())), (1, Gen.String));

    /// <summary>Short texts, for properties that hold of every text.</summary>
    public static readonly Gen<string> Any = Piece.Array[0, 60].Select(string.Concat);

    /// <summary>Texts of quotation marks and little else.</summary>
    public static readonly Gen<string> Quotes = Gen.Frequency(
        (4, Gen.OneOf(Marks)), (2, Gen.OneOf(Words)), (2, Gen.OneOf(Blanks))).Array[0, 80].Select(string.Concat);
}
