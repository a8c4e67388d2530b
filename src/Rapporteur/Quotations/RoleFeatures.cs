using System.Runtime.CompilerServices;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Text;
using static Rapporteur.Learning.Hashing;

namespace Rapporteur.Quotations;

/// <summary>The features by which the first labeller judges a token: words and shapes around it, quotation marks, reporting words.</summary>
internal static class RoleFeatures
{
    /// <summary>The most features that a token has.</summary>
    public const int Most = 96;

    /// <summary>Writes the features of token <paramref name="i"/>; returns how many there are.</summary>
    /// <param name="a">The attributes of the document's tokens.</param>
    /// <param name="paragraph">The paragraph that the token stands in; nothing outside it is looked at.</param>
    /// <param name="sentences">The sentences of the document.</param>
    /// <param name="i">The token.</param>
    /// <param name="features">At least <see cref="Most"/> places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Extract(TokenAttributes a, TokenRange paragraph, ReadOnlySpan<TokenRange> sentences, int i, Span<uint> features)
    {
        var w = new Window(a, paragraph);
        uint w0 = w.Word(i), w1 = w.Word(i + 1), w2 = w.Word(i + 2), w3 = w.Word(i + 3);
        uint v1 = w.Word(i - 1), v2 = w.Word(i - 2), v3 = w.Word(i - 3);
        uint s0 = w.Stem(i), s1 = w.Stem(i + 1), t1 = w.Stem(i - 1);
        uint h0 = w.Shape(i), h1 = w.Shape(i + 1), g1 = w.Shape(i - 1), h2 = w.Shape(i + 2), g2 = w.Shape(i - 2);
        uint x0 = w.Suffix(i), x1 = w.Suffix(i + 1), y1 = w.Suffix(i - 1);
        uint r0 = (uint)a.Reporting[i], r1 = w.Reporting(i + 1), p1 = w.Reporting(i - 1);
        uint q0 = (uint)a.Quote[i], q1 = w.Quote(i + 1), o1 = w.Quote(i - 1);

        var sentence = sentences[a.Sentence[i]];
        var start = Distance(i - sentence.First);
        var end = Distance(sentence.End - 1 - i);
        var place = (a.Sentence[i] == a.Sentence[paragraph.First] ? 1u : 0) + (sentence.End == paragraph.End ? 2u : 0);
        int before = a.ReportBefore[i], after = a.ReportAfter[i], left = a.MarkBefore[i], right = a.MarkAfter[i];
        uint bw = before < 0 ? Nothing : a.Stem[before], aw = after < 0 ? Nothing : a.Stem[after];
        uint br = before < 0 ? 0 : (uint)a.Reporting[before], ar = after < 0 ? 0 : (uint)a.Reporting[after];
        uint bd = before < 0 ? 99 : Distance(i - before), ad = after < 0 ? 99 : Distance(after - i);
        uint lm = left < 0 ? 0 : a.Word[left], rm = right < 0 ? 0 : a.Word[right];
        uint ld = left < 0 ? 99 : Distance(i - left), rd = right < 0 ? 99 : Distance(right - i);
        var order = (before > left ? 1u : 0) + (after >= 0 && (right < 0 || after < right) ? 2u : 0);

        var n = 0;
        features[n++] = 1;
        features[n++] = Mix(2, w0);
        features[n++] = Mix(3, w1);
        features[n++] = Mix(4, v1);
        features[n++] = Mix(5, w2);
        features[n++] = Mix(6, v2);
        features[n++] = Mix(7, w3);
        features[n++] = Mix(8, v3);
        features[n++] = Mix(9, v1, w0);
        features[n++] = Mix(10, w0, w1);
        features[n++] = Mix(11, v2, v1);
        features[n++] = Mix(12, w1, w2);
        features[n++] = Mix(13, v1, w1);
        features[n++] = Mix(14, v1, w0, w1);
        features[n++] = Mix(15, v2, v1, w0);
        features[n++] = Mix(16, w0, w1, w2);
        features[n++] = Mix(17, s0);
        features[n++] = Mix(18, s0, s1);
        features[n++] = Mix(19, t1, s0);
        features[n++] = Mix(20, x0);
        features[n++] = Mix(21, x1);
        features[n++] = Mix(22, y1);
        features[n++] = Mix(23, x0, x1);
        features[n++] = Mix(24, y1, x0);
        features[n++] = Mix(25, g1, h0, h1);
        features[n++] = Mix(26, Mix(g2, g1, h0), h1, h2);
        features[n++] = Mix(27, h0, x0);
        features[n++] = Mix(28, r0, x0);
        features[n++] = Mix(29, p1, r0, r1);
        features[n++] = Mix(30, p1, r0, w1);
        features[n++] = Mix(31, Mix(v1, r0), r1, x0);
        features[n++] = Mix(32, o1, q0, q1);
        features[n++] = Mix(33, q0, w0);
        features[n++] = Mix(34, Mix(o1, q0, q1), r0);
        features[n++] = Mix(35, Mix(o1, q0, q1), bw);
        features[n++] = Mix(36, Mix(o1, q0, q1), aw);
        features[n++] = Mix(37, start, place);
        features[n++] = Mix(38, end, place);
        features[n++] = Mix(39, bw, bd);
        features[n++] = Mix(40, aw, ad);
        features[n++] = Mix(41, br, bd, w0);
        features[n++] = Mix(42, ar, ad, w0);
        features[n++] = Mix(43, Mix(br, ar), order, q0);
        features[n++] = Mix(44, lm, ld, w0);
        features[n++] = Mix(45, rm, rd, w0);
        features[n++] = Mix(46, Mix(lm, rm, order), br, ar);
        features[n++] = Mix(47, Mix(lm, bw), order, Math.Min(bd, 3u));
        features[n++] = Mix(48, Mix(rm, aw), order, Math.Min(ad, 3u));
        features[n++] = Mix(49, Mix(h0, start == 0 ? 1u : 0), aw, ad);
        features[n++] = Mix(50, w0, Mix(end, place), bw);
        features[n++] = Mix(51, Mix(g1, w0), start, h1);
        var around = Around(a, paragraph);
        features[n++] = Mix(52, around, w0);
        features[n++] = Mix(53, around, r0, end);
        features[n++] = Mix(54, around, Mix(o1, q0, q1), start);
        features[n++] = Mix(55, Mix(o1, w0), h1, end);
        features[n++] = Mix(56, Mix(w.Quote(i - 2), g1, w0), start);
        return n + Grammar(a, paragraph, i, Mix(o1, q0, q1), features[n..]);
    }

