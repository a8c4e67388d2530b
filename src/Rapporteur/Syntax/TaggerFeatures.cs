using Rapporteur.Learning;
using Rapporteur.Text;

namespace Rapporteur.Syntax;

/// <summary>The features from which a token's tags are read, left to right.</summary>
internal static class TaggerFeatures
{
    /// <summary>How many features a token has.</summary>
    public const int Count = 28;

    private const uint Nothing = 0x51ED270Bu;

    /// <summary>Writes the features of token <paramref name="i"/> of the sentence from <paramref name="first"/> to <paramref name="end"/>.</summary>
    /// <param name="forms">The words.</param>
    /// <param name="tags">The tags given so far.</param>
    /// <param name="first">The first token of the sentence.</param>
    /// <param name="end">The token after it.</param>
    /// <param name="i">The token.</param>
    /// <param name="features">Filled.</param>
    public static void Extract(WordForms forms, ReadOnlySpan<byte> tags, int first, int end, int i, Span<uint> features)
    {
        uint Word(int k) => k >= first && k < end ? forms.Word[k] : Nothing;
        uint Suffix(int k, int n) => k >= first && k < end ? forms.Suffixes[k * WordForms.SuffixCount + n - 1] : Nothing;
        uint Shape(int k) => k >= first && k < end ? forms.Shape[k] : Nothing;
        uint t1 = i - 1 >= first ? tags[i - 1] : 255u, t2 = i - 2 >= first ? tags[i - 2] : 255u;
        var w = Word(i);
        var n = 0;
        uint f = 0;
        uint Next(uint a) => Hashing.Mix(++f, a);
        uint Pair(uint a, uint b) => Hashing.Mix(++f, a, b);
        features[n++] = Next(0);
        features[n++] = Next(w);
        features[n++] = Next(forms.Shape[i]);
        features[n++] = Next(forms.Prefix[i]);
        for (var k = 1; k <= WordForms.SuffixCount; k++) features[n++] = Next(Suffix(i, k));
        features[n++] = Pair(forms.Shape[i], i == first ? 1u : 0);
        features[n++] = Pair(w, forms.Shape[i]);
        features[n++] = Next(t1);
        features[n++] = Pair(t1, t2);
        features[n++] = Pair(t1, w);
        features[n++] = Pair(t1, Suffix(i, 3));
        features[n++] = Pair(t1, Word(i + 1));
        features[n++] = Next(Word(i - 1));
        features[n++] = Next(Word(i - 2));
        features[n++] = Next(Word(i + 1));
        features[n++] = Next(Word(i + 2));
        features[n++] = Pair(Word(i - 1), w);
        features[n++] = Pair(w, Word(i + 1));
        features[n++] = Next(Suffix(i + 1, 3));
        features[n++] = Next(Suffix(i + 1, 2));
        features[n++] = Next(Suffix(i - 1, 3));
        features[n++] = Pair(Shape(i - 1), forms.Shape[i]);
        features[n++] = Pair(Shape(i + 1), forms.Shape[i]);
        features[n++] = Pair(Suffix(i, 2), Suffix(i + 1, 2));
        features[n++] = Pair(Suffix(i, 3), forms.Shape[i]);
        System.Diagnostics.Debug.Assert(n == Count, "as many features as stated");
    }
}
