using Rapporteur.Learning;

namespace Rapporteur.Archive.Comparison;

/// <summary>Words in a row as one number: what texts that share words are found by.</summary>
/// <remarks>
/// Three words: where of ten words or more one in five is changed, three in a row stand unchanged somewhere, whichever they are
/// (eight words in three stretches); four need not.
/// </remarks>
internal static class Shingles
{
    /// <summary>How many words one holds.</summary>
    public const int Length = 3;

    /// <summary>The shingle that starts at word <paramref name="index"/>.</summary>
    public static uint At(ReadOnlySpan<uint> words, int index) => Hashing.Mix(words[index], words[index + 1], words[index + 2]);
}