    private static int Grammar(TokenAttributes a, TokenRange paragraph, int i, uint quote, Span<uint> features)
    {
        var g = a.Grammar;
        uint Tag(int k) => k >= paragraph.First && k < paragraph.End ? g.Tag(k) : 99;
        uint Branch(int k) => k >= paragraph.First && k < paragraph.End ? g.Branch[k] : Nothing;
        uint w0 = a.Word[i], s0 = a.Stem[i], t0 = g.Tag(i), t1 = Tag(i + 1), u1 = Tag(i - 1), l0 = g.Relation(i);
        int head = g.Head(i), governor = g.Governor[i];
        uint hs = head < 0 ? Nothing : a.Stem[head], ht = head < 0 ? 99 : g.Tag(head), hr = head < 0 ? 99 : (uint)a.Reporting[head];
        var side = head < 0 ? 0u : head < i ? 1u : 2u;
        uint gs = governor < 0 ? Nothing : a.Stem[governor], gr = governor < 0 ? 99 : (uint)a.Reporting[governor];
        uint gf = governor < 0 ? 0 : g.Frame[governor];
        uint b0 = g.Branch[i], b1 = Branch(i + 1), c1 = Branch(i - 1);
        uint edge = g.Edge[i], edgeBefore = i > paragraph.First ? g.Edge[i - 1] : 9u, edgeAfter = i + 1 < paragraph.End ? g.Edge[i + 1] : 9u;
        uint r0 = (uint)a.Reporting[i], f0 = g.Frame[i];

        var n = 0;
        features[n++] = Mix(60, u1, t0, t1);
        features[n++] = Mix(61, Mix(Tag(i - 2), u1), t0);
        features[n++] = Mix(62, t0, Mix(t1, Tag(i + 2)));
        features[n++] = Mix(63, t0, w0);
        features[n++] = Mix(64, l0, t0, side);
        features[n++] = Mix(65, l0, hs, side);
        features[n++] = Mix(66, l0, Mix(hr, ht), w0);
        features[n++] = Mix(67, r0, f0, t0);
        features[n++] = Mix(68, s0, f0);
        features[n++] = Mix(69, s0, f0 & 0x1F, t0);
        features[n++] = Mix(70, b0, gs);
        features[n++] = Mix(71, b0, gr, edge);
        features[n++] = Mix(72, b0, gs, quote);
        features[n++] = Mix(73, Mix(b0, b1), gr, edge);
        features[n++] = Mix(74, Mix(b0, c1), gr, edge);
        features[n++] = Mix(75, Mix(b0, gf), gr);
        features[n++] = Mix(76, Mix(b0, edge, edgeBefore), w0);
        features[n++] = Mix(77, Mix(b0, edge, edgeAfter), a.Word[Math.Min(i + 1, paragraph.End - 1)]);
        features[n++] = Mix(78, b0, t0, gr);
        features[n++] = Mix(79, l0, ht, Mix(s0, side));
        features[n++] = Mix(80, governor < 0 ? 99 : Distance(Math.Abs(governor - i)), b0, gr);
        var above = governor < 0 ? -1 : g.Governor[governor];
        features[n++] = Mix(81, b0, Mix(gr, governor < 0 ? 0 : g.Branch[governor]), above < 0 ? Nothing : a.Stem[above]);
        features[n++] = Mix(82, r0, b0, gr);
        features[n++] = Mix(83, s0, b0);
        return n;
    }

