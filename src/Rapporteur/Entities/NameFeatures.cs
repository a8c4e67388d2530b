using System.Runtime.CompilerServices;
using Rapporteur.Learning;
using Rapporteur.Text;
using static Rapporteur.Learning.Hashing;

namespace Rapporteur.Entities;

/// <summary>The features by which the name recogniser judges a token.</summary>
internal static class NameFeatures
{
    /// <summary>The most features that a token has.</summary>
    public const int Most = 64;

    private const uint Nothing = 0x51ED270Bu;

    /// <summary>Writes the features of token <paramref name="i"/>; returns how many there are.</summary>
    /// <param name="a">The attributes of the document's tokens.</param>
    /// <param name="sentence">The sentence that the token stands in; nothing outside it is looked at.</param>
    /// <param name="i">The token.</param>
    /// <param name="features">At least <see cref="Most"/> places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Extract(NameAttributes a, TokenRange sentence, int i, Span<uint> features)
    {
        int first = sentence.First, end = sentence.End;
        uint Word(int k) => k >= first && k < end ? a.Forms.Word[k] : Nothing;
        uint Shape(int k) => k >= first && k < end ? a.Forms.Shape[k] : Nothing;
        uint Tag(int k) => k >= first && k < end ? a.Tag[k] : 99u;
        uint Case(int k) => k >= first && k < end ? (uint)a.Case[k] : 99u;
        uint Kind(int k) => k >= first && k < end ? a.Kind[k] : 99u;
        uint Listed(int k) => k >= first && k < end ? a.Listed[k] : 0u;
        uint Uses(int k) => k >= first && k < end ? (uint)a.Uses[k] : 0u;

        uint w0 = Word(i), w1 = Word(i + 1), w2 = Word(i + 2), v1 = Word(i - 1), v2 = Word(i - 2);
        uint h0 = Shape(i), h1 = Shape(i + 1), g1 = Shape(i - 1);
        uint t0 = Tag(i), t1 = Tag(i + 1), t2 = Tag(i + 2), s1 = Tag(i - 1), s2 = Tag(i - 2);
        uint c0 = Case(i), c1 = Case(i + 1), b1 = Case(i - 1), c2 = Case(i + 2), b2 = Case(i - 2);
        uint k0 = Kind(i), k1 = Kind(i + 1), k2 = Kind(i + 2), j1 = Kind(i - 1), j2 = Kind(i - 2);
        uint l0 = Listed(i), l1 = Listed(i + 1), m1 = Listed(i - 1);
        uint u0 = Uses(i), u1 = Uses(i + 1), o1 = Uses(i - 1);
        var start = i == first ? 1u : 0;
        uint suffix2 = a.Forms.Suffixes[i * WordForms.SuffixCount + 1], suffix3 = a.Forms.Suffixes[i * WordForms.SuffixCount + 2], suffix4 = a.Forms.Suffixes[i * WordForms.SuffixCount + 3];

        var n = 0;
        features[n++] = Mix(1, c0, start);
        features[n++] = Mix(2, w0, c0 == 1 ? 1u : 0);
        features[n++] = Mix(3, h0);
        features[n++] = Mix(4, t0);
        features[n++] = Mix(5, c0, k0);
        features[n++] = Mix(6, l0);
        if (c0 <= 1 && t0 is not ((uint)Syntax.PennTag.Nnp) and not ((uint)Syntax.PennTag.Nnps) && l0 == 0)
        {
            // A word in lower case rarely belongs to a name: what joins the parts of one, and little else.
            features[n++] = Mix(7, w0, Mix(b1, c1));
            features[n++] = Mix(8, w0, Mix(s1, t1));
            features[n++] = Mix(9, w0, Mix(l1, m1));
            features[n++] = Mix(10, Mix(b1, c1), Mix(t0, c2));
            features[n++] = Mix(11, w0, v1);
            features[n++] = Mix(12, w0, w1);
            return n;
        }

        features[n++] = Mix(13, w1, c0);
        features[n++] = Mix(14, v1, c0);
        features[n++] = Mix(15, w2, c0);
        features[n++] = Mix(16, v2, c0);
        features[n++] = Mix(17, v1, w0);
        features[n++] = Mix(18, w0, w1);
        features[n++] = Mix(19, v1, w1, c0);
        features[n++] = Mix(20, v2, v1, c0);
        features[n++] = Mix(21, w1, w2, c0);
        features[n++] = Mix(22, a.Forms.Prefix[i], c0);
        features[n++] = Mix(23, suffix2, c0);
        features[n++] = Mix(24, suffix3, c0);
        features[n++] = Mix(25, suffix4, c0);
        features[n++] = Mix(26, g1, h0, h1);
        features[n++] = Mix(27, Mix(b2, b1), c0, Mix(c1, c2));
        features[n++] = Mix(28, s1, t0, t1);
        features[n++] = Mix(29, Mix(s2, s1), t0, Mix(t1, t2));
        features[n++] = Mix(30, k0, j1, k1);
        features[n++] = Mix(31, Mix(k0, k1), k2, c0);
        features[n++] = Mix(32, Mix(k0, j1), j2, c0);
        features[n++] = Mix(33, k0, Mix(b1, c1), c2);
        features[n++] = Mix(34, k1, c1, c0);
        features[n++] = Mix(35, j1, b1, c0);
        features[n++] = Mix(36, l0, m1, l1);
        features[n++] = Mix(37, l0, t0, w1);
        features[n++] = Mix(38, l0, v1);
        features[n++] = Mix(39, l0, Mix(b1, c1));
        features[n++] = Mix(40, l1, c0, k0);
        features[n++] = Mix(41, m1, c0, k0);
        for (var bit = 0; bit < 10; bit++)
            if ((u0 >> bit & 1) != 0) features[n++] = Mix(42, (uint)bit, c0);
        features[n++] = Mix(43, u0 & 0x3C, c0);
        features[n++] = Mix(44, u0, Mix(b1, c0, c1));
        features[n++] = Mix(45, u1 & 0x3C, c1, c0);
        features[n++] = Mix(46, o1 & 0x3C, b1, c0);
        features[n++] = Mix(47, start, Mix(t0, c1), u0 & 1);
        features[n++] = Mix(48, u0 & 0x3C, t1, s1);
        return n;
    }
}