    // How the paragraph lies among quotations set off as paragraphs of their own: before it, of it, after it; and whether it is short.
    private static uint Around(TokenAttributes a, TokenRange paragraph) =>
        (paragraph.First > 0 && a.Quote[paragraph.First - 1] is not QuoteState.Outside ? 1u : 0)
        + (a.Quote[paragraph.First] is not QuoteState.Outside ? 2u : 0)
        + (paragraph.End < a.Count && a.Quote[paragraph.End] is not QuoteState.Outside ? 4u : 0)
        + (paragraph.Count <= 12 ? 8u : 0);

    private const uint Nothing = TokenAttributes.Nothing;

    /// <summary>A distance in tokens, coarser as it grows.</summary>
    public static uint Distance(int tokens) => tokens switch
    {
        < 0 => 0,
        <= 4 => (uint)tokens,
        <= 6 => 5,
        <= 9 => 6,
        <= 14 => 7,
        <= 24 => 8,
        _ => 9,
    };

    /// <summary>The attributes of one paragraph: what lies outside reads as nothing.</summary>
    private readonly ref struct Window(TokenAttributes attributes, TokenRange paragraph)
    {
        private readonly TokenAttributes _a = attributes;
        private readonly int _first = paragraph.First;
        private readonly int _end = paragraph.End;

        public uint Word(int i) => i >= _first && i < _end ? _a.Word[i] : Nothing;

        public uint Stem(int i) => i >= _first && i < _end ? _a.Stem[i] : Nothing;

        public uint Suffix(int i) => i >= _first && i < _end ? _a.Suffix[i] : Nothing;

        public uint Shape(int i) => i >= _first && i < _end ? _a.Shape[i] : Nothing;

        public uint Reporting(int i) => i >= _first && i < _end ? (uint)_a.Reporting[i] : 99;

        public uint Quote(int i) => i >= _first && i < _end ? (uint)_a.Quote[i] : 99;
    }
}
